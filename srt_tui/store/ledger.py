"""A participant's file held open: changes are appended, now and then it is written afresh."""

import os
from pathlib import Path
from typing import Any

import msgspec

from srt_tui.store import files
from srt_tui.store.container import SCHEMA, Contents, Fresh, Unreadable, fresh
from srt_tui.store.gate import Gate
from srt_tui.store.keyring import KeyRing
from srt_tui.store.table import Change, Tables

_ENCODER = msgspec.json.Encoder()
_WORTH_COMPACTING = 128


class Snapshot(msgspec.Struct):
    """The JSON of a file's first frame: everything at the time it was written afresh."""

    tables: Tables
    last: dict[str, int]
    schema: int = SCHEMA


class State(msgspec.Struct):
    """A participant's tables and the highest id ever given in each."""

    tables: Tables
    last: dict[str, int]

    @property
    def reference(self) -> str:
        """The reference this file is about."""
        return str(self.tables["about"]["1"]["reference"])


def first_state(reference: str) -> State:
    """The state of a new participant's file."""
    about: dict[str, Any] = {"reference": reference}
    return State({"about": {"1": about}, "entries": {}, "hidden": {}}, {"about": 1})


def replay(contents: Contents) -> State:
    """The state that a file's frames add up to. Raises Unreadable."""
    if not contents.frames:
        raise Unreadable("damaged")
    try:
        snapshot = msgspec.json.decode(contents.frames[0], type=Snapshot)
        state = State(snapshot.tables, snapshot.last)
        for frame in contents.frames[1:]:
            msgspec.json.decode(frame, type=Change).apply(state.tables, state.last)
        _ = state.reference
    except (msgspec.MsgspecError, KeyError, ValueError):
        raise Unreadable("damaged") from None
    return state


def render(keys: KeyRing, id: str, generation: int, state: State) -> Fresh:
    """A fresh file of one snapshot."""
    snapshot = Snapshot(state.tables, state.last)
    return fresh(keys, "person", id, _ENCODER.encode(snapshot), generation)


class Ledger:
    """An open participant's file. What `append` and `rewrite` return from is on the disk."""

    def __init__(self, path: Path, contents: Contents, keys: KeyRing, gate: Gate) -> None:
        self._path = path
        self._keys = keys
        self._gate = gate
        self._descriptor = -1
        self._adopt(contents)

    def _adopt(self, contents: Contents) -> None:
        self.header = contents.header
        self.chain = contents.chain
        self._end = contents.end
        self._snapshot_end = contents.first_end
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def append(self, change: Change) -> None:
        """One frame, one sync. Raises SrtError with disk and memory as they were."""
        self._gate.check_writable()
        frame = self.chain.seal(_ENCODER.encode(change))
        try:
            descriptor = self._writable()
            files.write_at(descriptor, frame, self._end)
        except OSError as error:
            self._step_back()
            raise files.told(error) from None
        try:
            files.sync(descriptor)
        except OSError as error:
            self._gate.broken = True
            self._step_back()
            raise files.told(error) from None
        self.chain.advance(frame)
        self._end += len(frame)

    def _writable(self) -> int:
        if self._descriptor < 0:
            self._descriptor = files.open_private(self._path, os.O_RDWR)
            if os.fstat(self._descriptor).st_size != self._end:
                os.ftruncate(self._descriptor, self._end)
                files.sync(self._descriptor)
        return self._descriptor

    def _step_back(self) -> None:
        """Take back what a failed write may have left; when even that fails, write no more."""
        if self._descriptor < 0:
            return
        try:
            os.ftruncate(self._descriptor, self._end)
        except OSError:
            self._gate.broken = True

    def rewrite(self, tables: Tables, last: dict[str, int]) -> None:
        """Write everything afresh under a new key. Raises SrtError with the file as it was."""
        self._gate.check_writable()
        generation = self.header.generation + 1
        data, contents = render(self._keys, self.header.id, generation, State(tables, last))
        try:
            files.replace(self._path, data)
        except OSError as error:
            self._gate.broken = self._gate.broken or not self._in_place(data)
            raise files.told(error) from None
        self._adopt(contents)

    def _in_place(self, data: bytes) -> bool:
        """Whether the old file is still there: else the disk is ahead of what we may say."""
        try:
            with self._path.open("rb") as file:
                return file.read(4096) != data[:4096]
        except OSError:
            return False

    @property
    def worth_compacting(self) -> bool:
        """Whether the appended frames outweigh the snapshot, so that opening takes longer."""
        appended = self._end - self._snapshot_end
        return self.chain.position > _WORTH_COMPACTING and appended > self._snapshot_end

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
