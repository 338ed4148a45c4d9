"""Fifty-five invented people who come as far as those of the published pilot did.

    python tests/samples/pilot.py OUT.json

writes one `srt-case` file for `srt import`. The same file every time. The figures are those of
Morris and others (2021): 14 not started, 20 stopped before the foundation was done, 3 going on,
12 with the foundation done, 6 with all 24; a breach for six who had not started and for six of
those who stopped. Why the others ended is invented.
"""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOUNDATION: tuple[str, ...] = tuple(f"f{n:02}" for n in range(1, 9))
MODULES = (
    *(f"t{n:02}" for n in range(1, 6)),
    *(f"e{n:02}" for n in range(1, 6)),
    *(f"r{n:02}" for n in range(1, 7)),
)
START = dt.datetime(2019, 1, 7, 10, 0, tzinfo=dt.UTC)

NOT_STARTED = [*["breach"] * 6, *["declined"] * 5, *["moved"] * 2, ""]
STOPPED = [*["breach"] * 6, *["declined"] * 6, *["moved"] * 5, *["other"] * 3]
GOING_ON = [""] * 3
FOUNDATION_DONE = [*["completed"] * 9, *[""] * 2, "moved"]
ALL_DONE = ["completed"] * 6
FITS = ("fits-me", "fits-me", "partly", "not-me", "childish")

Entry = dict[str, Any]


def people() -> Iterator[dict[str, Any]]:
    """Everybody, each with his entries; a reason of "" is somebody whose work goes on."""
    lives = [(FOUNDATION[:0], reason) for reason in NOT_STARTED]
    lives += [(FOUNDATION[: 1 + n % 7], reason) for n, reason in enumerate(STOPPED)]
    lives += [(FOUNDATION[: 3 + n], reason) for n, reason in enumerate(GOING_ON)]
    lives += [
        ((*FOUNDATION, *MODULES[: n % 5]), reason) for n, reason in enumerate(FOUNDATION_DONE)
    ]
    lives += [((*FOUNDATION, *MODULES), reason) for reason in ALL_DONE]
    for number, (exercises, reason) in enumerate(lives, start=1):
        entries = list(_life(number, exercises, reason))
        numbered = [{"seq": seq, **entry} for seq, entry in enumerate(entries, start=1)]
        yield {"reference": f"PILOT-{number:02}", "last": len(entries), "entries": numbered}


def _life(number: int, exercises: tuple[str, ...], reason: str) -> Iterator[Entry]:
    began = START + dt.timedelta(days=3 * number)
    yield {"kind": "referred", "at": _stamp(began), "on": str(began.date())}
    for session, exercise in enumerate(exercises, start=1):
        at = _stamp(began + dt.timedelta(days=7 * session))
        for entry in _session(exercise, FITS[(number + session) % len(FITS)]):
            yield {"kind": entry.pop("kind"), "at": at, "session": session, **entry}
    if reason:
        over = began + dt.timedelta(days=7 * (len(exercises) + 2))
        yield {"kind": "ended", "at": _stamp(over), "on": str(over.date()), "reason": reason}


def _session(exercise: str, fit: str) -> list[Entry]:
    clip = f"clip-{exercise}"
    return [
        {"kind": "opened", "pack": "steady-ground", "pack_version": "1.0", "format": "room",
         "minutes": 30, "items": [exercise]},
        {"kind": "attended", "came": "yes"},
        {"kind": "clip-shown", "clip": clip, "title": exercise, "form": "standard",
         "exercise": exercise},
        {"kind": "fit", "clip": clip, "fit": fit},
        {"kind": "visit", "exercise": exercise, "title": exercise, "outcome": "done",
         "rung": "skill", "minutes": 20},
        {"kind": "closed"},
        {"kind": "recorded"},
    ]  # fmt: skip


def _stamp(at: dt.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def case_file() -> str:
    """The whole file."""
    whole = {"format": "srt-case", "version": 1, "people": list(people())}
    return json.dumps(whole, indent=1) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(case_file(), encoding="utf-8")
