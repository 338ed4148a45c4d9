"""Invented packs and histories for the tests of the reports."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack


@pytest.fixture(scope="session")
def make() -> Any:
    """The module `tests/samples/invented.py`."""
    path = Path(__file__).parents[1] / "samples" / "invented.py"
    spec = importlib.util.spec_from_file_location("invented", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def pack(make: Any) -> Pack:
    """A pack with the shape of the shipped one."""
    made: Pack = make.pack()
    return made


@pytest.fixture
def full(make: Any) -> Any:
    """A person with one entry of every kind, each private one with a word of its own to look for.

    `PRIVATE` words stand only in what no shareable report may hold.
    """
    step = make.made("step-set", text="Say my number", exercise="f04", sure=7)
    first = [
        make.made("attended", came="late", reason="work"),
        make.made("limits-said"),
        make.number("in", 4),
        make.made("energy", value="middle"),
        make.made("live-matter"),
        make.made("rewatched", clip="clip-f01", title="What matters to me"),
        make.said("Work is steady."),
        make.made(
            "clip-shown",
            clip="clip-f04",
            title="Early signs",
            form="standard",
            exercise="f04",
            ranges=(make.Range(0, 74), make.Range(40, 65)),
            length=74,
        ),
        make.made("fit", clip="clip-f04", fit="fits-me"),
        make.made("prompt-used", exercise="f04", number=1, rung="character", text="His signs?"),
        make.made("prompt-used", exercise="f04", number=4, rung="self", text="Where?"),
        make.said("It's the jaw. Always the jaw.", "f04", prompt="Where?"),
        make.said("Quieter after that.", "f04", voice="mine"),
        make.made("answer", exercise="f04", field="f04.w5", label="My number:", number=6, after=3),
        make.made("skipped", what="field", id="f04.w2", title="The thought", reason="no-time"),
        make.made("skipped", what="exercise", id="f05", title="Stepping away", reason="no-time"),
        make.visited("f04", "done", title="Early signs", rung="self", minutes=17),
        make.made("sign", sign="away-short", title="PRIVATE-sign", exercise="f04"),
        make.made("repair", move="own", title="PRIVATE-move", result="better"),
        make.made("note", text="PRIVATE-note", exercise="f04"),
        make.made("note", text="PRIVATE-supervision", supervision=True),
        make.made("safety-raised", follow_up=make.TODAY),
        make.replace(make.his(5, 1, 3, 3, 3), line="PRIVATE-his-line"),
        make.replace(make.mine(2, 4, 3, 3, 2), line="PRIVATE-my-line"),
        make.made("skipped", what="check", id="check", title="PRIVATE-check"),
        step,
        make.said("Taking the number with me."),
        make.number("out", 3),
        make.made("closed", next_on=make.TODAY),
        make.made("recorded"),
    ]
    entries = make.course(first, [])
    seqs = {type(entry).__name__: entry.seq for entry in entries}
    reviewed = make.made("step-reviewed", step=seqs["StepSet"], tried="half", text="Twice")
    later = make.made("addendum", to=seqs["Note"], text="PRIVATE-addendum")
    return make.then(
        entries,
        make.replace(reviewed, session=2),
        make.replace(later, session=1),
        make.made("ended", on=make.TODAY, reason="moved"),
        make.Unknown(
            seq=99,
            session=2,
            at=make.START,
            kind="dream",
            raw={"kind": "dream", "x": "PRIVATE-new"},
        ),
    )


@pytest.fixture
def everything(full: Any, make: Any) -> History:
    """The history of that person."""
    history: History = make.History.of(full)
    return history
