"""Three ways to keep one growing list of texts: this store, stock TinyDB, and SQLite FULL.

Each is used as its documentation says. `extra` tells whether opening said that something was
amiss: a store may lose nothing silently.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import tinydb

from srt_tui.store import Vault
from tests.faults import scenario


class Engine(Protocol):
    """An open list of texts."""

    said: bool

    def save(self, text: str) -> None:
        """Add a text; it is acknowledged when this returns."""

    def texts(self) -> list[str]:
        """All texts, in order."""

    def close(self) -> None:
        """Done."""


class Ours:
    """A participant's file in a vault of least cost."""

    def __init__(self, home: Path) -> None:
        if not Vault.exists(home):
            scenario.prepare(home)
        self._vault = Vault.open(
            home, scenario.SECRETS[0], summarise=scenario.summarise, now=scenario.now
        )
        self._person = self._vault.person("JD-07")
        self.said = bool(self._vault.notices)

    def save(self, text: str) -> None:
        self._person.append(scenario.words(text))

    def texts(self) -> list[str]:
        return [str(getattr(entry, "text", "")) for entry in self._person.entries()][2:]

    def close(self) -> None:
        self._vault.close()


class StockTinyDB:
    """TinyDB as it comes: one JSON file."""

    said = False

    def __init__(self, home: Path) -> None:
        home.mkdir(exist_ok=True)
        self._db = tinydb.TinyDB(home / "db.json")

    def save(self, text: str) -> None:
        self._db.insert({"text": text})

    def texts(self) -> list[str]:
        return [row["text"] for row in self._db.all()]

    def close(self) -> None:
        self._db.close()


class SQLite:
    """SQLite with a write-ahead log and synchronous FULL."""

    said = False

    def __init__(self, home: Path) -> None:
        home.mkdir(exist_ok=True)
        self._db = sqlite3.connect(home / "db.sqlite", isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE IF NOT EXISTS saves (id INTEGER PRIMARY KEY, text TEXT)")

    def save(self, text: str) -> None:
        self._db.execute("INSERT INTO saves (text) VALUES (?)", (text,))

    def texts(self) -> list[str]:
        return [row[0] for row in self._db.execute("SELECT text FROM saves ORDER BY id")]

    def close(self) -> None:
        self._db.close()


ENGINES: dict[str, Callable[[Path], Engine]] = {
    "ours": Ours,
    "stock TinyDB": StockTinyDB,
    "SQLite FULL": SQLite,
}


def text(number: int) -> str:
    """The text of a save, so that each can be told from the others."""
    return f"text {number} " + "x" * 200


class Reading(NamedTuple):
    """What a store holds, and whether it said that something was amiss."""

    texts: list[str]
    said: bool


def read(name: str, home: Path) -> Reading | str:
    """Open a store and read it; where that cannot be, the name of the error."""
    try:
        engine = ENGINES[name](home)
    except Exception as error:  # noqa: BLE001 - each engine fails in its own way
        return type(error).__name__
    try:
        return Reading(engine.texts(), engine.said)
    except Exception as error:  # noqa: BLE001 - each engine fails in its own way
        return type(error).__name__
    finally:
        engine.close()
