"""What was begun with somebody's files, put down so that the next opening can end or tell it."""

import contextlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from srt_tui import private_files
from srt_tui.store.keyring import KeyRing
from srt_tui.store.sealed_blob import SealedBlob
from srt_tui.store.write_guard import WriteGuard

_ID = re.compile(r"[0-9a-f]{32}")


class Intent:
    """The ids of files with which something was begun. Sealed: nobody else can put one there."""

    def __init__(
        self, path: Path, keys: KeyRing, guard: WriteGuard, damaged: Callable[[Path], None]
    ) -> None:
        self._path = path
        self._blob = SealedBlob(path, "intent", keys, guard, damaged)

    def ids(self) -> list[str]:
        """Whose files; none where nothing was left half done. Raises SrtError."""
        try:
            found = msgspec.json.decode(self._blob.read() or b"[]", type=list[str])
        except msgspec.MsgspecError:
            return []
        return [id for id in found if _ID.fullmatch(id)]

    def begin(self, ids: Iterable[str]) -> None:
        """Put down that it begins with these too. Raises SrtError; then nothing was begun."""
        before = self.ids()
        try:
            self._blob.write(msgspec.json.encode([*before, *ids]))
        except BaseException:
            if not before:
                with contextlib.suppress(OSError):
                    private_files.remove(self._path)
            raise

    def finish(self) -> None:
        """All of it is done. Raises SrtError."""
        self._blob.remove()
