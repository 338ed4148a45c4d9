"""A vault in a temporary folder, a clock that stands still, and entries to put in."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from srt_tui.domain.entry import AnyEntry, Unknown, Words
from srt_tui.store import Cost, Vault
from srt_tui.store.keyring import KeyRing, read_key_file

PASSPHRASE = "four unrelated invented words"
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


SAID = ["one", "two", "three", "four"]


class Said(Protocol):
    """Makes his words."""

    def __call__(self, text: str, *, session: int = ...) -> Words: ...


class Keeper:
    """Makes and opens vaults of least cost at one place."""

    def __init__(self, home: Path) -> None:
        self.passphrase = PASSPHRASE
        self.cost = Cost.least()
        self.home = home
        self.time = NOON
        self.recovery = ""
        self._open: list[Vault] = []

    def now(self) -> dt.datetime:
        return self.time

    def create(self) -> Vault:
        vault, self.recovery = Vault.create(
            self.home, self.passphrase, cost=Cost.least(), summarise=summarise, now=self.now
        )
        self._open.append(vault)
        return vault

    def open(self, secret: str | None = None, *, read_only: bool = False) -> Vault:
        typed = self.passphrase if secret is None else secret
        vault = Vault.open(self.home, typed, summarise=summarise, now=self.now, read_only=read_only)
        self._open.append(vault)
        return vault

    def reopen(self, vault: Vault) -> Vault:
        vault.close()
        return self.open()

    @staticmethod
    def texts(vault: Vault, reference: str = "JD-07") -> list[str]:
        """What he said, as the store gives it back."""
        if vault.older(reference):
            vault.accept(reference)
        entries = vault.person(reference).entries()
        return [entry.text for entry in entries if isinstance(entry, Words)]

    @staticmethod
    def kinds(vault: Vault) -> set[str]:
        """What kinds of things the store noticed."""
        return {notice.kind for notice in vault.notices}

    def filled(self, *, copies: bool) -> bytes:
        """Make a closed vault of one person with four saves; the bytes of his file."""
        vault = self.create()
        person = vault.add("JD-07")
        for text in SAID:
            person.append(words(text))
        vault.close()
        if not copies:
            self.forget_copies()
        return self.file().read_bytes()

    def forget_copies(self) -> None:
        for copy in (self.home / "backup").glob("*/*.sealed"):
            copy.unlink()

    def keys(self) -> KeyRing:
        """The keys of the store, as they are on the disk."""
        return read_key_file((self.home / "vault.json").read_bytes()).unlock(self.passphrase)

    def file(self) -> Path:
        """The only participant's file."""
        (path,) = (self.home / "p").glob("*.sealed")
        return path

    def forget(self) -> None:
        """Close everything, but keep hold of the last vault, as the program does."""
        for vault in self._open:
            vault.close()
        del self._open[:-1]

    def close(self) -> None:
        for vault in self._open:
            vault.close()


def summarise(reference: str, entries: Sequence[AnyEntry | Unknown]) -> bytes:
    return f"{reference} has {len(entries)}".encode()


def words(text: str, *, session: int = 1) -> Words:
    return Words(at=NOON, session=session, voice="his", text=text)


@pytest.fixture(name="keeper")
def _keeper(tmp_path: Path) -> Iterator[Keeper]:
    keeper = Keeper(tmp_path / "vault")
    yield keeper
    keeper.close()


@pytest.fixture(name="vault")
def _vault(keeper: Keeper) -> Vault:
    return keeper.create()


@pytest.fixture(name="said")
def _said() -> Said:
    return words
