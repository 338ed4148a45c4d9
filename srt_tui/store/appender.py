"""A sealed file held open, to which frames are added."""

import os
from pathlib import Path

from srt_tui.domain.errors import SrtError
from srt_tui.store import files
from srt_tui.store.container import Contents
from srt_tui.store.gate import Gate


class Appender:
    """The end of a sealed file. What `append` returns from is in the file, by default on the disk.

    A failed write leaves the file as it was; after a failed sync, or when a failed write cannot
    be taken back, the gate is broken and nothing more is written.
    """

    def __init__(self, path: Path, contents: Contents, gate: Gate) -> None:
        self._path = path
        self._gate = gate
        self._descriptor = -1
        self.header = contents.header
        self.chain = contents.chain
        self._end = contents.end
        self._first_end = contents.first_end

    def append(self, data: bytes, *, sync: bool = True) -> None:
        """Add one frame. Raises SrtError."""
        self._gate.check_writable()
        frame = self.chain.seal(data)
        try:
            files.write_at(self._writable(), frame, self._end)
        except OSError as error:
            self._step_back()
            raise files.told(error) from None
        if sync:
            self.sync()
        self.chain.advance(frame)
        self._end += len(frame)

    def _writable(self) -> int:
        """The descriptor. Raises SrtError when the file is not as it was read."""
        if self._descriptor < 0:
            self._descriptor = files.open_private(self._path, os.O_RDWR)
            if os.fstat(self._descriptor).st_size != self._end:
                self.close()
                raise SrtError(
                    "Not saved: the file was changed by another program.",
                    "Close the store and open it again; keep it out of folders that are synced.",
                )
        return self._descriptor

    def sync(self) -> None:
        """Wait until all of it is on the disk. Raises SrtError, and then nothing more is saved."""
        if self._descriptor < 0:
            return
        try:
            files.sync(self._descriptor)
        except OSError as error:
            self._gate.broken = True
            self._step_back()
            raise files.told(error) from None

    def _step_back(self) -> None:
        if self._descriptor >= 0:
            try:
                os.ftruncate(self._descriptor, self._end)
            except OSError:
                self._gate.broken = True

    @property
    def outgrown(self) -> bool:
        """Whether what was added outweighs the first frame."""
        return self._end - self._first_end > self._first_end

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
