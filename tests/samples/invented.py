"""Invented packs and histories for tests: a pack with the shape of the shipped one, and courses.

Loaded by the `make` fixture of test folders that need it.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from srt_tui.domain import entry as kinds
from srt_tui.domain.content import RUNGS, Clip, Exercise, Notes, Prompt, TextField
from srt_tui.domain.entry import AnyEntry, Mark, Unknown
from srt_tui.domain.history import History
from srt_tui.domain.pack import GuidePage, Module, Pack, Swap, Template, Visit
from srt_tui.domain.participant import Preferences
from srt_tui.domain.played import Range
from srt_tui.domain.structure import Check, CheckItem, Sign

__all__ = ["Range", "Unknown"]

START = dt.datetime(2026, 9, 1, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
TODAY = dt.date(2026, 12, 1)

# Brief B.8: id, title, lead, themes, sensitivities, before, best after.
GLANCE = """
f01|What matters to me|Marcus|values|||
f02|The whole picture|Tomasz|pressure|physical-violence money health|f01|
f03|Thought, feeling, action|Imran|thoughts|property-damage children separation|f02|
f04|Early signs|Marcus|body-signs coping||f03|
f05|Stepping away safely|Danny|stepping-away|physical-violence|f04|
f06|Saying it straight|Graham|responsibility|coercive-control money|f02|
f07|Through other eyes|Ryan|perspective|coercive-control|f03|f06
f08|My steady plan|all|planning coping||f01 f02 f03 f04 f05 f06 f07|
t01|Spot it, test it, cool it|Tomasz|thoughts|money health|f03|
t02|Guessing minds|Graham|thoughts|jealousy online coercive-control|f03|t01
t03|Old rules|Marcus|beliefs|childhood|f01|f06
t04|No buts|Danny|responsibility|physical-violence|f06|
t05|Play it forward|Imran|choices|online separation children|f03|f01
e01|Under the anger|Marcus|feelings||f04|
e02|Let the wave pass|Tomasz|coping|money health|f04|
e03|When jealousy knocks|Ryan|feelings|jealousy coercive-control|f04|t02
e04|The short fuse|Danny|substance-use|alcohol drugs physical-violence low-mood|f04|f02 f08
e05|Low days|Imran|loss|low-mood separation children|f08|
r01|Listening to understand|Marcus|listening||f07|
r02|Ask fair, hear no|Danny|consent|consent coercive-control|f05|
r03|Room to breathe|Graham|freedom|coercive-control money|f06|
r04|Screens and trust|Ryan|trust|online jealousy coercive-control separation|t02 e03|
r05|Small eyes, small ears|Imran|parenting|children separation childhood|f07|f04
r06|Endings and new starts|Graham|endings|separation coercive-control low-mood|f08|r03
""".strip()

ITEMS = ("Direction", "Use", "Ease", "Fair say", "No surprises")
MY_ITEMS = ("Direction", "Pitch", "Presence", "Fair say", "Both jobs")


def pack(**changes: Any) -> Pack:
    rows = [line.split("|") for line in GLANCE.splitlines()]
    exercises = {row[0]: _exercise(row) for row in rows}
    modules = {"f": "foundation", "t": "thinking", "e": "emotions", "r": "relationships"}
    made = Pack(
        id="steady-ground",
        title="Steady Ground",
        version="1.0",
        language="en-GB",
        modules=tuple(
            Module(
                id=name,
                title=name.capitalize(),
                exercises=tuple(id for id in exercises if id[0] == letter),
                first=name == "foundation",
            )
            for letter, name in modules.items()
        ),
        exercises=exercises,
        clips={e.clip: _clip(e.clip, e.title, e.lead) for e in exercises.values()},
        stages=(),
        check=Check(
            his=tuple(_item(f"p{n}", title) for n, title in enumerate(ITEMS, 1)),
            mine=tuple(_item(f"w{n}", title) for n, title in enumerate(MY_ITEMS, 1)),
            his_line="One thing to keep or change next time.",
            my_line="What I want to take to supervision.",
            rules=(),
            raise_when=(),
            raise_words=(),
        ),
        signs=(Sign(id="away-short", group="Pulling away", title="Short answers", plain="Fine."),),
        moves=(),
        safety=GuidePage(title="Safety", sections=()),
        cast=(),
        spare_names={},
        swaps=(
            Swap(when="Does not drink", text="", leave_out=("e04",), use=("e02",)),
            Swap(
                when="Objects to a clip",
                text="",
                pairs=(("f04", "e02"), ("t01", "t02"), ("f06", "t04"), ("f07", "r01")),
            ),
        ),
        sensitivities=(),
        templates={
            t.id: t
            for t in (
                template("plan-first", [("clip-welcome", "f01")]),
                template("plan-20", [("arrive",)], choose_from=("f04", "e02", "t01", "f05")),
                template(
                    "plan-room", [("f06",), ("f07",), ("t03",), ("r03",), ("t02",), ("r06",)],
                    or_else={5: ("r04",)},
                ),
                template("plan-whole-picture", [("f01",), ("f02",), ("f04",), ("f07",), ("t03",)]),
                template("plan-review", [("f08",)]),
            )
        },
        addons={},
        worksheet_note="",
        task_line="Do this on your own.",
    )  # fmt: skip
    return replace(made, **changes)


def template(
    id: str,
    visits: Sequence[tuple[str, ...]],
    choose_from: tuple[str, ...] = (),
    or_else: dict[int, tuple[str, ...]] | None = None,
) -> Template:
    return Template(
        id=id,
        title=id.removeprefix("plan-").capitalize(),
        for_whom="",
        lengths=(30,),
        visits=tuple(
            Visit(items=items, text="", or_else=(or_else or {}).get(place, ()))
            for place, items in enumerate(visits, start=1)
        ),
        stage_minutes={},
        choose_from=choose_from,
        sections=(),
    )


def _exercise(row: list[str]) -> Exercise:
    id, title, lead, themes, sensitivities, before, best_after = row
    rungs = ("character", *RUNGS)
    return Exercise(
        id=id,
        title=title,
        module={"f": "foundation", "t": "thinking", "e": "emotions", "r": "relationships"}[id[0]],
        short=20,
        full=35,
        clip=f"clip-{id}",
        lead=lead,
        purpose="",
        skill="One skill.",
        story="",
        prompts=tuple(Prompt(rung=r, text=f"Question {n}?") for n, r in enumerate(rungs, 1)),
        fields=(TextField(id=f"{id}.w1", label="A line of mine"),),
        between="One small step.",
        diary="A moment this week.",
        card=f"The card of {title}.",
        notes=Notes(aim="", watch_for="", stuck="", does_not_fit="", disclosure=""),
        themes=tuple(themes.split()),
        sensitivities=tuple(sensitivities.split()),
        before=tuple(before.split()),
        before_any=id == "r04",
        best_after=tuple(best_after.split()),
    )


def _clip(id: str, title: str, lead: str) -> Clip:
    return Clip(id=id, title=title, lead=lead, content_note="", scenes=())


def _item(id: str, title: str) -> CheckItem:
    return CheckItem(id=id, title=title, text="", low="", high="")


def history(*sessions: Sequence[AnyEntry], **how: Any) -> History:
    return History.of(course(*sessions, **how))


def course(
    *sessions: Sequence[AnyEntry],
    prefers: Preferences | None = None,
    open_end: bool = False,
    every: int = 7,
) -> tuple[AnyEntry, ...]:
    """Entries of sessions a week apart, opened and closed, with their places filled in."""
    told: list[AnyEntry] = [kinds.Referred(at=START, on=START.date())]
    if prefers:
        told.append(kinds.Preference(at=START, preferences=prefers))
    for number, session in enumerate(sessions, start=1):
        at = START + dt.timedelta(days=every * (number - 1))
        began = [] if _has(session, kinds.Opened) else [opened()]
        over = _has(session, kinds.Closed) or (open_end and number == len(sessions))
        ended = [] if over else [kinds.Closed(at=at)]
        told += [replace(e, at=at, session=number) for e in (*began, *session, *ended)]
    return tuple(replace(entry, seq=seq) for seq, entry in enumerate(told, start=1))


def then(entries: tuple[AnyEntry, ...], *later: AnyEntry) -> tuple[AnyEntry, ...]:
    """The same entries and some more after them, with their own sessions and dates."""
    seqs = range(len(entries) + 1, len(entries) + 1 + len(later))
    return (*entries, *(replace(e, seq=seq) for seq, e in zip(seqs, later, strict=True)))


def _has(session: Sequence[AnyEntry], kind: type[AnyEntry]) -> bool:
    return any(isinstance(entry, kind) for entry in session)


def opened(**changes: Any) -> AnyEntry:
    made = kinds.Opened(
        at=START, pack="steady-ground", pack_version="1.0", format="room", minutes=30
    )
    return replace(made, **changes)


def visited(exercise: str, outcome: Any = "done", **more: Any) -> AnyEntry:
    more.setdefault("title", f"Title of {exercise}")
    return kinds.Visited(at=START, exercise=exercise, outcome=outcome, **more)


def said(text: str, exercise: str | None = None, **more: Any) -> AnyEntry:
    return kinds.Words(at=START, **{"voice": "his", "text": text, "exercise": exercise, **more})


def number(when: Any, value: Any) -> AnyEntry:
    return kinds.Number(at=START, when=when, value=value)


def his(*marks: Mark) -> AnyEntry:
    return _check("his", "p", marks)


def mine(*marks: Mark) -> AnyEntry:
    return _check("mine", "w", marks)


def _check(side: Any, letter: str, marks: Sequence[Mark]) -> AnyEntry:
    given = {f"{letter}{place}": mark for place, mark in enumerate(marks, start=1)}
    return kinds.CheckDone(at=START, side=side, marks=given)


def passed() -> AnyEntry:
    return kinds.Skipped(at=START, what="check", id="check")


def made(kind: str, **values: Any) -> AnyEntry:
    """Any entry by its kind's tag."""
    by_tag = {str(each.__struct_config__.tag): each for each in kinds.ENTRY_TYPES}
    entry: AnyEntry = by_tag[kind](at=START, **values)  # type: ignore[assignment]  # the tag decides
    return entry
