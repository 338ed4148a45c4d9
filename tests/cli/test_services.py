"""How commands get at the records."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from srt_tui.cli import services
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.locations import locate
from srt_tui.store import Vault


def test_records_are_opened_to_read_with_the_passphrase_from_a_file(records: Path) -> None:
    assert records.is_dir()
    with services.opened(write=False) as workspace:
        assert [case.reference for case in workspace.cases()][:2] == ["AB-12", "CW-03"]
        assert workspace.vault.read_only
    assert workspace.locked


def test_reading_goes_on_while_another_program_writes(records: Path) -> None:
    assert Vault.exists(records)
    with services.opened() as first, services.seen("JD-07") as second:
        assert first.cases() == second.cases()
        assert second.vault.read_only


def test_two_cannot_write_at_once(records: Path) -> None:
    assert Vault.exists(records)
    with services.opened(), pytest.raises(SrtError) as raised, services.opened():
        pass
    assert raised.value.exit_code is Exit.LOCKED


def test_a_look_at_somebody_is_noted(records: Path) -> None:
    assert Vault.exists(records)
    with services.seen("JD-07"):
        pass
    with services.opened(write=False) as workspace:
        assert [line.kind for line in workspace.vault.access("JD-07")][-1] == "viewed"


def test_a_vault_that_is_refused_for_another_reason_is_not_tried_twice(records: Path) -> None:
    (records / "vault.json").unlink()
    (records / "vault.json").mkdir()
    with pytest.raises(SrtError), services.seen("JD-07"):
        pass


def test_no_records_says_how_to_make_them() -> None:
    with pytest.raises(SrtError, match=r"no records here yet\. .* srt"), services.opened():
        pass


def test_a_wrong_passphrase_opens_nothing(records: Path, home: Path) -> None:
    assert Vault.exists(records)
    (home / "passphrase").write_text("not it")
    with pytest.raises(SrtError) as raised, services.opened():
        pass
    assert raised.value.exit_code is Exit.LOCKED


def test_a_passphrase_file_that_others_can_read_is_refused(home: Path, records: Path) -> None:
    assert Vault.exists(records)
    (home / "passphrase").chmod(0o640)
    with pytest.raises(SrtError, match=f"can be read by others.*chmod 600 {home / 'passphrase'}"):
        services.passphrase()


def test_a_passphrase_file_that_is_not_there_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRT_PASSPHRASE_FILE", "nowhere")
    with pytest.raises(SrtError, match="could not be read"):
        services.passphrase()


def test_without_a_terminal_and_without_a_file_nothing_waits(
    records: Path, srt: Callable[..., Any]
) -> None:
    assert Vault.exists(records)
    said = srt("note", "JD-07", SRT_PASSPHRASE_FILE="")
    assert said.code == 2
    assert "SRT_PASSPHRASE_FILE" in said.err


def test_at_a_terminal_the_passphrase_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(services, "getpass", lambda prompt: prompt + "typed")
    assert services.passphrase() == "Passphrase: typed"


def test_settings_that_cannot_be_used_are_a_plain_failure() -> None:
    path = locate().settings
    path.parent.mkdir(parents=True)
    path.write_text("them = 1")
    with pytest.raises(SrtError, match="Did you mean “theme”") as raised:
        services.make()
    assert raised.value.exit_code is Exit.USAGE
