"""What keys cost: moving, changing the screen, hiding, the next prompt, typing, searching."""

import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.bench import people
from tests.bench.measure import ROUNDS, Line, program, ratio, shuffled
from tests.bench.programs import (
    LIST,
    PEOPLE,
    SCREENS,
    Figures,
    dialog,
    find,
    hide,
    leave,
    live,
    srt,
)
from tests.support.terminal import Terminal

SEARCHED = 100_000


def keys(root: Path) -> Iterator[Line]:
    """Moving, changing the screen and hiding, over the keys of the list."""
    rounds: list[Figures] = []
    for _ in range(ROUNDS):
        figures = Figures()
        with program("list60", root) as unit, srt(root / "few") as ours:
            unit.ready(*LIST)
            ours.ready(*PEOPLE)
            unit.at_rest(0.5)
            ours.at_rest(0.5)
            moving(figures, unit, ours)
            changing(figures, unit, ours)
        rounds.append(figures)
    yield Line("move-over-list", ratio(rounds, "move-time", "row-time"), 1.0)
    yield Line("move-95th-over-list", ratio(rounds, "move-time", "row-time", 0.95), 1.5)
    yield Line("move-cpu-over-list", ratio(rounds, "move-cpu", "row-cpu"))
    yield Line("move-bytes", statistics.median(b for r in rounds for b in r["move-bytes"]), 2000)
    for name in SCREENS:
        for turn, gate in (("first", 2.0), ("again", 1.2)):
            yield Line(f"{turn}-{name}", ratio(rounds, f"{name}-{turn}-time", "dialog-time"), gate)
            yield Line(f"{turn}-{name}-cpu", ratio(rounds, f"{name}-{turn}-cpu", "dialog-cpu"))
    yield Line("hide-people", ratio(rounds, "hide-time", "dialog-time"), 1.0)
    yield Line("hide-people-cpu", ratio(rounds, "hide-cpu", "dialog-cpu"))


def moving(figures: Figures, unit: Terminal, ours: Terminal) -> None:
    """Down and down again, in both."""
    at = {"row": 0, "move": 0}
    refs = re.findall(r"P-\d{4}", ours.text)
    for name in shuffled(("row", "move"), 15):
        at[name] += 1
        if name == "row":
            came = unit.measure("down", see=f"row={at[name]}.")
        else:
            came = ours.measure("down", see=f"{refs[at[name]]} · ")
        figures.note(name, came)


def changing(figures: Figures, unit: Terminal, ours: Terminal) -> None:
    """Each screen once and again, and hiding, between dialogs of the list."""
    for turn in ("first", "again", "again"):
        for name in shuffled((*SCREENS, "hide", "dialog", "dialog")):
            if name == "dialog":
                dialog(figures, unit)
            elif name == "hide":
                hide(figures, "hide", ours)
            else:
                key, see = SCREENS[name]
                figures.note(f"{name}-{turn}", ours.measure(key, see=see))
                leave(ours)
                ours.at_rest(0.15)


def session(root: Path) -> Iterator[Line]:
    """The next prompt, typing a long reflection, and hiding, in a session."""
    rounds: list[Figures] = []
    for number in range(ROUNDS):
        home = root / f"live{number}"
        prompts = [" ".join(text.split()[:3]) for text in people.in_session(home)]
        figures = Figures()
        with program("list60", root) as unit:
            unit.ready(*LIST)
            unit.at_rest(0.3)
            with live(home, people.TALKING, see=prompts[0]) as ours:
                for prompt in prompts[1:]:
                    figures.note("prompt", ours.measure("enter", see=prompt))
                    dialog(figures, unit)
                    hide(figures, "hide", ours)
            unit.press("/")
            unit.at_rest()
            with live(home, people.TYPING, see="its hin") as ours:
                reflecting(figures, unit, ours)
                hide(figures, "hide-typing", ours)
        rounds.append(figures)
    yield Line("next-prompt-over-dialog", ratio(rounds, "prompt-time", "dialog-time"), 1.2)
    yield Line("next-prompt-over-dialog-cpu", ratio(rounds, "prompt-cpu", "dialog-cpu"))
    yield Line("type-reflection-over-list", ratio(rounds, "write-time", "type-time"), 1.25)
    yield Line("type-reflection-over-list-cpu", ratio(rounds, "write-cpu", "type-cpu"))
    for name in ("hide", "hide-typing"):
        yield Line(f"{name}-session", ratio(rounds, f"{name}-time", "dialog-time"), 1.0)
        yield Line(f"{name}-session-cpu", ratio(rounds, f"{name}-cpu", "dialog-cpu"))


def reflecting(figures: Figures, unit: Terminal, ours: Terminal) -> None:
    """Letters at the end of 5,000, and letters in the list's box."""
    letters, typed = iter("zqxjkvwyb"), ""
    for name in shuffled(("type", "write"), 9):
        if name == "write":
            typed += (letter := next(letters))
            figures.note("write", ours.measure(letter, see=f"its hin{typed}"))
        else:
            find(figures, unit)


def search(root: Path) -> Iterator[Line]:
    """Typing in the search over everything that one person said."""
    held = people.much(root / "much", SEARCHED)
    rounds: list[Figures] = []
    with program("list60", root) as unit, srt(root / "much") as ours:
        unit.ready(*LIST)
        unit.at_rest(0.3)
        unit.press("/")
        ours.ready(PEOPLE[0], people.MUCH, "Hide")
        ours.at_rest(0.3)
        ours.press("h")
        ours.until(lambda shown: SCREENS["history"][1] in shown, 60)
        ours.press("/")
        ours.at_rest(1)
        for _ in range(ROUNDS):
            figures = Figures()
            for typed in ("0", "04", "042"):
                for name in shuffled(("unit", "ours")):
                    if name == "unit":
                        find(figures, unit)
                    else:
                        came = ours.measure(typed[-1], see=f" {held(typed)} places", rest=0.3)
                        figures.note("find", came)
            ours.press(*["backspace"] * 3)
            ours.until(lambda shown: "places" not in shown)
            ours.at_rest(0.5)
            rounds.append(figures)
    yield Line("type-search-over-list", ratio(rounds, "find-time", "type-time"), 1.5)
    yield Line("type-search-over-list-cpu", ratio(rounds, "find-cpu", "type-cpu"))
