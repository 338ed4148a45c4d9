import os
import stat
from pathlib import Path

import pytest

from srt_tui.domain.entry import Addendum, Recorded, SafetyRaised
from srt_tui.domain.errors import SrtError
from srt_tui.workflow import review
from srt_tui.workflow.deliver import closing, verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.private import PrivateLog
from srt_tui.workflow.workspace import Workspace


def test_the_note_of_the_latest_session_has_its_five_parts(
    workspace: Workspace, live: LiveSession
) -> None:
    verbs.words(live, "his", "Always the jaw.")
    closing.close(live)
    note = review.note(workspace, live.reference)
    assert [heading for heading, _ in note.parts] == [
        "CHECK IN",
        "REVIEW",
        "INTERVENTION",
        "SUMMARISE",
        "SET TASKS",
    ]
    assert "Always the jaw." in note.text
    assert review.note(workspace, live.reference, 1) == note


def test_a_session_that_was_never_held_has_no_note(workspace: Workspace, someone: str) -> None:
    for number in (None, 7):
        with pytest.raises(SrtError, match="no session yet"):
            review.note(workspace, someone, number)


def test_a_number_that_no_session_has_is_said(workspace: Workspace, live: LiveSession) -> None:
    with pytest.raises(SrtError, match="no such session"):
        review.note(workspace, live.reference, 7)


def test_a_note_is_marked_as_entered_once(workspace: Workspace, live: LiveSession) -> None:
    closing.close(live)
    assert workspace.cases()[0].note == workspace.today
    review.mark_recorded(workspace, live.reference, 1)
    before = len(review.history(workspace, live.reference).entries)
    review.mark_recorded(workspace, live.reference, 1)
    assert len(review.history(workspace, live.reference).entries) == before
    assert workspace.cases()[0].note is None


def test_a_later_word_stands_beside_what_was_kept(workspace: Workspace, live: LiveSession) -> None:
    verbs.words(live, "his", "Always the jaw.")
    closing.close(live)
    review.mark_recorded(workspace, live.reference, 1)
    review.add_later(workspace, live.reference, 1, " He meant the left. ")
    past = review.history(workspace, live.reference)
    (later,) = past.all(Addendum)
    assert (later.to, later.session) == (past.sessions[0].entries[0].seq, 1)
    note = review.note(workspace, live.reference, 1)
    assert note.summarise[-1].text == "Added on 23 Nov 2026: He meant the left."
    assert "Always the jaw." in note.text


def test_a_note_with_a_later_word_is_due_until_that_too_is_in_the_record(
    workspace: Workspace, live: LiveSession
) -> None:
    closing.close(live)
    review.mark_recorded(workspace, live.reference, 1)
    review.add_later(workspace, live.reference, 1, "He rang afterwards.")
    assert workspace.cases()[0].note == workspace.today
    review.mark_recorded(workspace, live.reference, 1)
    assert workspace.cases()[0].note is None


def test_a_later_word_of_nothing_is_refused(workspace: Workspace, live: LiveSession) -> None:
    closing.close(live)
    with pytest.raises(SrtError, match="Nothing was typed"):
        review.add_later(workspace, live.reference, 1, "  ")
    assert review.history(workspace, live.reference).all(Addendum) == ()


def test_that_a_note_was_entered_can_be_taken_back(workspace: Workspace, live: LiveSession) -> None:
    closing.close(live)
    review.take_back_recorded(workspace, live.reference, 1)
    assert review.history(workspace, live.reference).all(Recorded) == ()
    review.mark_recorded(workspace, live.reference, 1)
    review.take_back_recorded(workspace, live.reference, 1)
    assert workspace.cases()[0].note == workspace.today
    assert review.session(workspace, live.reference, 1).recorded is None
    review.mark_recorded(workspace, live.reference, 1)
    assert workspace.cases()[0].note is None


def test_a_follow_up_stays_due_until_it_is_settled(workspace: Workspace, live: LiveSession) -> None:
    PrivateLog(live).safety(workspace.today)
    closing.close(live)
    assert workspace.cases()[0].follow_up == workspace.today
    (raised,) = review.history(workspace, live.reference).all(SafetyRaised)
    review.settle(workspace, live.reference, raised.seq)
    assert workspace.cases()[0].follow_up is None


def test_a_note_file_is_for_the_user_alone_and_never_over_another(tmp_path: Path) -> None:
    first = review.save("one", tmp_path, "note-3", "txt")
    second = review.save("two", tmp_path, "note-3", "txt")
    assert [first.name, second.name] == ["note-3.txt", "note-3-2.txt"]
    assert [first.read_text(), second.read_text()] == ["one", "two"]
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_a_note_file_says_what_it_is_whose_and_of_which_day(
    workspace: Workspace, live: LiveSession, tmp_path: Path
) -> None:
    closing.close(live)
    path = review.save_note(workspace, live.reference, 1, tmp_path)
    assert path.name == f"note-{live.reference}-{workspace.today.isoformat()}.txt"
    assert path.read_text(encoding="utf-8") == review.note(workspace, live.reference, 1).text


def test_a_note_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SrtError, match="Choose another folder"):
        review.save("one", tmp_path / "nowhere", "note-1", "txt")
    for place in range(100):
        name = f"note-1-{place + 1}.txt" if place else "note-1.txt"
        os.mknod(tmp_path / name)
    with pytest.raises(SrtError, match="a hundred of them"):
        review.save("one", tmp_path, "note-1", "txt")
