"""What a practitioner does with the store, step by step, and what must be found after a fault.

Before each step the state it leads to is announced, after it the step is acknowledged. Whatever
happens in between, the store must open and hold either the last acknowledged state or the
announced one: never anything else.
"""

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from srt_tui.domain.entry import AnyEntry, Unknown, Words
from srt_tui.domain.errors import SrtError
from srt_tui.store import Cost, Vault

SECRETS = ("first passphrase", "second passphrase", "schema one")
START = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)

State = dict[str, dict[str, list[str]]]
Say = Callable[[str, State], None]


class Found(NamedTuple):
    """What a store holds, and what it said about itself."""

    state: State
    kinds: frozenset[str]


def summarise(reference: str, entries: Sequence[AnyEntry | Unknown]) -> bytes:
    return f"{reference}:{len(entries)}".encode()


def now() -> dt.datetime:
    return START


def words(text: str) -> Words:
    return Words(at=START, session=1, voice="his", text=text)


def read(vault: Vault) -> State:
    """Everything that people would miss."""
    people, drafts = {}, {}
    for reference in sorted(vault.cards()):
        person = vault.person(reference)
        people[reference] = [getattr(entry, "text", "?") for entry in person.entries()]
        draft = person.draft()
        if draft is not None:
            drafts[reference] = [draft.decode()]
    return {"people": people, "drafts": drafts}


def look(home: Path) -> Found:
    """Open the store as after a death, and read it. Raises SrtError when that cannot be."""
    if not Vault.exists(home):
        return Found({"people": {}, "drafts": {}}, frozenset())
    vault = opened(home)
    try:
        state = read(vault)
        for reference, texts in state["people"].items():
            person = vault.person(reference)
            person.append(words("after"))
            assert len(person.entries()) == len(texts) + 1
        return Found(state, frozenset(notice.kind for notice in vault.notices))
    finally:
        vault.close()


def opened(home: Path) -> Vault:
    """The store, with the first secret that opens it. Raises SrtError when none does."""
    for secret in SECRETS[:-1]:
        with contextlib.suppress(SrtError):
            return Vault.open(home, secret, summarise=summarise, now=now)
    return Vault.open(home, SECRETS[-1], summarise=summarise, now=now)


def prepare(home: Path) -> State:
    """A closed store of two people, with one dated copy of each."""
    vault, _ = Vault.create(home, SECRETS[0], cost=Cost.least(), summarise=summarise, now=now)
    vault.add("JD-07", words("one"), words("two"))
    vault.add("MK-12", words("his own"))
    state = read(vault)
    vault.close()
    return state


class Steps:
    """The steps, each announced and acknowledged through `say`."""

    def __init__(self, home: Path, say: Say) -> None:
        self.home = home
        self.say = say
        self.state: State = {"people": {}, "drafts": {}}
        self.vault: Vault | None = None

    def step(self, act: Callable[[], object], **after: dict[str, list[str]]) -> None:
        """Announce, act, acknowledge. After a refusal, what is in memory now is what counts."""
        expected = {**self.state, **after}
        self.say("try", expected)
        try:
            act()
        except SrtError:
            if self.vault is None:
                raise
            self.state = read(self.vault)
            self.say("memory", self.state)
        else:
            self.state = json.loads(json.dumps(expected))
            self.say("ack", self.state)

    def people(self, reference: str, *texts: str) -> dict[str, list[str]]:
        return {**self.state["people"], reference: list(texts)}

    def create(self) -> None:
        def act() -> None:
            self.vault, _ = Vault.create(
                self.home, SECRETS[0], cost=Cost.least(), summarise=summarise, now=now
            )

        self.step(act)

    def add(self) -> None:
        """Two people on the first day."""
        vault = self.vault
        assert vault
        first = self.people("JD-07", "one", "two")
        self.step(lambda: vault.add("JD-07", words("one"), words("two")), people=first)
        second = self.people("MK-12", "his own")
        self.step(lambda: vault.add("MK-12", words("his own")), people=second)

    def open(self) -> None:
        def act() -> None:
            self.vault = opened(self.home)
            self.state = read(self.vault)

        self.say("try", self.state)
        act()
        self.say("ack", self.state)

    def session(self) -> None:
        """Saves, a draft, something taken out for good."""
        assert self.vault
        jd = self.vault.person("JD-07")
        begun = self.state["people"]["JD-07"]
        self.step(lambda: jd.append(words("three")), people=self.people("JD-07", *begun, "three"))
        self.step(lambda: jd.save_draft(b"typing"), drafts={"JD-07": ["typing"]})
        self.step(lambda: jd.save_draft(b"typing on"), drafts={"JD-07": ["typing on"]})
        begun = self.state["people"]["JD-07"]
        both = self.people("JD-07", *begun, "four", "five")
        self.step(lambda: jd.append(words("four"), words("five")), people=both)
        self.step(jd.drop_draft, drafts={})
        hidden = self.state["people"]["JD-07"][1:]
        self.step(lambda: jd.take_out(1), people=self.people("JD-07", *hidden))
        self.step(jd.settle)
        self.step(jd.compact)
        begun = self.state["people"]["JD-07"]
        self.step(lambda: jd.append(words("six")), people=self.people("JD-07", *begun, "six"))

    def custody(self) -> None:
        """Somebody new, another passphrase, new keys, somebody erased, the end of the day."""
        vault = self.vault
        assert vault
        added = self.people("NB-03", "new")
        self.step(lambda: vault.add("NB-03", words("new")), people=added)
        self.step(lambda: vault.change_passphrase(SECRETS[0], SECRETS[1], cost=Cost.least()))
        self.step(lambda: vault.rotate(SECRETS[1], cost=Cost.least()))
        left = {key: texts for key, texts in self.state["people"].items() if key != "MK-12"}
        self.step(lambda: vault.erase("MK-12"), people=left)
        self.step(vault.close)
