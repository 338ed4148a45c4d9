import pytest

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.workflow import demo, prepare
from srt_tui.workflow.invented import history
from srt_tui.workflow.workspace import Workspace, local_now, start


def test_a_fresh_machine_has_no_vault_and_nothing_open() -> None:
    fresh = start(locate(), Settings())
    assert not fresh.exists
    assert fresh.locked
    assert not fresh.demo
    assert fresh.now is local_now
    assert local_now().tzinfo is not None


def test_locking_closes_everything_until_it_is_unlocked(
    workspace: Workspace, someone: str, passphrase: str
) -> None:
    workspace.lock()
    workspace.lock()
    with pytest.raises(SrtError, match="locked") as refused:
        workspace.cases()
    assert refused.value.exit_code is Exit.LOCKED
    workspace.unlock(passphrase)
    assert [case.reference for case in workspace.cases()] == [someone]


def test_the_recovery_key_opens_the_vault_too(workspace: Workspace, recovery: str) -> None:
    workspace.lock()
    workspace.unlock(recovery)
    assert not workspace.locked


def test_a_wrong_passphrase_is_refused(workspace: Workspace) -> None:
    workspace.lock()
    with pytest.raises(SrtError) as refused:
        workspace.unlock("not the passphrase")
    assert refused.value.exit_code is Exit.LOCKED
    assert workspace.locked


def test_the_demo_holds_eight_people_and_leaves_nothing_behind() -> None:
    with demo.throw_away() as folder:
        shown = start(locate(), Settings(), store=folder)
        demo.fill(shown)
        cases = {case.reference: case for case in shown.cases()}
        assert len(cases) == 8
        assert shown.demo
        assert [ref for ref, case in cases.items() if case.unfinished] == [demo.CUT_OFF]
        cut = prepare.Preparing(shown, demo.CUT_OFF)
        assert cut.unfinished is not None
        assert "my back" in cut.unfinished.typed["his"]
        tried = prepare.Preparing(shown, "GH-14").history.steps()
        assert [step.review.tried for step in tried if step.review] == ["half"]
        shown.lock()
    assert not folder.exists()


def test_invented_people_are_the_same_each_time(workspace: Workspace) -> None:
    told = [history(person, workspace.pack, workspace.now()) for person in demo.PEOPLE]
    again = [history(person, workspace.pack, workspace.now()) for person in demo.PEOPLE]
    assert told == again
