"""What can be done while looking back; each command runs the page's method of that name."""

from srt_tui.tui.commands import Command


class Open(Command):
    """Read this in full; from what was found, go to its session."""

    key, shown, label, footer = "enter", "Enter", "Open", True


class Sideways(Command):
    """Move from one session to the next."""

    key, shown, label, footer = "left,right", "←→", "Visits", True
    takes_key = True


class ThenAndNow(Command):
    """Read his answers to this exercise's questions, then and now."""

    key, shown, label = "v", "v", "Then and now"


class WorkingTogether(Command):
    """See how the two of you are working together. For you alone."""

    key, shown, label, footer = "a", "a", "Working together", True
    words = "alliance marks check signs"


class HisWords(Command):
    """List his own words, newest first."""

    key, shown, label = "w", "w", "His words"


class Find(Command):
    """Search what was said and written."""

    key, shown, label = "slash", "/", "Find"
    words = "search"


class TimeLine(Command):
    """List the sessions in time, with what slipped; or the grid again."""

    key, shown, label, footer = "t", "t", "Time line", True
    words = "sessions signs moves"


class NextModule(Command):
    """Find only what belongs to one module; again for the next."""

    key, shown, label, footer = "f2", "F2", "Module", True
    words = "filter narrow exercises"


class NextKind(Command):
    """Find only talk, worksheets, steps and so on; again for the next."""

    key, shown, label, footer = "f3", "F3", "Kind", True
    words = "filter narrow"


class NextDates(Command):
    """Find only what is recent, or what is older; again for the next."""

    key, shown, label, footer = "f5", "F5", "Dates", True
    words = "filter narrow since until when"


class OpenNote(Command):
    """See the note of this session."""

    key, shown, label = "r", "r", "Note"
    words = "criss record"


class Write(Command):
    """Write a summary, my sheet, a page for him or all of it to a file."""

    key, shown, label = "f", "f", "File"
    writes = True
    words = "export report save print hand-over supervision access html csv json markdown"
