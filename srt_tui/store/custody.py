"""Looking after an unlocked vault: who saw what, copies, keys, erasing, and handing over."""

import contextlib
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import erase as erasing
from srt_tui.store import files, interchange, keychange, outside, place
from srt_tui.store.accesslog import Access, AccessLog, Kind
from srt_tui.store.copies import Copies
from srt_tui.store.erase import Receipt
from srt_tui.store.gate import Gate
from srt_tui.store.home import Home, Notice
from srt_tui.store.outside import Backup
from srt_tui.store.person import PersonFile
from srt_tui.store.rule import OpenRule
from srt_tui.store.seal import Cost
from srt_tui.store.shelf import Shelf, Summarise
from srt_tui.store.unlocking import Unlocked
from srt_tui.store.verify import Progress, Verified, verify

Now = Callable[[], datetime]


class Custody:
    """The parts of an unlocked vault and what is done with all of it."""

    def __init__(self, unlocked: Unlocked, summarise: Summarise, now: Now) -> None:
        self._home, self._keys, self._lock, mended = unlocked
        self._now = now
        self._gate = Gate(read_only=self._lock is None)
        copies = Copies(self._home, self._keys)
        self._rule = OpenRule(self._home, self._keys, self._gate, copies, now)
        self._log = AccessLog(self._home, self._keys, self._gate, now, self._rule.log_failed)
        self._shelf = Shelf(
            self._home, self._keys, self._gate, summarise, now, self._rule, self._log
        )
        if mended:
            self._rule.say("keys", "The key file was damaged; its copy took over.")
        try:
            self._begin()
        except BaseException as error:
            self._gate.broken = True
            self.close()
            if isinstance(error, OSError):
                raise files.told(error, "opening") from None
            raise
        self._ids = self._shelf.ids()
        self._log.note("unlocked")

    def _begin(self) -> None:
        """Make up for what a death left half done, then look at every file."""
        self._shelf.refuse_newer()
        if text := place.warning(self._home.root):
            self._rule.say("place", text)
        cut_off = None
        if self._lock:
            for directory in self._home.directories:
                files.sweep(directory)
            cut_off = erasing.unfinished(self._home)
            if cut_off:
                erasing.finish(self._home, cut_off)
        self._shelf.survey(without=cut_off)
        if cut_off:
            self._shelf.forget(cut_off)
            erasing.finished(self._home)
        if self._lock and self._keys.rotating:
            self._finish_rotation()

    @property
    def read_only(self) -> bool:
        """Whether this vault was opened to read only."""
        return self._gate.read_only

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What opening the vault and its files found and did."""
        return tuple(self._rule.notices)

    def log(self, kind: Kind, reference: str = "") -> None:
        """Add a line to the access log: that something was seen or done, never what it says."""
        self._gate.check_open()
        self._log.note(kind, self._ids.get(reference, ""))

    def access(self, reference: str | None = None) -> tuple[Access, ...]:
        """The access log, oldest first: all of it, or about one person."""
        self._gate.check_open()
        with files.telling("reading"):
            lines = self._log.lines()
        if reference is None:
            return lines
        return tuple(line for line in lines if line.id and line.id == self._ids.get(reference))

    def erase(self, reference: str) -> Receipt:
        """Remove a person from the store, the quarantine and every dated copy.

        Raises SrtError for nobody; and when the disk fails half way: the person is gone from here
        on, and the next opening removes what is left.
        """
        self._gate.check_writable()
        id = self._id(reference)
        backups = sum(line.kind == "backed-up" for line in self.access())
        self._shelf.let_go(id)
        with files.telling():
            erasing.begin(self._home, id)
        self._ids.pop(reference)
        with files.telling():
            self._shelf.forget(id)
            receipt = erasing.erase(self._home, id, self._now(), backups)
            erasing.finished(self._home)
        self._log.note("erased", id)
        return receipt

    def backup(self, directory: Path) -> Backup:
        """A dated copy of the whole vault in `directory`, opened to check it. Raises SrtError."""
        self._gate.check_open()
        with files.telling():
            made = outside.backup(self._home, self._keys, directory, self._now())
        self._log.note("backed-up")
        return made

    @staticmethod
    def restore(source: Path, home: Path, *, now: Now, put_aside: bool = False) -> Path | None:
        """Make a vault at `home` from a backup; see `outside.restore`. Raises SrtError."""
        with files.telling():
            return outside.restore(source, Home(home), now, put_aside=put_aside)

    def verify(self, progress: Progress) -> Verified:
        """Read everything once; nothing is changed."""
        self._gate.check_open()
        with files.telling("reading"):
            return verify(self._home, self._keys, progress)

    def change_passphrase(self, secret: str, new: str, *, cost: Cost) -> None:
        """Another passphrase; `secret` is the old one or the recovery key. Raises SrtError."""
        self._gate.check_writable()
        with files.telling():
            keychange.change_passphrase(self._home, self._keys, secret, new, cost)
        self._log.note("passphrase-changed")

    def rotate(self, passphrase: str, *, cost: Cost) -> str:
        """Seal everything under new keys; the new recovery key. Raises SrtError.

        Everybody's file is closed. Cut off at any time, the next opening goes on with it.
        """
        self._gate.check_writable()
        with files.telling():
            recovery = keychange.begin_rotation(self._home, self._keys, passphrase, cost)
        self._finish_rotation()
        self._log.note("keys-rotated")
        return recovery

    def _finish_rotation(self) -> None:
        """Go on as far as the disk lets us: the former key stays until all is done."""
        with contextlib.suppress(OSError, SrtError):
            self._log.rewrap()
            if self._shelf.rewrap():
                keychange.end_rotation(self._home, self._keys)
                return
        text = "Not everything is sealed under the new keys yet. The next opening goes on with it."
        self._rule.say("keys", text)

    def export(self, references: Iterable[str]) -> bytes:
        """These people as one `srt-case` file. Raises SrtError for nobody."""
        self._gate.check_open()
        ids = [self._id(reference) for reference in references]
        states = [self._opened(id).state for id in ids]
        for id in ids:
            self._log.note("exported", id)
        return interchange.encode(states)

    def import_case(self, data: bytes) -> tuple[str, ...]:
        """Add the people of a `srt-case` file: all of them, or SrtError and none."""
        self._gate.check_writable()
        states = interchange.decode(data)
        if any(state.reference in self._ids for state in states):
            raise SrtError(
                "A reference in that file is in use here.", "Nothing was imported.", Exit.USAGE
            )
        added = self._shelf.put(states)
        self._ids.update(added)
        for id in added.values():
            self._log.note("imported", id)
        return tuple(added)

    def _opened(self, id: str) -> PersonFile:
        """A participant's file. Raises SrtError (LOCKED) while it is an older copy."""
        person = self._shelf.open(id)
        if id in self._rule.older:
            raise SrtError(
                "This person's file is an older copy: what was saved later is missing.",
                "Put the newer copy back, or open the person in srt to go on with this one.",
                Exit.LOCKED,
            )
        return person

    def _id(self, reference: str) -> str:
        if reference not in self._ids:
            raise SrtError(
                "There is nobody with that reference.", "Look at the list: srt.", Exit.USAGE
            )
        return self._ids[reference]

    def close(self) -> None:
        """Copy what changed, write the index, drop the keys and all that was read.

        Closing twice is harmless, and nothing that was saved hangs on it.
        """
        if self._gate.closed:
            return
        try:
            self._shelf.close()
            self._log.close()
        finally:
            self._gate.closed = True
            self._keys.forget()
            self._ids = {}
            if self._lock:
                self._lock.release()
