"""What opening found is told once."""

from srt_tui.workflow.companion import Companion


def test_what_opening_found_is_told_once(
    companion: Companion, someone: str, passphrase: str
) -> None:
    assert companion.found() == ()
    path = companion._store / "p" / f"{companion.person(someone).id}.sealed"
    companion.lock()
    assert companion.found() == ()
    path.write_bytes(path.read_bytes() + b"\0\1")
    companion.unlock(passphrase)
    companion.person(someone)
    (told,) = companion.found()
    assert "was dropped" in told
    assert companion.found() == ()
