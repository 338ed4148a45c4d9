import datetime as dt
from pathlib import Path
from typing import Any

from srt_tui.present import note


def test_the_title_tells_which_session_and_the_state_how_long(make: Any) -> None:
    told = make.history((make.visited("f01"), make.made("recorded")), (make.visited("f02"),))
    first, second = told.sessions
    assert note.title(first) == "Note · session 1 · 1 Sep"
    assert note.state("x" * 2140, first) == "2,140 of 12,000 · entered 1 Sep"
    assert note.state("", second) == "0 of 12,000 · not yet entered"


def test_the_note_that_waits_is_found_by_its_day(make: Any) -> None:
    told = make.history(
        (make.visited("f01"), make.made("recorded")), (make.visited("f02"),), (make.said("so"),)
    )
    assert note.waiting_since(told, dt.date(2026, 9, 8)) == 2
    assert note.waiting_since(told, dt.date(2026, 9, 1)) is None


def test_only_the_latest_session_can_still_be_running(make: Any) -> None:
    told = make.history((make.visited("f01"),), (make.said("so"),), open_end=True)
    assert [note.is_running(session, told) for session in told.sessions] == [False, True]


def test_a_mark_that_is_taken_back_says_that_the_note_is_due_again() -> None:
    at = dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)
    assert note.taken_back(at) == "Not entered after all: it is due again. Saved 14:32."


def test_what_was_done_with_the_note_is_one_sentence() -> None:
    assert note.filed(Path("/one/two/note-4.txt")) == (
        "Written to /one/two/note-4.txt. Remove it when entered."
    )
    assert note.filed(Path("/note-4.txt")).startswith("Written to /note-4.txt.")
    assert note.marked(dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)) == (
        "Marked as entered in the record. Saved 14:32. p plans next time."
    )
