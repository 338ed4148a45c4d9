"""A process to be killed, starved or refused: plays steps and says what it acknowledged.

    python tests/faults/worker.py HOME day|few|saves|hold

Each line on stdout is one `try`, `ack`, `refused` or `memory` with the state as JSON. The line
`begin` on stderr marks, for `strace`, where the faults begin.
"""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from srt_tui.domain.errors import SrtError
from srt_tui.store import Cost, Vault
from tests.faults import mutants
from tests.faults.scenario import State, Steps, now, summarise, words

MARK = b"begin\n"


def say(name: str, state: State) -> None:
    """One line, in one call, so that a death never leaves half of it."""
    os.write(1, json.dumps([name, state]).encode() + b"\n")


def warm_up(place: Path) -> None:
    """Load everything that is loaded late, so that the faults meet the store's own calls."""
    vault, _ = Vault.create(place, "x", cost=Cost.least(), summarise=summarise, now=now)
    vault.add("ZZ-1", words("x")).append(words("y"))
    vault.close()
    Vault.open(place, "x", summarise=summarise, now=now).close()


def day(steps: Steps) -> None:
    """A session and what is done to the whole store, as far as the faults let it."""
    for part in (steps.open, steps.session, steps.custody):
        part()


def few(steps: Steps) -> None:
    """Three saves and a draft, and the process is gone without a word."""
    steps.open()
    person = steps.vault.person("JD-07") if steps.vault else None
    assert person
    for text in ("three", "four", "five"):
        after = steps.people("JD-07", *steps.state["people"]["JD-07"], text)
        steps.step(lambda text=text: person.append(words(text)), people=after)  # type: ignore[misc]
    steps.step(lambda: person.save_draft(b"typing"), drafts={"JD-07": ["typing"]})


def saves(steps: Steps) -> None:
    """Save after save until somebody ends it, or nothing can be saved any more."""
    steps.open()
    person = steps.vault.person("JD-07") if steps.vault else None
    assert person
    for count in range(100_000):
        before = steps.state["people"]["JD-07"]
        texts = [*before, f"{count}"]
        after = steps.people("JD-07", *texts)
        steps.step(lambda text=texts[-1]: person.append(words(text)), people=after)  # type: ignore[misc]
        if steps.state["people"]["JD-07"] == before:
            return


def hold(steps: Steps) -> None:
    """Open the store and keep it until stdin ends."""
    steps.open()
    sys.stdin.read()


if __name__ == "__main__":
    home = Path(sys.argv[1])
    if len(sys.argv) > 3:
        warm_up(Path(sys.argv[3]))
    mutants.of_this_process()
    os.write(2, MARK)
    steps = Steps(home, say)
    try:
        {"day": day, "few": few, "saves": saves, "hold": hold}[sys.argv[2]](steps)
    except SrtError:
        say("stopped", steps.state)
    os._exit(0)
