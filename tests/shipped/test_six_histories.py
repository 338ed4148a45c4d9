"""Six invented histories and what the shipped pack suggests: a table to argue with."""

import datetime as dt
import importlib.util
from pathlib import Path
from typing import Any

import pytest

from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.suggest import suggest
from srt_tui.library import load
from srt_tui.locations import locate

WEEK = dt.timedelta(weeks=1)

TABLE = """
A new man, referred and not met yet
  f01 What matters to me (plan-first)
      The first time you use this together: hello, your two jobs, one short story.
  f02 The whole picture
      Also open in the foundation; it stands alone, and is best after “What matters to me”.
  f03 Thought, feeling, action
      Also open in the foundation; it stands alone, and is best after “The whole picture”.

Three weeks on “Early signs”, partly done each time
  f04 Early signs
      Next in the foundation; 3 visits so far, not done yet.
  e02 Let the wave pass
      3 visits to “Early signs”; the same skill, another story.
  f05 Stepping away safely
      Also open in the foundation; it stands alone, and is best after “Early signs”.

Control without violence: he leaves physical violence out, two meetings into that plan
  f01 What matters to me
      Next in the foundation, and it needs nothing before it.
  t03 Old rules (plan-room)
      Meeting 3 of “Control without violence”, the plan you are on.
  f03 Thought, feeling, action
      Also open in the foundation, and it needs nothing before it.

Does not drink or use drugs, and has done the foundation
  t01 Spot it, test it, cool it
      It builds on “Thought, feeling, action”, which he has done.
  e02 Let the wave pass
      Stands in for “The short fuse”, which touches what he leaves out.
  t03 Old rules
      It builds on “Saying it straight” and “What matters to me”, which he has done.

Short answers last time, and nothing put right since
  f04 Early signs
      Next in the foundation; it builds on “Thought, feeling, action”, which he has done.
  f03 Thought, feeling, action
      Something slipped last time; a story he knows leaves room to talk about that.
  f05 Stepping away safely
      Also open in the foundation; it stands alone, and is best after “Early signs”.

Ten weeks away, half way through the foundation
  f04 Early signs (plan-20)
      No session since 22 Sep; a short one with something he knows.
  f05 Stepping away safely
      Next in the foundation; it builds on “Early signs”, which he has done.
  f06 Saying it straight
      Also open in the foundation; it builds on “The whole picture”, which he has done.
""".strip()


@pytest.fixture(scope="module")
def make() -> Any:
    """The module `tests/samples/invented.py`."""
    path = Path(__file__).parents[1] / "samples" / "invented.py"
    spec = importlib.util.spec_from_file_location("invented", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pack() -> Pack:
    places = locate()
    return load(places.shipped_pack, places.templates).pack


def histories(make: Any) -> dict[str, tuple[History, int]]:
    """Each history by its name, and the weeks since its last session."""

    def done(*ids: str) -> list[list[Any]]:
        return [[make.visited(id)] for id in ids]

    def room(id: str) -> list[Any]:
        return [make.opened(template="plan-room"), make.visited(id)]

    stuck = [[make.visited("f04", "partly")] for _ in range(3)]
    quiet = make.made("sign", sign="away-short", title="Short answers")
    no_violence = Preferences(leave_out=("physical-violence",))
    dry = Preferences(leave_out=("alcohol", "drugs"))
    foundation = tuple(f"f0{n}" for n in range(1, 9))
    return {
        "A new man, referred and not met yet": (make.history(), 1),
        "Three weeks on “Early signs”, partly done each time": (
            make.history(*done("f01", "f02", "f03"), *stuck),
            1,
        ),
        "Control without violence: he leaves physical violence out, two meetings into that plan": (
            make.history(room("f06"), room("f07"), prefers=no_violence),
            1,
        ),
        "Does not drink or use drugs, and has done the foundation": (
            make.history(*done(*foundation), prefers=dry),
            1,
        ),
        "Short answers last time, and nothing put right since": (
            make.history(*done("f01", "f02"), [make.visited("f03"), quiet]),
            1,
        ),
        "Ten weeks away, half way through the foundation": (
            make.history(*done("f01", "f02", "f03", "f04")),
            10,
        ),
    }


def told(name: str, history: History, weeks: int, pack: Pack) -> str:
    """One history's part of the table."""
    last = history.last.date if history.last else history.entries[0].at.date()
    lines = [name]
    for each in suggest(history, pack, last + weeks * WEEK):
        frame = f" ({each.template})" if each.template else ""
        lines += [f"  {each.exercise} {each.title}{frame}", f"      {each.why}"]
    return "\n".join(lines)


def test_six_histories_give_the_suggestions_of_the_table(make: Any, pack: Pack) -> None:
    parts = [told(name, *found, pack) for name, found in histories(make).items()]
    assert "\n\n".join(parts).splitlines() == TABLE.splitlines()


def test_each_of_the_six_leaves_out_what_he_leaves_out(make: Any, pack: Pack) -> None:
    for history, weeks in histories(make).values():
        last = history.last.date if history.last else history.entries[0].at.date()
        found = suggest(history, pack, last + weeks * WEEK)
        assert len(found) == 3
        for each in found:
            touched = pack.exercises[each.exercise].sensitivities
            assert not set(history.preferences.leave_out) & set(touched)
