"""What can be done while looking back; each command runs the page's method of that name."""

from srt_tui.tui.commands import Command

OPEN = Command(
    "open", "enter", "Open", "Read this in full; from what was found, go to its session.",
    footer=True,
)  # fmt: skip
SIDEWAYS = Command(
    "sideways", "left,right", "Visits", "Move from one session to the next.", shown="←→",
    footer=True, takes_key=True,
)  # fmt: skip
THEN_AND_NOW = Command(
    "then_and_now", "v", "Then and now",
    "Read his answers to this exercise's questions, then and now.",
)  # fmt: skip
WORKING_TOGETHER = Command(
    "working_together", "a", "Working together",
    "See how the two of you are working together. For you alone.", footer=True,
    words="alliance marks check signs",
)  # fmt: skip
HIS_WORDS = Command("his_words", "w", "His words", "List his own words, newest first.")
FIND = Command("find", "slash", "Find", "Search what was said and written.", words="search")
TIME_LINE = Command(
    "time_line", "t", "Time line",
    "List the sessions in time, with what slipped; or the grid again.", footer=True,
    words="sessions signs moves",
)  # fmt: skip
NEXT_MODULE = Command(
    "next_module", "f2", "Module", "Find only what belongs to one module; again for the next.",
    footer=True, words="filter narrow exercises",
)  # fmt: skip
NEXT_KIND = Command(
    "next_kind", "f3", "Kind", "Find only talk, worksheets, steps and so on; again for the next.",
    footer=True, words="filter narrow",
)  # fmt: skip
NEXT_DATES = Command(
    "next_dates", "f5", "Dates", "Find only what is recent, or what is older; again for the next.",
    footer=True, words="filter narrow since until when",
)  # fmt: skip
OPEN_NOTE = Command("open_note", "r", "Note", "See the note of this session.", words="criss record")
WRITE = Command(
    "write", "f", "File", "Write a summary, my sheet, a page for him or all of it to a file.",
    words="export report save print hand-over supervision access html csv json markdown",
    writes=True,
)  # fmt: skip
OF_THE_GRID = (SIDEWAYS, TIME_LINE, WORKING_TOGETHER, THEN_AND_NOW)
"""What has no key while places that were found are in sight."""
