"""A participant's file held open: changes are appended, now and then it is written afresh."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from srt_tui import private_files
from srt_tui.store import migrate
from srt_tui.store.appender import Appender
from srt_tui.store.change import TableChange, Tables
from srt_tui.store.container import Chain, Contents, Fresh, Header, Unreadable, fresh
from srt_tui.store.keyring import KeyRing
from srt_tui.store.paths import Paths
from srt_tui.store.telling import told
from srt_tui.store.write_guard import WriteGuard

_ENCODER = msgspec.json.Encoder()
_WORTH_COMPACTING = 128


class Snapshot(msgspec.Struct):
    """The JSON of a file's first frame: everything at the time it was written afresh."""

    tables: Tables
    last: dict[str, int]
    schema: int


class State(msgspec.Struct):
    """A participant's tables and the highest id ever given in each."""

    tables: Tables
    last: dict[str, int]
    schema: int = msgspec.field(default_factory=migrate.schema)

    def bring_up(self, until: int) -> None:
        """Make the tables those of a later schema."""
        self.tables = migrate.brought_up(self.tables, self.schema, until)
        self.schema = until

    @property
    def reference(self) -> str:
        """The reference this file is about."""
        return str(self.tables["about"]["1"]["reference"])


def first_state(reference: str) -> State:
    """The state of a new participant's file."""
    about: dict[str, Any] = {"reference": reference}
    return State({"about": {"1": about}, "entries": {}, "hidden": {}}, {"about": 1})


def replay(frames: Sequence[bytes]) -> State:
    """The state that a file's frames add up to. Raises Unreadable."""
    try:
        snapshot = msgspec.json.decode(frames[0], type=Snapshot)
        state = State(snapshot.tables, snapshot.last, snapshot.schema)
        for frame in frames[1:]:
            apply(frame, state)
        _ = state.reference
    except (msgspec.MsgspecError, LookupError, ValueError):
        raise Unreadable("damaged") from None
    return state


def apply(frame: bytes, state: State) -> None:
    """Make the change of an appended frame. Raises MsgspecError."""
    msgspec.json.decode(frame, type=TableChange).apply(state.tables, state.last)


def render(keys: KeyRing, id: str, generation: int, state: State) -> Fresh:
    """A fresh file of one snapshot."""
    snapshot = Snapshot(state.tables, state.last, migrate.schema())
    return fresh(keys, "person", id, [_ENCODER.encode(snapshot)], generation)


def render_new(keys: KeyRing, state: State) -> Fresh:
    """The file of a new participant, under an id of its own."""
    return render(keys, os.urandom(16).hex(), 1, state)


def write_new(paths: Paths, made: Sequence[Fresh]) -> None:
    """Put the files of new participants down: all of them, or SrtError and none."""
    try:
        for file in made:
            private_files.replace(paths.person(file.contents.header.id), file.data)
    except BaseException as error:
        for file in made:
            with contextlib.suppress(OSError):
                private_files.remove(paths.person(file.contents.header.id))
        if isinstance(error, OSError):
            raise told(error) from None
        raise


class PersonLog:
    """An open participant's file. What `append` and `rewrite` return from is on the disk."""

    def __init__(self, path: Path, contents: Contents, keys: KeyRing, guard: WriteGuard) -> None:
        self._path = path
        self._keys = keys
        self._guard = guard
        self._end = Appender(path, contents, guard)
        self.outdone = 0  # the highest generation known of this file beside its own

    @property
    def header(self) -> Header:
        """The header of the file as it is now."""
        return self._end.header

    @property
    def chain(self) -> Chain:
        """Where the file's chain stands."""
        return self._end.chain

    def append(self, change: TableChange) -> None:
        """One frame, one sync. Raises SrtError with disk and memory as they were."""
        self._end.append(_ENCODER.encode(change))

    def rewrite(self, tables: Tables, last: dict[str, int]) -> None:
        """Write everything afresh under a new key. Raises SrtError with the file as it was."""
        self._guard.check_writable()
        generation = max(self.header.generation, self.outdone) + 1
        made = render(self._keys, self.header.id, generation, State(tables, last))
        self._end.close()  # some systems replace no open file; the next save opens it again
        try:
            private_files.replace(self._path, made.data)
        except OSError as error:
            self._guard.broken = self._guard.broken or not self._as_before(made)
            raise told(error) from None
        self._end = Appender(self._path, made.contents, self._guard)

    def _as_before(self, made: Fresh) -> bool:
        """Whether the old file is still in place: else the disk is ahead of what we may say."""
        begin = made.contents.first_end
        try:
            with self._path.open("rb") as file:
                return file.read(begin) != made.data[:begin]
        except OSError:
            return False

    @property
    def worth_compacting(self) -> bool:
        """Whether there is so much behind the snapshot that opening takes noticeably longer."""
        return self.chain.position > _WORTH_COMPACTING and self._end.outgrown

    def trim(self) -> None:
        """Give back the room behind the last frame."""
        self._end.trim()

    def close(self) -> None:
        """Let go of the file."""
        self._end.close()
