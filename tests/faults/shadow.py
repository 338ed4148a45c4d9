"""A disk that forgets: every call of a run is recorded, and what a power cut may leave is rebuilt.

A write is safe only once its file was synced, a name only once its directory was. At any point,
what is not safe may be there, or not, or in part, sector by sector: such disks are made, and the
store must open on each. A `kill -9` is the disk on which everything arrived.
"""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

SECTOR = 512
CALLS = ("open", "close", "lseek", "write", "pwrite", "ftruncate", "fsync", "fdatasync")
NAMES = ("replace", "rename", "unlink", "mkdir", "rmdir")


class Op(NamedTuple):
    """One recorded call, on a node (a file) or a path; or a mark of the scenario."""

    name: str
    node: int = 0
    path: str = ""
    to: str = ""
    offset: int = 0
    data: bytes = b""
    note: Any = None


class Recorder:
    """Stands in for the calls of `os` below one directory, makes them, and writes them down."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self.ops: list[Op] = []
        self._nodes: dict[str, int] = {}
        self._files: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self._folders: dict[int, str] = {}
        self._real = {name: getattr(os, name) for name in CALLS + NAMES}

    @contextmanager
    def on(self) -> Iterator[None]:
        """Record from here to the end of the block; the directory begins empty."""
        ours = {name: getattr(self, name) for name in CALLS + NAMES}
        with mock.patch.multiple(os, **ours):
            yield

    def mark(self, name: str, note: object) -> None:
        """What the scenario says at this point."""
        self.ops.append(Op(name, note=note))

    def _ours(self, path: object) -> bool:
        return str(path).startswith(self._root)

    def open(self, path: object, flags: int, mode: int = 0o777, **rest: Any) -> int:
        new = not os.path.lexists(str(path))
        descriptor: int = self._real["open"](path, flags, mode, **rest)
        text = str(path)
        if self._ours(path) and os.path.isdir(text):  # noqa: PTH112 - os is what is watched
            self._folders[descriptor] = text
        elif self._ours(path):
            if new:
                self._nodes[text] = len(self.ops) + 1
                self.ops.append(Op("create", self._nodes[text], text))
            elif flags & os.O_TRUNC:
                self.ops.append(Op("truncate", self._nodes[text]))
            self._files[descriptor] = self._nodes[text]
            self._places[descriptor] = 0
        return descriptor

    def close(self, descriptor: int) -> None:
        for known in (self._files, self._places, self._folders):
            known.pop(descriptor, None)
        self._real["close"](descriptor)

    def lseek(self, descriptor: int, offset: int, whence: int) -> int:
        place: int = self._real["lseek"](descriptor, offset, whence)
        self._places[descriptor] = place
        return place

    def write(self, descriptor: int, data: Any) -> int:
        done: int = self._real["write"](descriptor, data)
        if descriptor in self._files:
            at, node = self._places[descriptor], self._files[descriptor]
            self.ops.append(Op("write", node, offset=at, data=bytes(data[:done])))
            self._places[descriptor] += done
        return done

    def pwrite(self, descriptor: int, data: bytes, offset: int) -> int:
        done: int = self._real["pwrite"](descriptor, data, offset)
        if descriptor in self._files:
            node = self._files[descriptor]
            self.ops.append(Op("write", node, offset=offset, data=bytes(data[:done])))
        return done

    def ftruncate(self, descriptor: int, length: int) -> None:
        self._real["ftruncate"](descriptor, length)
        if descriptor in self._files:
            self.ops.append(Op("truncate", self._files[descriptor], offset=length))

    def fsync(self, descriptor: int) -> None:
        self._real["fsync"](descriptor)
        if descriptor in self._files:
            self.ops.append(Op("sync", self._files[descriptor]))
        elif descriptor in self._folders:
            self.ops.append(Op("syncdir", path=self._folders[descriptor]))

    fdatasync = fsync

    def replace(self, source: object, target: object, **rest: Any) -> None:
        self._real["replace"](source, target, **rest)
        if self._ours(source):
            self._nodes[str(target)] = self._nodes.pop(str(source))
            self.ops.append(Op("rename", path=str(source), to=str(target)))

    rename = replace

    def unlink(self, path: object, **rest: Any) -> None:
        self._real["unlink"](path, **rest)
        if self._ours(path):
            self._nodes.pop(str(path), None)
            self.ops.append(Op("unlink", path=str(path)))

    def mkdir(self, path: object, mode: int = 0o777, **rest: Any) -> None:
        self._real["mkdir"](path, mode, **rest)
        if self._ours(path):
            self.ops.append(Op("mkdir", path=str(path)))

    def rmdir(self, path: object, **rest: Any) -> None:
        self._real["rmdir"](path, **rest)
        if self._ours(path):
            self.ops.append(Op("unlink", path=str(path)))


class Disk:
    """What is on the disk after some of the recorded calls, and what of it is safe."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._safe: dict[int, bytes] = {}
        self._writes: dict[int, list[Op]] = {}
        self._names: dict[str, int] = {}  # 0 is a directory
        self._renames: dict[str, list[Op]] = {}

    def take(self, op: Op) -> None:
        """One more call was made."""
        if op.name in {"write", "truncate"}:
            self._writes.setdefault(op.node, []).append(op)
        elif op.name == "sync":
            self._safe[op.node] = _written(self._safe.get(op.node, b""), self._pop_writes(op.node))
        elif op.name == "syncdir":
            for change in self._renames.pop(op.path, []):
                _rename(self._names, change)
        elif op.name in {"create", "mkdir", "unlink", "rename"}:
            self._renames.setdefault(os.path.dirname(op.path), []).append(op)  # noqa: PTH120 - text

    def _pop_writes(self, node: int) -> list[Op]:
        return self._writes.pop(node, [])

    def make(self, target: Path, chance: random.Random, arrives: float) -> None:
        """Build one disk that a power cut may leave; each unsafe thing arrives with a chance.

        0 is the disk on which nothing unsafe arrived, 1 the one that a mere `kill` leaves.
        """
        names = dict(self._names)
        for changes in self._renames.values():
            kept = sum(1 for _ in _while(chance, arrives, len(changes)))
            for change in changes[:kept]:
                _rename(names, change)
        for path, node in sorted(names.items()):
            place = target / os.path.relpath(path, self._root)
            above = [str(parent) for parent in Path(path).parents if self._below(parent)]
            if not all(parent in names for parent in above):
                continue
            if node == 0:
                place.mkdir(parents=True, exist_ok=True)
            else:
                writes = [op for op in self._writes.get(node, []) if chance.random() <= arrives]
                data = _written(self._safe.get(node, b""), writes, chance, arrives)
                place.write_bytes(data)

    def _below(self, path: Path) -> bool:
        return str(path).startswith(self._root) and str(path) != self._root


def _while(chance: random.Random, arrives: float, most: int) -> Iterator[int]:
    for count in range(most):
        if chance.random() > arrives:
            return
        yield count


def _written(
    data: bytes, writes: list[Op], chance: random.Random | None = None, arrives: float = 1
) -> bytes:
    """The bytes after these writes; a write in part leaves out sectors but grows the file."""
    for op in writes:
        if op.name == "truncate":
            data = data[: op.offset].ljust(op.offset, b"\0")
            continue
        end = op.offset + len(op.data)
        fresh = data.ljust(end, b"\0")[: op.offset] + op.data + data[end:]
        old = data.ljust(len(fresh), b"\0")
        if chance is None or arrives in {0, 1}:
            data = fresh
            continue
        data = b"".join(
            (fresh if chance.random() <= arrives else old)[at : at + SECTOR]
            for at in range(0, len(fresh), SECTOR)
        )
    return data


def _rename(names: dict[str, int], op: Op) -> None:
    if op.name == "rename":
        if op.path in names:
            names[op.to] = names.pop(op.path)
    elif op.name == "unlink":
        names.pop(op.path, None)
    else:
        names[op.path] = op.node
