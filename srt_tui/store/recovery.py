"""The open rule: what may be dropped, what is put in quarantine, what is put back, what is said."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.container import MOST_HEADER, Contents, Unreadable, read, read_header
from srt_tui.store.copies import Copies
from srt_tui.store.index import ASTRAY, IndexLine, look
from srt_tui.store.keyring import KeyRing
from srt_tui.store.migrate import schema
from srt_tui.store.paths import Notice, NoticeKind, Paths
from srt_tui.store.person_log import State, render, replay
from srt_tui.store.quarantine import put_aside
from srt_tui.store.salvage import salvage
from srt_tui.store.telling import telling, told
from srt_tui.store.write_guard import WriteGuard


class OpenedFile(NamedTuple):
    """A participant's file as it was read or put together."""

    contents: Contents
    state: State


class Recovery:
    """How a participant's file is opened, and what is done about one that is not as it should be.

    Only an incomplete last frame is dropped. A vault that is open to read only is never touched.
    """

    def __init__(
        self,
        paths: Paths,
        keys: KeyRing,
        guard: WriteGuard,
        copies: Copies,
        now: Callable[[], datetime],
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._guard = guard
        self.copies = copies
        self._now = now
        self.notices: list[Notice] = []
        self.older: set[str] = set()

    def say(self, kind: NoticeKind, sentence: str, reference: str = "") -> None:
        """Note what was found, once."""
        notice = Notice(kind, sentence, reference)
        if notice not in self.notices:
            self.notices.append(notice)

    def open(self, id: str, line: IndexLine | None) -> OpenedFile:
        """The file of `id`, of which the index knows `line`.

        Raises SrtError when it is of a newer version, or nothing of it is left.
        """
        data = b""
        try:
            data = self._paths.person(id).read_bytes()
            contents = read(data, self._keys, "person", id).intact()
            state = replay(contents.frames)
        except FileNotFoundError:
            return self._mended(id, data, line, "missing", "A file that was here is gone.")
        except OSError as error:
            raise told(error, "reading") from None
        except Unreadable as found:
            if found.why == "newer":
                raise self._newer(line) from None
            if found.why == "foreign" and self._all_straightened():
                return self.open(id, line)
            return self._mended(id, data, line, "damaged", "A file was damaged.")
        if line is not None and line.mark.knows_more_than(contents):
            return self._older(id, data, line, OpenedFile(contents, state))
        if contents.tail == "torn" and not self._guard.read_only:
            self._drop_tail(id, contents)
            self.say("torn", "The last save had been cut off and was dropped.", state.reference)
        state.bring_up(schema())
        self.older.discard(id)
        return OpenedFile(contents, state)

    def _drop_tail(self, id: str, contents: Contents) -> None:
        """Cut an incomplete last frame off. Raises SrtError."""
        with telling("opening"):
            private_files.cut(self._paths.person(id), contents.end)
        contents.size = contents.end

    def _newer(self, line: IndexLine | None) -> SrtError:
        text = "A file was written by a newer version of this program."
        self.say("newer", text + " It was not touched.", line.reference if line else "")
        return SrtError(text, "It was not touched. Use the newer version.", Exit.LOCKED)

    def _older(self, id: str, data: bytes, line: IndexLine, found: OpenedFile) -> OpenedFile:
        """An older copy lies in the place: a newer dated copy takes over, else it is asked about.

        Until somebody says that it will do, its id is in `older`, and it is left as it is.
        """
        copy = self.copies.newest(id)
        if copy is not None and not line.mark.knows_more_than(copy.contents):
            return self._mended(id, data, line, "older", "An older copy lay in a file's place.")
        self.older.add(id)
        self.say(
            "older",
            "A file is older than when it was closed last: what was saved later is missing. "
            "It stays closed until you say that you go on with it.",
            found.state.reference,
        )
        found.state.bring_up(schema())
        return found

    def _mended(
        self, id: str, data: bytes, line: IndexLine | None, kind: NoticeKind, sentence: str
    ) -> OpenedFile:
        saved = salvage(self._keys, id, data, self.copies.newest(id))
        if saved is None:
            self._clear(id)
            sentence += " Nothing of it could be put back."
            self.say(kind, sentence, line.reference if line else "")
            raise SrtError("This person's file cannot be read.", "Restore a backup: srt restore.")
        saved.state.bring_up(schema())
        made = render(self._keys, id, saved.generation, saved.state)
        if not self._guard.read_only:
            with telling():
                if data:
                    put_aside(self._paths, self._paths.person(id), self._now())
                    sentence += " It is in quarantine, untouched."
                private_files.replace(self._paths.person(id), made.data)
        self.say(kind, f"{sentence} {saved.sentence}", saved.state.reference)
        return OpenedFile(made.contents, saved.state)

    def _clear(self, id: str) -> None:
        """Take a file of which nothing can be read out of the way."""
        path = self._paths.person(id)
        if self._guard.read_only or not path.exists():
            return
        with telling():
            put_aside(self._paths, path, self._now())
            private_files.remove(path)

    def _all_straightened(self) -> bool:
        with telling("opening"):
            return self.straighten(set(look(self._paths).stamps), left=False)

    def straighten(self, ids: set[str], *, left: bool) -> bool:
        """Bring files that lie in another's place back to their own. Raises OSError.

        `left` when a death in the middle of this left files on their way.
        """
        wrong = [path for id in ids if self._owner(path := self._paths.person(id)) != id]
        if self._guard.read_only or not (wrong or left):
            return False
        for path in wrong:
            path.replace(path.with_suffix(ASTRAY))
        for path in sorted(self._paths.people.glob("*" + ASTRAY)):
            place = self._paths.person(self._owner(path))
            if place.exists():
                put_aside(self._paths, path, self._now())
                private_files.remove(path)
            else:
                path.replace(place)
        private_files.sync_dir(self._paths.people)
        self.say("swapped", "Files lay in each other's place, and were put right.")
        return True

    def _owner(self, path: Path) -> str:
        """The id that a file says it is; its own name when its header says nothing."""
        try:
            with path.open("rb") as file:
                header, _ = read_header(file.read(MOST_HEADER))
        except (OSError, Unreadable):
            return path.stem
        return header.id if header.vault == self._keys.vault else path.stem

    def index_damaged(self, path: Path) -> None:
        """An index that cannot be read is made again; nothing is lost but what it knew."""
        del path
        self.say("index", "The overview could not be read and was made again from the files.")

    def log_failed(self, path: Path | None) -> None:
        """The access log misses a line, or not all of a file can be read. Raises OSError."""
        if path is None:
            self.say("log", "The access log could not be written: some lines are missing.")
            return
        self.say("log", "A part of the access log could not be read; the rest is kept.")
        if not self._guard.read_only:
            put_aside(self._paths, path, self._now())
            private_files.remove(path)

    def intent_damaged(self, path: Path) -> None:
        """A note of something begun cannot be read: nothing is done by it. Raises OSError."""
        self.say(
            "intent", "A note of what had been begun could not be read. Nothing was done by it."
        )
        if not self._guard.read_only:
            put_aside(self._paths, path, self._now())
            private_files.remove(path)

    def draft_damaged(self, path: Path) -> None:
        """A draft that cannot be read goes to quarantine. Raises OSError."""
        self.say("draft", "A draft could not be read and was put in quarantine.")
        if not self._guard.read_only:
            put_aside(self._paths, path, self._now())
            private_files.remove(path)
