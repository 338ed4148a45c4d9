"""The line between a session and a room window: this computer, this user, no network.

Frames go out and keys come back, one JSON text a line. On systems without local sockets it is
the loopback address, and a token that only this user can read opens it.
"""

import asyncio
import contextlib
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from srt_tui.private_files import PRIVATE_FILE, make_private, replace

LONGEST = 64 * 1024
"""Bytes of a line at most."""
_LOCAL = sys.platform != "win32"


class RoomHost:
    """Shows the same frame to every room window that has joined, and hands their keys on.

    `path` is the socket, or on systems without them the file with port and token. A second
    program that finds one open leaves it alone.
    """

    def __init__(self, path: Path, on_key: Callable[[str], None]) -> None:
        self._path, self._on_key = path, on_key
        self._windows: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._token = b""
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
            if _LOCAL:
                with _short(self._path) as path:
                    self._server = await asyncio.start_unix_server(self._join, path, limit=LONGEST)
                self._path.chmod(PRIVATE_FILE)
            else:
                self._token = secrets.token_hex(16).encode()
                self._server = await asyncio.start_server(self._join, "127.0.0.1", limit=LONGEST)
                port = self._server.sockets[0].getsockname()[1]
                replace(self._path, b"%d %s" % (port, self._token))

    def show(self, frame: bytes) -> None:
        """Show this from now on."""
        if frame != self._frame:
            self._frame = frame
            for window in self._windows:
                window.write(frame + b"\n")

    async def _join(self, reader: asyncio.StreamReader, window: asyncio.StreamWriter) -> None:
        """A room window: what is shown now, then its keys until it goes."""
        with contextlib.suppress(OSError, ValueError):
            told = (await reader.readline()).strip() if self._token else b""
            if secrets.compare_digest(told, self._token):
                self._windows.add(window)
                window.write(self._frame + b"\n")
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
        if _LOCAL:
            with _short(path) as near:
                return await asyncio.open_unix_connection(near, limit=LONGEST)
        port, token = _told(path)
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=LONGEST)
    except (OSError, ValueError):
        return None
    writer.write(token.encode() + b"\n")
    return reader, writer


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


def _told(path: Path) -> tuple[int, str]:
    """Port and token, where there are no local sockets. Raises OSError or ValueError."""
    port, token = path.read_text(encoding="ascii").split()
    return int(port), token


async def _answers(path: Path) -> bool:
    line = await join(path)
    if line is not None:
        await leave(line[1])
    return line is not None
