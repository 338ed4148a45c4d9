"""Canary words through a whole session: nowhere in the clear, and gone when it is locked."""

import logging
import os
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.store import Cost, Vault
from tests.support.canaries import alive, canary, clear

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said


def session(keeper: "Keeper", said: "Said") -> Vault:
    """Everything that can hold words, with a canary in each."""
    vault = keeper.create()
    person = vault.add("QX-77", said(canary("first") + " he said"))
    person.append(said("and " + canary("second")), said(canary("third") + "!"))
    person.take_out(3)
    person.save_draft(("typing " + canary("draft")).encode())
    person.entries()
    person.compact()
    vault.cards()
    vault.log("note", "QX-77")
    vault.change_passphrase(keeper.passphrase, canary("passphrase") + "!", cost=Cost.least())
    vault = keeper.reopen(vault)
    path = keeper.file()
    vault.person("QX-77").settle()
    vault.close()
    path.write_bytes(path.read_bytes()[:-1])
    vault = keeper.open()
    vault.person("QX-77").append(said("again " + canary("fourth")))
    vault.backup(keeper.home.parent)
    return vault


@pytest.fixture(name="spoken")
def _spoken(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Vault:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("HOME", str(tmp_path))
    first = keeper.open

    def with_new_passphrase(secret: str | None = None, *, read_only: bool = False) -> Vault:
        return first(secret or canary("passphrase") + "!", read_only=read_only)

    monkeypatch.setattr(keeper, "open", with_new_passphrase)
    return session(keeper, said)


def test_no_word_and_no_reference_is_on_the_disk_in_the_clear(
    spoken: Vault, tmp_path: Path
) -> None:
    for _ in range(2):
        seen = 0
        for path in tmp_path.rglob("*"):
            assert not clear(str(path).encode())
            if path.is_file():
                seen += 1
                assert not clear(path.read_bytes()), path.name
        assert seen > 8
        spoken.close()


def test_no_word_is_in_what_others_see_of_the_process(
    spoken: Vault, caplog: pytest.LogCaptureFixture
) -> None:
    spoken.close()
    for name in ("cmdline", "environ"):
        path = Path("/proc/self") / name
        if path.exists():
            assert not clear(path.read_bytes())
    assert not clear("".join(os.environ.values()).encode())
    assert not clear(caplog.text.encode())
    assert logging.getLogger("srt_tui").handlers == []


def test_no_error_tells_a_word_a_reference_or_a_place(
    keeper: "Keeper", spoken: Vault, said: "Said", tmp_path: Path
) -> None:
    person = spoken.person("QX-77")
    before = spoken.export(["QX-77"])
    person.append(said("since"))

    def read_only() -> None:
        keeper.open()

    calls: list[Callable[[], object]] = [
        lambda: person.append(said(canary("long") * 5000)),
        lambda: spoken.add("QX-77"),
        lambda: person.take_out(99),
        lambda: spoken.person("QX-78"),
        lambda: spoken.import_case(before),
        read_only,
        lambda: Vault.restore(tmp_path / "nowhere", keeper.home, "x", now=keeper.now),
    ]
    for call in calls:
        with pytest.raises(SrtError) as refused:
            call()
        text = str(refused.value) + str(refused.value.__cause__ or "")
        shown = "".join(traceback.format_exception_only(refused.value))
        assert not clear((text + shown).encode())
        assert str(tmp_path) not in text + shown
        assert refused.value.__suppress_context__ or refused.value.__context__ is None
    assert not [notice for notice in spoken.notices if clear(notice.sentence.encode())]


def test_after_locking_no_live_object_holds_his_words(keeper: "Keeper", spoken: Vault) -> None:
    prefix = canary("")
    assert alive(prefix)
    spoken.close()
    keeper.forget()
    assert alive(prefix) == []
