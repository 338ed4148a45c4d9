"""Invented caseloads in a vault of least cost, the same people from the same seed."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from srt_tui.domain import plan as planning
from srt_tui.domain.entry import Opened, Words
from srt_tui.domain.participant import Preferences
from srt_tui.domain.session import Draft
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.workflow.invented import Meeting, Person, history
from srt_tui.workflow.workspace import Workspace, start

PASSPHRASE = "four plain words here"
SEED = 60
SESSIONS, EACH = 12, 20
SAID = "I put the phone down, went outside, and counted until my jaw let go."
REFLECTION = ("The gate was still off its hinge and I stood there with my hands open. " * 71)[:5000]
TALKING, TYPING, WATCHING, MUCH = "AA-1", "AA-2", "AA-3", "AA-4"
EXERCISE = "f02"
PLACES = {TALKING: ("talk", "p1", ""), TYPING: ("talk", "p1", REFLECTION),
          WATCHING: ("watch", "clip", "")}  # fmt: skip


@contextmanager
def records(home: Path) -> Iterator[Workspace]:
    """A new vault under `home`, open, with its passphrase in a file."""
    home.mkdir(parents=True)
    file = passphrase_file(home)
    file.write_text(PASSPHRASE)
    file.chmod(0o600)
    workspace = start(locate({"SRT_HOME": str(home)}), Settings())
    workspace.create(PASSPHRASE, cost=Cost.least())
    try:
        yield workspace
    finally:
        workspace.lock()


def passphrase_file(home: Path) -> Path:
    """Where the passphrase of the records under `home` is."""
    return home / "passphrase"


def reference(number: int) -> str:
    """The reference of an invented person."""
    return f"P-{number:04d}"


def caseload(home: Path, people: int) -> None:
    """So many people of twelve sessions each, about twenty entries a session."""
    draw = random.Random(SEED)  # noqa: S311 - invented people, the same every time
    with records(home) as workspace:
        now, exercises = workspace.now(), list(workspace.pack.exercises)
        for number in range(people):
            person = _person(reference(number), draw, exercises)
            workspace.vault.add(person.reference, *history(person, workspace.pack, now))


def _person(reference: str, draw: random.Random, exercises: list[str]) -> Person:
    last = draw.randrange(1, 30)
    meetings = (
        Meeting(
            days_ago=last + 7 * (SESSIONS - 1 - number),
            exercise=exercises[number % len(exercises)],
            words=tuple(f"{SAID} {draw.randrange(10_000)}" for _ in range(4)),
            step="Say my number three times a day",
            tried="tried" if number else "",
            marks=tuple(draw.choices((3, 4, 5), k=5)),
            mine=tuple(draw.choices((3, 4, 5), k=5)),
            numbers=(draw.randrange(3, 7), draw.randrange(1, 4)),
        )
        for number in range(SESSIONS)
    )
    return Person(
        reference=reference,
        preferences=Preferences(minutes=draw.choice((20, 30, 45, 60))),
        referred_days_ago=last + 7 * SESSIONS + 7,
        meetings=tuple(meetings),
    )


def in_session(home: Path) -> tuple[str, ...]:
    """Three people in the middle of a session: at a prompt, with 5,000 letters typed, at a story.

    Returns the prompts.
    """
    with records(home) as workspace:
        for reference, (stage, page, typed) in PLACES.items():
            _cut_off(workspace, reference, stage, page, typed)
        return tuple(prompt.text for prompt in workspace.pack.exercises[EXERCISE].prompts)


def _cut_off(workspace: Workspace, reference: str, stage: str, page: str, typed: str) -> None:
    now = workspace.now()
    file = workspace.vault.add(reference)
    plan = planning.make(workspace.pack, (EXERCISE,), minutes=60, reason="next in the foundation")
    place = next(n for n, item in enumerate(plan.items) if item.stage == stage)
    file.append(
        Opened(
            at=now, session=1, pack=workspace.pack.id, pack_version=workspace.pack.version,
            format="room", minutes=60, items=plan.exercises, reason=plan.reason,
        )
    )  # fmt: skip
    draft = Draft(
        reference=reference, session=1, opened=now, plan=plan, page=f"{place}-{page}",
        typed={"his": typed} if typed else {},
    )  # fmt: skip
    file.save_draft(msgspec.json.encode(draft))


def much(home: Path, entries: int) -> Callable[[str], int]:
    """One person of whom so much was said; returns how many lines hold a word."""
    with records(home) as workspace:
        began = workspace.now() - dt.timedelta(hours=entries // EACH)
        file = workspace.vault.add(MUCH)
        said = [f"{number:06d} {SAID}" for number in range(entries)]
        file.append(
            *(
                Words(
                    at=began + dt.timedelta(hours=n // EACH),
                    session=1 + n // EACH,
                    voice="his",
                    text=text,
                    exercise=EXERCISE,
                )
                for n, text in enumerate(said)
            )
        )
    return lambda typed: sum(typed in text for text in said)
