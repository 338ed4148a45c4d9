"""The demo: a throw-away store with eight invented people in different places of the pack."""

import datetime as dt
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from srt_tui.domain import plan as planning
from srt_tui.domain.entry import Opened
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.session import Draft
from srt_tui.store import Cost
from srt_tui.workflow.invented import Meeting, Person, history
from srt_tui.workflow.workspace import Workspace

_FOUNDATION = ("f01", "f02", "f03", "f04", "f05", "f06", "f07", "f08")
_STEP = "Say my number three times a day"


def _run(*exercises: str, start: int, gap: int = 7) -> tuple[Meeting, ...]:
    """Meetings a week apart, one exercise each, done."""
    return tuple(
        Meeting(days_ago=start - gap * place, exercise=exercise, marks=(4, 4, 3, 4, 4),
                mine=(4, 3, 4, 4, 3))
        for place, exercise in enumerate(exercises)
    )  # fmt: skip


PEOPLE: tuple[Person, ...] = (
    Person(
        reference="JD-07",
        preferences=Preferences(leave_out=("alcohol", "drugs")),
        referred_days_ago=50,
        meetings=(
            *_run("f01", "f02", "f03", start=32),
            Meeting(
                days_ago=11,
                exercise="f04",
                words=("Cold water works. Counting does not.", "", "It's the jaw. Always the jaw."),
                step=_STEP,
                marks=(4, 4, 4, 3, 4),
                mine=(4, 4, 4, 4, 3),
                numbers=(4, 2),
                sign="away-short",
                recorded=False,
            ),
        ),
    ),
    Person(
        reference="MK-02",
        preferences=Preferences(minutes=45),
        referred_days_ago=120,
        meetings=(
            *_run(*_FOUNDATION, start=74),
            Meeting(days_ago=4, exercise="t01", words=("Hot thought. I say it out loud now.",),
                    step="Test one thought a day", marks=(5, 4, 5, 4, 4), mine=(5, 4, 4, 4, 4)),
        ),
    ),
    Person(
        reference="RS-11",
        preferences=Preferences(suits=("captions", "light-words")),
        referred_days_ago=40,
        meetings=(
            Meeting(days_ago=21, exercise="f01", words=("My lad would say I turn up.",),
                    marks=("high", "middle", "high", "low", "middle"), step="Ring my brother"),
        ),
        follow_up_days=2,
    ),
    Person(reference="TB-05", preferences=Preferences(), referred_days_ago=6),
    Person(
        reference="GH-14",
        preferences=Preferences(format="phone", minutes=20),
        referred_days_ago=60,
        meetings=(
            *_run("f01", start=35),
            Meeting(days_ago=21, exercise="f02", outcome="partly",
                    words=("I carry my dad's temper. That's what they say.",),
                    step="Draw the boxes once"),
            Meeting(days_ago=14, exercise="f02", outcome="partly", tried="half",
                    words=("The last box is the hard one.",)),
        ),
    ),
    Person(
        reference="CW-03",
        preferences=Preferences(minutes=60, suits=("captions", "plain")),
        referred_days_ago=200,
        meetings=(
            *_run(*_FOUNDATION, "t01", "t02", "t03", "t04", "t05", "e01", "e02", "e03", "e04",
                  "e05", "r01", "r02", "r03", "r04", "r05", "r06", start=171),
        ),
    ),
    Person(
        reference="LN-09",
        preferences=Preferences(leave_out=("children",)),
        referred_days_ago=90,
        meetings=(
            *_run(*_FOUNDATION[:5], start=40),
            Meeting(days_ago=5, exercise="f06", outcome="partly", fit="not-me", numbers=(6, 5),
                    words=("I never laid a finger on anyone.",), marks=(2, 3, 2, 1, 3),
                    mine=(3, 3, 2, 3, 4), sign="push-work", move="notice", step="Count my buts"),
        ),
    ),
    Person(
        reference="AB-12",
        preferences=Preferences(),
        referred_days_ago=150,
        meetings=_run("f01", "f02", start=120),
        ended="moved",
    ),
)  # fmt: skip
CUT_OFF = "RS-11"


@contextmanager
def throw_away() -> Iterator[Path]:
    """A folder for a demo's store, removed on leaving."""
    folder = Path(tempfile.mkdtemp(prefix="srt-demo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill(workspace: Workspace) -> None:
    """Make the demo's vault and everybody in it, one of them in the middle of a session."""
    workspace.create(secrets.token_urlsafe(24), cost=Cost.least())
    now = workspace.now()
    for person in PEOPLE:
        workspace.vault.add(person.reference, *history(person, workspace.pack, now))
    _cut_off(workspace, now - dt.timedelta(days=4))


def _cut_off(workspace: Workspace, opened: dt.datetime) -> None:
    """Leave one session as a machine that was unplugged would leave it."""
    pack: Pack = workspace.pack
    file = workspace.person(CUT_OFF)
    plan = planning.make(pack, ("f02",), minutes=30, reason="next in the foundation")
    file.append(
        Opened(
            at=opened,
            session=2,
            pack=pack.id,
            pack_version=pack.version,
            format="room",
            minutes=30,
            items=plan.exercises,
            reason=plan.reason,
        )
    )
    draft = Draft(
        reference=CUT_OFF,
        session=2,
        opened=opened,
        plan=plan,
        page="3-p1",
        typed={"his": "The rent was one thing. It was my back that"},
    )
    file.save_draft(msgspec.json.encode(draft))
