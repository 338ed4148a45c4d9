"""The store is equal to a plain model after every step, whatever the steps are."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.letters import clean
from srt_tui.store import Cost, PersonFile, Vault

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said

TEXT = st.text(max_size=20)
MEMORY = next((str(path) for path in [Path("/dev/shm")] if path.is_dir()), None)  # noqa: S108 - the model does not test the disk, so it need not wait for one


class _Model:
    """What one person's file should hold."""

    def __init__(self) -> None:
        self.entries: dict[int, str] = {}
        self.hidden: set[int] = set()
        self.last = 0
        self.draft: bytes | None = None

    def copy(self) -> "_Model":
        made = _Model()
        made.entries, made.hidden = dict(self.entries), set(self.hidden)
        made.last, made.draft = self.last, self.draft
        return made

    @property
    def shown(self) -> list[tuple[int, str]]:
        return [(seq, text) for seq, text in self.entries.items() if seq not in self.hidden]


class Store(RuleBasedStateMachine):
    """What a user and misfortune do to one person's file."""

    make: "ClassVar[type[Keeper]]"
    said: "ClassVar[Said]"

    seqs = Bundle("seqs")
    hidden = Bundle("hidden")

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp(dir=MEMORY))
        self.keeper = self.make(self.place / "home")
        self.vault = self.keeper.create()
        self.person: PersonFile = self.vault.add("JD-07")
        self.model = _Model()
        self.saved: tuple[Path, _Model] | None = None

    def open(self, secret: str | None = None) -> None:
        self.vault = self.keeper.open(secret)
        self.person = self.vault.person("JD-07")

    @rule(target=seqs, text=TEXT)
    def insert(self, text: str) -> int:
        (entry,) = self.person.append(self.said(text))
        self._note(entry.seq, text)
        return entry.seq

    @rule(texts=st.lists(TEXT, max_size=4))
    def batch(self, texts: list[str]) -> None:
        for entry in self.person.append(*(self.said(text) for text in texts)):
            self._note(entry.seq, texts.pop(0))

    def _note(self, seq: int, text: str) -> None:
        self.model.last += 1
        assert seq == self.model.last
        self.model.entries[seq] = clean(text)

    @rule(text=TEXT)
    def refuse(self, text: str) -> None:
        with pytest.raises(SrtError, match="longer"):
            self.person.append(self.said(text), self.said("x" * 20_001))

    @rule(target=hidden, seq=consumes(seqs))
    def remove(self, seq: int) -> int:
        if seq in self.model.entries and seq not in self.model.hidden:
            self.person.take_out(seq)
            self.model.hidden.add(seq)
        return seq

    @rule(target=seqs, seq=consumes(hidden))
    def undo(self, seq: int) -> int:
        if seq in self.model.hidden:
            self.person.put_back(seq)
            self.model.hidden.discard(seq)
        return seq

    @rule()
    def settle(self) -> None:
        self.person.settle()
        for seq in self.model.hidden:
            del self.model.entries[seq]
        self.model.hidden.clear()

    @rule(data=st.binary(max_size=40))
    def type(self, data: bytes) -> None:
        self.person.save_draft(data)
        self.model.draft = data

    @rule()
    def commit(self) -> None:
        self.person.drop_draft()
        self.model.draft = None

    @rule()
    def compact(self) -> None:
        self.person.compact()

    @rule(recovery=st.booleans())
    def reopen(self, *, recovery: bool) -> None:
        self.vault.close()
        self.open(self.keeper.recovery if recovery else None)

    @rule()
    def lock(self) -> None:
        self.vault.close()
        with pytest.raises(SrtError) as refused:
            self.person.append(self.said("locked"))
        assert refused.value.exit_code is Exit.LOCKED
        self.open()

    @rule(share=st.floats(0, 0.99))
    def crash(self, share: float) -> None:
        lock = self.vault._lock
        assert lock is not None
        lock.release()
        end = self.person.log._end
        frame = end.chain.seal(b"{}")
        with self.keeper.file().open("r+b") as file:
            file.seek(end._end)
            file.write(frame[: int(share * len(frame))])
        self.open()
        assert self.keeper.kinds(self.vault) <= {"torn"}

    @rule()
    def rotate(self) -> None:
        secret = self.keeper.passphrase
        self.keeper.recovery = self.vault.rotate(secret, cost=Cost.least())
        self.person = self.vault.person("JD-07")

    @rule()
    def back_up(self) -> None:
        if self.saved:
            shutil.rmtree(self.saved[0].parent)
        folder = Path(tempfile.mkdtemp(dir=self.place))
        self.saved = self.vault.backup(folder).path, self.model.copy()
        self.recovery_then = self.keeper.recovery

    @rule()
    def restore(self) -> None:
        if self.saved:
            self.vault.close()
            secret, now = self.keeper.passphrase, self.keeper.now
            Vault.restore(self.saved[0], self.keeper.home, secret, now=now, put_aside=True)
            self.keeper.recovery = self.recovery_then
            self.model = self.saved[1].copy()
            self.keeper.time += dt.timedelta(seconds=1)
            self.open()

    @rule()
    def hand_over(self) -> None:
        exported = self.vault.export(["JD-07"])
        self.vault.erase("JD-07")
        assert self.vault.import_case(exported).added == ("JD-07",)
        self.person = self.vault.person("JD-07")
        assert self.vault.export(["JD-07"]) == exported
        for seq in self.model.hidden:
            del self.model.entries[seq]
        self.model.hidden.clear()
        self.model.draft = None

    @invariant()
    def equal(self) -> None:
        found = [(entry.seq, getattr(entry, "text", "")) for entry in self.person.entries()]
        assert found == self.model.shown
        assert self.person.draft() == self.model.draft
        assert self.vault.cards() == {"JD-07": f"JD-07 has {len(found)}".encode()}

    def teardown(self) -> None:
        self.keeper.close()
        shutil.rmtree(self.place)


def test_the_store_equals_the_model_after_every_step(keeper: "Keeper", said: "Said") -> None:
    run_state_machine_as_test(
        type("Bound", (Store,), {"make": type(keeper), "said": staticmethod(said)}),
        settings=settings(
            max_examples=40,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
