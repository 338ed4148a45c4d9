"""What opening found is told once."""

from srt_tui.workflow.workspace import Workspace


def test_what_opening_found_is_told_once(
    workspace: Workspace, someone: str, passphrase: str
) -> None:
    assert workspace.found() == ()
    path = workspace._store / "p" / f"{workspace.person(someone).id}.sealed"
    workspace.lock()
    assert workspace.found() == ()
    path.write_bytes(path.read_bytes() + b"\0\1")
    workspace.unlock(passphrase)
    workspace.person(someone)
    (told,) = workspace.found()
    assert "was dropped" in told
    assert workspace.found() == ()
