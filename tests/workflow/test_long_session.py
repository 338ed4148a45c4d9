"""Long sessions by chance: whatever is done in whatever order, nothing is lost or given away.

With SRT_LONG=1 many more of them.
"""

import contextlib
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, get_args

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from srt_tui.domain import entry as happened
from srt_tui.domain import plan as planning
from srt_tui.domain.answers import Answered
from srt_tui.domain.asking import asking
from srt_tui.domain.content import (
    BeforeAfterField,
    ChainField,
    ChoiceField,
    ScaleField,
    TextField,
)
from srt_tui.domain.entry import AnyEntry, SkipReason, Unknown
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pages import (
    AnyPage,
    CheckLinePage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    FitPage,
    NumberPage,
    OutcomePage,
    Page,
    StepBackPage,
    StepPage,
)
from srt_tui.domain.participant import Guidance, Preferences, Suits
from srt_tui.domain.questions import asks_of
from srt_tui.domain.views import StoryWaits
from srt_tui.library import load
from srt_tui.locations import locate
from srt_tui.present.session.pages import view
from srt_tui.present.session.story import waiting
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.workflow import prepare, review
from srt_tui.workflow.deliver import closing, swapping, verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.private import PrivateLog
from srt_tui.workflow.workspace import Workspace
from tests.support.private import private_words

LONG = "SRT_LONG" in os.environ
PLACES = locate()
PACK = load(PLACES.shipped_pack, PLACES.templates).pack
EXERCISES = sorted(PACK.exercises)
SAID_ONLY = [e.id for e in PACK.exercises.values() if not all(f.saved for f in e.fields)]
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there
PASSPHRASE = "four plain words here"
REFERENCE = "QX-47"
SECRET, MINE, UNSAVED = "zq-note-zq", "zq-mine-zq", "zq-unsaved-zq"
NEVER_SHOWN = (REFERENCE, SECRET, MINE, *private_words(PACK))
Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]

said = st.sampled_from(["It's the jaw.", "no [b]but[/b]", "  ", "", "é☃ 4 o'clock", "a\tb"])
reasons = st.sampled_from([None, *get_args(SkipReason)])
tenths = st.integers(0, 10) | st.sampled_from(["low", "middle", "high"])
marks = st.none() | st.integers(1, 5) | st.sampled_from(["low", "middle", "high"])
ONE: dict[type, tuple[st.SearchStrategy[Any], str, type[AnyEntry], str]] = {
    FitPage: (st.sampled_from(get_args(happened.FitWord)), "fit", happened.Fit, "fit"),
    OutcomePage: (
        st.sampled_from(get_args(happened.Outcome)), "outcome", happened.Visited, "outcome"
    ),
    NumberPage: (tenths, "his_number", happened.Number, "value"),
    ClipPage: (st.sampled_from(get_args(happened.Form)), "clip_shown", happened.ClipShown, "form"),
}  # fmt: skip
"""Pages that take one value: by which verb, and as what it is kept."""


