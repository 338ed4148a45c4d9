"""A sealed file held open, to which frames are added."""

import contextlib
import os
from pathlib import Path

from srt_tui import private_files
from srt_tui.domain.errors import SrtError
from srt_tui.store.container import PREFIX, Contents
from srt_tui.store.telling import told
from srt_tui.store.write_guard import WriteGuard

ROOM = 32 * 1024
"""Bytes of zeros that are put behind the last frame, for the frames to come: a file that does not
grow is on the disk in half the time."""


class Appender:
    """The end of a sealed file. What `append` returns from is in the file, by default on the disk.

    A failed write leaves the file as it was; after a failed sync, or when a failed write cannot
    be taken back, the guard is broken and nothing more is written.
    """

    def __init__(self, path: Path, contents: Contents, guard: WriteGuard) -> None:
        self._path = path
        self._guard = guard
        self._descriptor = -1
        self.header = contents.header
        self.chain = contents.chain
        self._end = contents.end
        self._size = contents.size
        self._first_end = contents.first_end

    def append(self, data: bytes, *, sync: bool = True) -> None:
        """Add one frame. Raises SrtError."""
        self._guard.check_writable()
        frame = self.chain.seal(data)
        try:
            self._write(frame)
        except OSError as error:
            self._step_back()
            raise told(error) from None
        if sync:
            self.sync()
        self.chain.advance(frame)
        self._end += len(frame)

    def _write(self, frame: bytes) -> None:
        """Write into the room that is left, or with new room behind where the disk has it."""
        descriptor, end = self._writable(), self._end + len(frame)
        if end <= self._size:
            private_files.write_at(descriptor, frame, self._end)
            return
        try:
            private_files.write_at(descriptor, frame + bytes(ROOM), self._end)
            self._size = end + ROOM
        except OSError:
            os.ftruncate(descriptor, self._end)
            self._size = self._end
            private_files.write_at(descriptor, frame, self._end)
            self._size = end

    def _writable(self) -> int:
        """The descriptor. Raises SrtError when the file does not end as it was left."""
        if self._descriptor < 0:
            self._descriptor = private_files.open_private(self._path, os.O_RDWR)
        behind = private_files.read_at(self._descriptor, PREFIX, self._end)
        if behind != bytes(min(PREFIX, self._size - self._end)):
            self._guard.broken = True
            raise SrtError(
                "Not saved: the file was changed by another program.",
                "Close the store and open it again. Keep it out of folders that are synced.",
            )
        return self._descriptor

    def sync(self) -> None:
        """Wait until all of it is on the disk. Raises SrtError, and then nothing more is saved."""
        if self._descriptor < 0:
            return
        try:
            private_files.sync(self._descriptor)
        except OSError as error:
            self._guard.broken = True
            self._step_back()
            raise told(error) from None

    def _step_back(self) -> None:
        if self._descriptor >= 0:
            try:
                os.ftruncate(self._descriptor, self._end)
                self._size = self._end
            except OSError:
                self._guard.broken = True

    def trim(self) -> None:
        """Give back the room that was not used; it is only room, so a failure is nothing."""
        if self._descriptor >= 0 and self._size > self._end:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self._end)
                self._size = self._end

    @property
    def outgrown(self) -> bool:
        """Whether what was added outweighs the first frame."""
        return self._end - self._first_end > self._first_end

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
