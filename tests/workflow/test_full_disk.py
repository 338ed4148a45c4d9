"""The disk takes what was kept and not the draft, or nothing: nothing is kept twice."""

from pathlib import Path

import pytest

from srt_tui import private_files
from srt_tui.domain.entry import Closed, Words
from srt_tui.domain.errors import SrtError
from srt_tui.workflow.deliver import closing, verbs
from srt_tui.workflow.deliver.live import LiveSession


@pytest.fixture
def no_draft(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk on which a save fits and a draft does not."""
    replace = private_files.replace

    def refusing(path: Path, data: bytes, *, sync_parent: bool = True) -> None:
        if path.suffix == ".draft":
            raise OSError(28, "no room")
        replace(path, data, sync_parent=sync_parent)

    monkeypatch.setattr(private_files, "replace", refusing)
    return monkeypatch


def test_words_that_were_kept_are_not_said_to_be_lost(
    live: LiveSession, no_draft: pytest.MonkeyPatch
) -> None:
    verbs.words(live, "his", "my back went first")
    assert live.behind
    with pytest.raises(SrtError):
        live.keep_draft()
    assert live.behind
    no_draft.undo()
    live.keep_draft()
    assert not live.behind
    assert [e.text for e in live.entries() if isinstance(e, Words)] == ["my back went first"]


def test_an_ending_that_fails_half_way_ends_once(
    live: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> None:
        raise SrtError("Not saved: the disk is full.", "Make some room.")

    with monkeypatch.context() as patched:
        patched.setattr(live.person, "save_draft", refusing)
        with pytest.raises(SrtError):
            closing.close(live)
    closing.close(live)
    assert sum(isinstance(e, Closed) for e in live.entries()) == 1
    assert live.draft.stopped
    assert live.person.draft() is not None