class Room(RuleBasedStateMachine):
    """Two people, one store, and a list of all that has been kept."""

    @initialize(
        minutes=st.sampled_from([20, 30, 45, 60]),
        format=st.sampled_from(["room", "phone", "video"]),
        guidance=st.sampled_from(get_args(Guidance)),
        suits=st.lists(st.sampled_from(get_args(Suits)), unique=True),
        every=st.sampled_from([1, 3]),
    )
    def begin(self, minutes: Any, format: Any, guidance: Any, suits: Any, every: Any) -> None:
        self.now = dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.crashes = 0
        self.typed: dict[str, str] = {}
        self.hidden: list[AnyEntry | Unknown] = []
        self.workspace = self.opened(new=True)
        chosen = Preferences(
            minutes=minutes, format=format, guidance=guidance, suits=tuple(suits), check_every=every
        )
        prepare.add_person(self.workspace, REFERENCE, chosen, self.workspace.today)
        self.model = list(self.workspace.person(REFERENCE).entries())
        self.live: LiveSession | None = None

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.leads_to_the_end()
            self.workspace.lock()
            shutil.rmtree(self.folder)

    def opened(self, *, new: bool = False) -> Workspace:
        store = self.folder / str(self.crashes)
        made = Workspace(
            pack=PACK,
            clips=PLACES.shipped_pack / "clips",
            store=store,
            settings=Settings(),
            now=lambda: self.now,
        )
        if new:
            made.create(PASSPHRASE, cost=Cost.least())
        else:
            made.unlock(PASSPHRASE)
        return made

    def did(
        self, act: Callable[[], object], *expected: tuple[type[AnyEntry], dict[str, Any]]
    ) -> None:
        """Do it: all that was kept is still kept, and what was expected has come to it."""
        self.now += dt.timedelta(seconds=41)
        with contextlib.suppress(SrtError):
            act()
        entries = list(self.workspace.person(REFERENCE).entries())
        assert entries[: len(self.model)] == self.model
        came = entries[len(self.model) :]
        for kind, values in expected:
            assert any(
                isinstance(e, kind) and all(getattr(e, n) == v for n, v in values.items())
                for e in came
            ), (kind, values, came)
        self.model = entries

    # Between sessions

    @precondition(lambda self: self.live is None)
    @rule(
        exercises=st.lists(
            st.sampled_from(EXERCISES) | st.sampled_from(SAID_ONLY),
            min_size=1,
            max_size=2,
            unique=True,
        )
    )
    def start(self, exercises: list[str]) -> None:
        preparing = prepare.Preparing(self.workspace, REFERENCE)
        assert preparing.unfinished is None
        preparing.making.plan = planning.make(
            PACK,
            exercises,
            minutes=preparing.history.preferences.minutes,
            format=preparing.history.preferences.format,
        )
        self.did(lambda: setattr(self, "live", preparing.start()), (happened.Opened, {}))
        assert self.live
        self.typed = {}

    @precondition(lambda self: self.live is None and len(self.model) > 2)
    @rule()
    def read_the_note(self) -> None:
        note = review.note(self.workspace, REFERENCE)
        assert SECRET not in note.text
        assert UNSAVED not in note.text
        assert len(note.text) <= 12_000

    # In the session

    def session(self) -> LiveSession:
        assert self.live is not None
        return self.live

    @precondition(lambda self: self.live)
    @rule(times=st.integers(1, 6))
    def go_on(self, times: int) -> None:
        for _ in range(times):
            at = self.session().at
            self.did(self.session().next)
            assert self.session().at == at + 1 or self.session().is_last

    @precondition(lambda self: self.live)
    @rule(kind=st.sampled_from(get_args(AnyPage)), unsaved=st.booleans(), data=st.data())
    def go_on_to(self, kind: type[Page], *, unsaved: bool, data: st.DataObject) -> None:
        """To the next page of a kind, where there is one, and what it asks for."""
        live = self.session()

        def wanted(page: AnyPage) -> bool:
            if unsaved:
                return isinstance(page, FieldPage) and not page.field.saved
            return isinstance(page, kind)

        if any(wanted(page) for page in live.pages[live.at :]):
            while not wanted(live.page):
                self.did(live.next)
            self.type("answer", "half")
            self.answer_page(data)

    @precondition(lambda self: self.live)
    @rule()
    def go_back(self) -> None:
        at = self.session().at
        self.did(self.session().back)
        assert self.session().at == max(0, at - 1)

    @precondition(lambda self: self.live)
    @rule(reason=reasons, whole=st.booleans())
    def skip(self, reason: SkipReason | None, *, whole: bool) -> None:
        live = self.session()
        act = partial(verbs.skip_exercise if whole else verbs.skip, live)
        at, last = live.at, live.is_last
        self.did(lambda: act(reason), (happened.Skipped, {"reason": reason}))
        assert live.at > at or last

    @precondition(lambda self: self.live and self.live.exercise)
    @rule(data=st.data(), reason=reasons)
    def swap(self, data: st.DataObject, reason: SkipReason | None) -> None:
        live = self.session()
        if others := swapping.stand_ins(live):
            other, gone = data.draw(st.sampled_from(others)), live.exercise
            self.did(lambda: swapping.swap(live, other, reason), (happened.Skipped, {"id": gone}))
            assert live.exercise == other
            assert swapping.can_unswap(live)

    @precondition(lambda self: self.live and swapping.can_unswap(self.live))
    @rule()
    def swap_back(self) -> None:
        live = self.session()
        assert live.draft.swapped
        taken, marked = live.draft.swapped.entries, live.draft.marks
        self.hidden += [e for e in self.model if e.seq in taken]
        self.model = [e for e in self.model if e.seq not in taken]
        self.did(lambda: swapping.unswap(live))
        assert live.draft.marks == marked

    @precondition(lambda self: self.live)
    @rule(text=said)
    def his_words(self, text: str) -> None:
        expected = (
            [(happened.Words, {"voice": "his", "text": text.strip()})] if text.strip() else []
        )
        self.did(lambda: verbs.words(self.session(), "his", text), *expected)
        self.typed.pop("his", None)

    @precondition(lambda self: self.live)
    @rule(slot=st.sampled_from(["his", "note", "mine", "answer"]), text=said)
    def type(self, slot: str, text: str) -> None:
        live = self.session()
        page = live.page
        unsaved = slot == "answer" and isinstance(page, FieldPage) and not page.field.saved
        live.type(slot, UNSAVED if unsaved else text)
        live.keep_draft()
        assert live.typed(slot) == ("" if unsaved else text)
        if slot != "answer":
            self.typed[slot] = text

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        self.answer_page(data)

    def answer_page(self, data: st.DataObject) -> None:
        """The one thing that this page asks for."""
        live, page = self.session(), self.session().page
        if isinstance(page, FieldPage):
            self.fill_in(page, data.draw)
        elif isinstance(page, CheckOfferPage | CheckPage | CheckLinePage):
            self.check(page, data.draw)
        elif isinstance(page, StepPage | StepBackPage):
            self.step(page, data.draw)
        elif type(page) in ONE:
            strategy, verb, kind, name = ONE[type(page)]
            value = data.draw(strategy)
            self.did(lambda: getattr(verbs, verb)(live, value), (kind, {name: value}))

    def check(self, page: AnyPage, draw: Draw) -> None:
        live = self.session()
        match page:
            case CheckPage():
                self.did(lambda: verbs.mark(live, draw(marks)))
            case CheckLinePage():
                line = draw(said)
                self.did(
                    lambda: verbs.check_line(live, line),
                    (happened.CheckDone, {"side": "his", "line": line.strip()}),
                )
            case _:
                self.did(
                    lambda: verbs.no_check(live), (happened.CheckDone, {"side": "his", "marks": {}})
                )

    def step(self, page: AnyPage, draw: Draw) -> None:
        live = self.session()
        if isinstance(page, StepPage):
            text, sure = draw(said), draw(st.none() | tenths)
            wanted = (happened.StepSet, {"text": text.strip(), "sure": sure})
            self.did(lambda: verbs.step(live, text, sure), *([wanted] if text.strip() else []))
        else:
            tried = draw(st.sampled_from(["tried", "half", "not"]))
            then = draw(st.sampled_from(["keep", "shrink", "swap", "done"]))
            reviewed = (happened.StepReviewed, {"tried": tried, "then": then})
            self.did(lambda: verbs.step_back(live, tried, then), reviewed)

    def fill_in(self, page: FieldPage, draw: Draw) -> None:
        text = draw(said) if page.field.saved else UNSAVED
        match page.field:
            case TextField():
                given = Answered(text=text)
            case ChoiceField(groups=groups, options=options) if groups:
                sorted_ = st.sampled_from(options), st.sampled_from(groups)
                given = Answered(sorted=(draw(st.tuples(*sorted_)),))
            case ChoiceField(options=options):
                given = Answered(picked=tuple(draw(st.lists(st.sampled_from(options), max_size=3))))
            case ScaleField():
                given = Answered(number=draw(tenths))
            case BeforeAfterField():
                given = Answered(number=draw(tenths), after=draw(st.none() | tenths))
            case ChainField(boxes=boxes):
                given = Answered(boxes=tuple((box, text) for box in boxes))
        expected = [(happened.Answer, {"field": page.field.id})] if page.field.saved else []
        self.did(lambda: verbs.answer(self.session(), given), *expected)

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def astray(self, data: st.DataObject) -> None:
        """A verb of another page than this one."""
        live = self.session()
        acts: list[Callable[[], object]] = [
            lambda: verbs.mark(live, 3),
            lambda: verbs.check_line(live, "x"),
            lambda: verbs.no_check(live),
            lambda: verbs.fit(live, "partly"),
            lambda: verbs.outcome(live, "partly"),
            lambda: verbs.answer(live, Answered(text="x")),
            lambda: verbs.clip_shown(live, "plain"),
            lambda: verbs.step_back(live, "half"),
            lambda: verbs.step(live, "x"),
            lambda: verbs.his_number(live, 6),
        ]
        self.did(data.draw(st.sampled_from(acts)))

    # In private

    @precondition(lambda self: self.live)
    @rule(sign=st.sampled_from([sign.id for sign in PACK.signs]))
    def sign(self, sign: str) -> None:
        self.did(lambda: PrivateLog(self.session()).sign(sign), (happened.SignSeen, {"sign": sign}))

    @precondition(lambda self: self.live)
    @rule(
        move=st.sampled_from([move.id for move in PACK.moves]),
        result=st.sampled_from(["better", "same", "worse", "held-line", "unfinished"]),
    )
    def move(self, move: str, result: str) -> None:
        logged = (happened.Repair, {"move": move, "result": result})
        self.did(lambda: PrivateLog(self.session()).repair(move, result), logged)

    @precondition(lambda self: self.live)
    @rule(days=st.none() | st.integers(0, 60))
    def safety(self, days: int | None) -> None:
        on = None if days is None else self.workspace.today + dt.timedelta(days=days)
        self.did(
            lambda: PrivateLog(self.session()).safety(on),
            (happened.SafetyRaised, {"follow_up": on}),
        )

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def note(self, data: st.DataObject) -> None:
        aside = PrivateLog(self.session())
        acts: list[tuple[Callable[[], object], type[AnyEntry]]] = [
            (lambda: aside.note(SECRET), happened.Note),
            (lambda: verbs.words(self.session(), "mine", MINE), happened.Words),
            (lambda: aside.energy("low"), happened.Energy),
            (aside.live_matter, happened.LiveMatter),
            (lambda: aside.attended("late"), happened.Attended),
            (lambda: aside.my_check({"w1": 2}, SECRET), happened.CheckDone),
        ]
        act, kind = data.draw(st.sampled_from(acts))
        self.did(act, (kind, {}))
        if kind is happened.Words:
            self.typed.pop("mine", None)

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def take_out(self, data: st.DataObject) -> None:
        number = self.session().number
        of_now = [e for e in self.model if e.session == number]
        out = data.draw(st.sampled_from([None, *of_now[1:]]))
        if out is None:
            return
        self.session().take_out(out.seq)
        self.model.remove(out)
        self.hidden.append(out)

    @precondition(lambda self: self.live and self.hidden)
    @rule()
    def put_back(self) -> None:
        again = self.hidden.pop()
        self.session().put_back(again.seq)
        self.model = sorted([*self.model, again], key=lambda entry: entry.seq)

    # Ends

    @precondition(lambda self: self.live)
    @rule(go_on=st.integers(0, 3))
    def crash(self, go_on: int) -> None:
        """The disk as it stands is all that is left of the program."""
        page = self.session().page
        gone, there = self.workspace, self.folder / str(self.crashes)
        self.crashes += 1
        shutil.copytree(there, self.folder / str(self.crashes))
        gone.lock()
        self.workspace = self.opened()
        assert list(self.workspace.person(REFERENCE).entries()) == self.model
        assert UNSAVED.encode() not in (self.workspace.person(REFERENCE).draft() or b"")
        preparing = prepare.Preparing(self.workspace, REFERENCE)
        if go_on:
            self.live = preparing.go_on()
            assert self.live.page == page
            for slot, text in self.typed.items():
                assert self.live.typed(slot) == text
        else:
            self.end(preparing.start_afresh)

    @precondition(lambda self: self.live and len(self.model) % 7 == 0)  # not at every turn
    @rule(days=st.none() | st.integers(0, 30))
    def close(self, days: int | None) -> None:
        """Stopped here, or at the end."""
        on = None if days is None else self.workspace.today + dt.timedelta(days=days)
        live = self.session()
        self.end(lambda: closing.close(live, next_on=on))

    def end(self, close: Callable[[], object]) -> None:
        self.did(close, (happened.Closed, {}))
        self.hidden = []
        self.live = None
        assert prepare.Preparing(self.workspace, REFERENCE).unfinished is None

    def leads_to_the_end(self) -> None:
        """From wherever they are, going on comes to the end, the note, and People."""
        if self.live is None:
            return
        for _ in self.live.pages:
            self.did(self.live.next)
        assert self.live.is_last
        self.end(partial(closing.close, self.live))
        self.read_the_note()

    # What always holds

    @invariant()
    def nothing_private_is_shared(self) -> None:
        live: LiveSession | None = getattr(self, "live", None)
        if live is None:
            return
        page, light = live.page, "light-words" in live.preferences.suits
        heading = PACK.stage(page.stage).title
        shown = repr(
            view(
                page,
                asking(*asks_of(page, light=light)),
                heading=heading,
                light=light,
                said=tuple(words.text for words in live.his_words()),
                note=PACK.worksheet_note,
            )
        )
        if isinstance(page, ClipPage):
            shown += repr(waiting(StoryWaits(page=page), heading))
        assert [words for words in NEVER_SHOWN if words in shown] == []

    @invariant()
    def what_is_said_is_not_saved(self) -> None:
        if hasattr(self, "model"):
            assert UNSAVED not in repr(self.model)
            if self.live:
                assert UNSAVED not in repr(self.live.draft)


def test_whatever_is_done_nothing_is_lost_given_away_or_stuck() -> None:
    run_state_machine_as_test(
        Room,
        settings=settings(
            max_examples=1_000 if LONG else 40,
            stateful_step_count=60,
            deadline=None,
            derandomize=not LONG,
            phases=list(Phase) if LONG else [Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
