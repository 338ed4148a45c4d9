"""Reading everything once, to know that it can be read, and that it is all there."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, assert_never

from srt_tui.domain.errors import SrtError
from srt_tui.store import file_list
from srt_tui.store.container import Contents, Unreadable, read, read_header
from srt_tui.store.index import Index, IndexLine
from srt_tui.store.keyring import KeyRing, read_key_file
from srt_tui.store.paths import Paths
from srt_tui.store.person_log import replay
from srt_tui.store.records import revived

Progress = Callable[[int, int], None]
_PARTS = (
    "index.*",
    "p/*.sealed",
    "p/*.draft",
    "log/*.sealed",
    "backup/*/*.sealed",
    "erasing.sealed",
    "importing.sealed",
)
_OLDER = "older or shorter than it was: what was saved later is missing"


class Verified(NamedTuple):
    """How much was read, and what is amiss: a file's place in the store, and why."""

    files: int
    entries: int
    problems: tuple[str, ...]


class Verification:
    """One look at all files of a vault, compared with what its index and its lists know."""

    def __init__(
        self, paths: Paths, keys: KeyRing, index: Index, lines: dict[str, IndexLine]
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._index = index
        self._lines = lines
        self._amiss: dict[str, str] = {}
        self._entries = 0
        self._last: dict[str, str] = {}  # id, and tag of the last frame of the file itself
        self._copied: set[tuple[str, str]] = set()  # id, and tag of the last frame

    def run(self, progress: Progress) -> Verified:
        """Open every frame of every file and look at every record; nothing is changed.

        `progress` is called with the number of files done and of all. Raises OSError.
        """
        every = [path for part in _PARTS for path in sorted(self._paths.root.glob(part))]
        for done, path in enumerate(every, 1):
            try:
                self._look_at(path)
            except (OSError, Unreadable) as error:
                self._find(path, error.why if isinstance(error, Unreadable) else "unreadable")
            progress(done, len(every))
        for path, why in (*self._keys_amiss(), *self._gone(), *self._not_as_listed()):
            self._find(path, why)
        problems = (f"{name}: {why}" for name, why in sorted(self._amiss.items()))
        return Verified(len(every), self._entries, tuple(problems))

    def _find(self, path: Path, why: str) -> None:
        self._amiss.setdefault(path.relative_to(self._paths.root).as_posix(), why)

    def _look_at(self, path: Path) -> None:
        data = path.read_bytes()
        header, _ = read_header(data)
        contents = read(data, self._keys, header.kind, path.stem).intact()
        if contents.tail == "torn":
            self._find(path, "ends in the middle of a save")
        match header.kind:
            case "person":
                self._look_at_person(path, contents)
            case "log":
                mark = self._index.log.get(path.stem)
                if mark and mark.knows_more_than(contents):
                    self._find(path, _OLDER)
            case "draft" | "index" | "list" | "intent":
                pass
            case never:
                assert_never(never)

    def _look_at_person(self, path: Path, contents: Contents) -> None:
        found = revived(replay(contents.frames).tables["entries"])
        self._entries += len(found)
        if None in found.values():
            raise Unreadable("damaged")
        if path.parent != self._paths.people:
            self._copied.add((path.stem, contents.tags[-1].hex()))
            return
        self._last[path.stem] = contents.tags[-1].hex()
        line = self._lines.get(path.stem)
        if line and line.mark.knows_more_than(contents):
            self._find(path, _OLDER)
        if self._index.holds and (line is None or line.mark.knows_less_than(contents)):
            self._find(self._paths.index, "older than the files, or a file was put in")

    def _gone(self) -> Iterator[tuple[Path, str]]:
        """What the index knows and is not there."""
        if not self._index.exists:
            yield self._paths.index, "gone: nothing can be compared with it"
        for id, line in self._lines.items():
            if not self._paths.person(id).exists():
                yield self._paths.person(id), "gone"
            elif line.copied == self._last.get(id) and not self._has_copy(id, line.copied):
                yield self._paths.backup / f"*/{id}.sealed", "its newest dated copy is gone"
        for name in self._index.log:
            if not (path := self._paths.log / f"{name}.sealed").exists():
                yield path, "gone"

    def _has_copy(self, id: str, last: str) -> bool:
        """Whether there is a dated copy of the file as it is, or one that is damaged."""
        damaged = any(name.endswith(f"/{id}.sealed") for name in self._amiss)
        return damaged or (id, last) in self._copied

    def _not_as_listed(self) -> Iterator[tuple[Path, str]]:
        """What is not as the list of its folder of dated copies says."""
        for folder in sorted(self._paths.backup.glob("*/")):
            try:
                listed = file_list.read(self._keys, folder)
            except Unreadable:
                continue  # found already
            for name, why in file_list.amiss(folder, listed) if listed is not None else ():
                yield folder / name, why

    def _keys_amiss(self) -> Iterator[tuple[Path, str]]:
        """What is wrong with the key file and its copy."""
        found = {path: path.read_bytes() for path in self._key_files() if path.exists()}
        for path in self._key_files():
            if path not in found:
                yield path, "gone"
                continue
            try:
                genuine = read_key_file(found[path]).is_signed(self._keys.key)
            except SrtError:
                genuine = False
            if not genuine:
                yield path, "damaged"
        if len(set(found.values())) > 1:
            yield self._paths.keys_copy, "not the same as vault.json"

    def _key_files(self) -> tuple[Path, Path]:
        return self._paths.keys, self._paths.keys_copy
