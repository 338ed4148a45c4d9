"""Taking people in from a `srt-case` file, so that it can be done again after a death."""

import contextlib
from collections.abc import Sequence
from typing import NamedTuple

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import interchange
from srt_tui.store.container import Fresh
from srt_tui.store.intent import Intent
from srt_tui.store.keyring import KeyRing
from srt_tui.store.paths import Paths
from srt_tui.store.person_files import PersonFiles
from srt_tui.store.person_log import State, render_new


class Imported(NamedTuple):
    """Whom an import added, and who was here already just as the file has him: references.

    `bad` has a sentence about each person of the file who could not be taken in.
    """

    added: tuple[str, ...]
    here: tuple[str, ...]
    bad: tuple[str, ...] = ()


class CaseImport:
    """Imports into an unlocked vault. Each person is added whole or not at all."""

    def __init__(self, paths: Paths, keys: KeyRing, people: PersonFiles, intent: Intent) -> None:
        self._paths = paths
        self._keys = keys
        self._people = people
        self._intent = intent

    def take(self, data: bytes) -> Imported:
        """Add everybody who is not here yet. Raises SrtError, and then nobody was added."""
        states, bad = interchange.decode(data)
        here = [state for state in states if self._people.knows(state.reference)]
        if not all(self._is_here(state) for state in here):
            raise SrtError(
                "A reference in that file is in use here.", "Nothing was imported.", Exit.USAGE
            )
        new = [state for state in states if state not in here]
        made = [render_new(self._keys, state) for state in new]
        if made:
            self._put(made)
            for file, state in zip(made, new, strict=True):
                self._people.admit(file.contents, state).close()
            self._intent.finish()
        return Imported(
            tuple(state.reference for state in new),
            tuple(state.reference for state in here),
            tuple(bad),
        )

    def _put(self, made: Sequence[Fresh]) -> None:
        """Write everybody's file, or nobody's. Raises SrtError."""
        self._intent.begin(file.contents.header.id for file in made)
        try:
            self._people.put(made)
        except BaseException:
            with contextlib.suppress(SrtError):
                self._intent.finish()
            raise

    def _is_here(self, state: State) -> bool:
        here = self._people.usable(self._people.id(state.reference)).state
        return interchange.encode([here]) == interchange.encode([state])

    def tell(self) -> None:
        """Say what a death in the middle of an import left undone. Raises SrtError."""
        ids = self._intent.ids()
        if not ids:
            return
        done = sum(self._paths.person(id).exists() for id in ids)
        if done < len(ids):
            self._people.recovery.say(
                "import",
                f"An import was cut off: {done} of its {len(ids)} people are here. "
                "Import the same file again: it adds the others.",
            )
        self._intent.finish()
