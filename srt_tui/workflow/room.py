"""The line between a session and a room window: this computer, this user, no network.

Frames go out and keys come back, a line each, over a socket in a folder of this user's alone.
"""

import asyncio
import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from srt_tui.private_files import PRIVATE_FILE, make_private

LONGEST = 64 * 1024
"""Bytes of a line at most."""


class RoomHost:
    """Shows the same frame to every room window that has joined, and hands their keys on.

    `path` is the socket. A second program that finds one open leaves it alone.
    """

    def __init__(self, path: Path, on_key: Callable[[str], None]) -> None:
        self._path, self._on_key = path, on_key
        self._windows: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._frame = b""

    @property
    def joined(self) -> bool:
        """Whether a room window is open."""
        return bool(self._windows)

    async def open(self) -> None:
        """Wait for room windows; where that cannot be, there are none."""
        if await _answers(self._path):
            return
        with contextlib.suppress(OSError):
            make_private(self._path.parent)
            self._path.unlink(missing_ok=True)
            with _short(self._path) as path:
                self._server = await asyncio.start_unix_server(self._join, path, limit=LONGEST)
            self._path.chmod(PRIVATE_FILE)

    def show(self, frame: bytes) -> None:
        """Show this from now on."""
        if frame != self._frame:
            self._frame = frame
            for window in self._windows:
                window.write(frame + b"\n")

    async def _join(self, reader: asyncio.StreamReader, window: asyncio.StreamWriter) -> None:
        """A room window: what is shown now, then its keys until it goes."""
        self._windows.add(window)
        window.write(self._frame + b"\n")
        with contextlib.suppress(OSError, ValueError):
            while line := await reader.readline():
                self._on_key(line.decode("ascii", "ignore").strip())
        self._windows.discard(window)
        await leave(window)

    async def close(self) -> None:
        """No room windows any more: each of them goes blank. May be called twice."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
            for window in tuple(self._windows):
                await leave(window)
            self._path.unlink(missing_ok=True)


async def join(path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
    """The line to the session that runs on this computer, or None. Raises nothing."""
    try:
        with _short(path) as near:
            return await asyncio.open_unix_connection(near, limit=LONGEST)
    except OSError:
        return None


async def leave(line: asyncio.StreamWriter) -> None:
    """The end of a line. May be called twice."""
    line.close()
    with contextlib.suppress(OSError):
        await line.wait_closed()


@contextlib.contextmanager
def _short(path: Path) -> Iterator[Path]:
    """The socket by its open folder: the system takes a hundred letters, and a path may be longer.

    Raises OSError where there is no such folder.
    """
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield Path("/proc/self/fd") / str(folder) / path.name
    finally:
        os.close(folder)


async def _answers(path: Path) -> bool:
    line = await join(path)
    if line is not None:
        await leave(line[1])
    return line is not None
