"""A sealed file of one piece that is replaced atomically: a draft, the index, a list."""

from collections.abc import Callable
from pathlib import Path

from srt_tui import private_files
from srt_tui.store.container import (
    MOST_HEADER,
    Contents,
    Kind,
    Unreadable,
    fresh,
    read,
    read_header,
    renumbered,
)
from srt_tui.store.keyring import KeyRing, NewerError
from srt_tui.store.telling import telling
from srt_tui.store.write_guard import WriteGuard


def sealed(keys: KeyRing, kind: Kind, id: str, data: bytes) -> bytes:
    """A sealed file of one piece."""
    return fresh(keys, kind, id, [len(data).to_bytes(4, "little") + data]).data


def unsealed(file: bytes, keys: KeyRing, kind: Kind, id: str) -> bytes:
    """The one piece of a sealed file. Raises Unreadable."""
    return _piece(read(file, keys, kind, id))


def _piece(contents: Contents) -> bytes:
    text = contents.only
    return text[4 : 4 + int.from_bytes(text[:4], "little")]


class SealedBlob:
    """One sealed piece of bytes at `path`. `damaged` is called with a path that cannot be read."""

    def __init__(
        self,
        path: Path,
        kind: Kind,
        keys: KeyRing,
        guard: WriteGuard,
        damaged: Callable[[Path], None],
    ) -> None:
        self._path = path
        self._kind: Kind = kind
        self._keys = keys
        self._guard = guard
        self._damaged = damaged

    def refuse_newer(self) -> None:
        """Raise NewerError when a newer version wrote it. Raises OSError."""
        try:
            with self._path.open("rb") as file:
                read_header(file.read(MOST_HEADER))
        except FileNotFoundError:
            return
        except Unreadable as found:
            if found.why == "newer":
                self.read()

    def read(self) -> bytes | None:
        """The bytes, or None when there are none or they do not verify. Raises SrtError."""
        with telling("reading"):
            try:
                file = self._path.read_bytes()
            except FileNotFoundError:
                return None
        try:
            return unsealed(file, self._keys, self._kind, self._path.stem)
        except Unreadable as found:
            if found.why == "newer":
                raise NewerError from None
            self._damaged(self._path)
            mended = renumbered(file, self._keys, self._kind, self._path.stem)
            return None if mended is None else _piece(mended)

    def write(self, data: bytes) -> None:
        """Replace the bytes. Raises SrtError with the old ones in place."""
        self._guard.check_writable()
        with telling():
            private_files.replace(self._path, sealed(self._keys, self._kind, self._path.stem, data))

    def remove(self) -> None:
        """Remove the file; none is no error."""
        self._guard.check_writable()
        with telling():
            private_files.remove(self._path)
