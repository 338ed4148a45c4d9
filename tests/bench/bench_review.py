"""What looking back costs: lines of `name value gate`.

    python tests/bench/bench_review.py

`close-to-note-at-500-entries` is in seconds: from the last answer, over closing the session on
the disk, to the finished note. The others are ratios of CPU within a round, interleaved in
shuffled order, and the value is the median over rounds: opening the history of one person with
100,000 entries (its sessions, its grid of exercises and its lines), and what People shows of him,
over reading the same entries from their JSON; one key in the search over the same look in a bare
list of the texts. Exit code 1 when a value is past its gate.
"""

import datetime as dt
import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec

from srt_tui.domain import entry as kinds
from srt_tui.domain.caseload import summarise
from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.library import load
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.workflow import prepare, review
from srt_tui.workflow.deliver import closing, verbs
from srt_tui.workflow.workspace import start

ROUNDS, SEED = 7, 7
START = dt.datetime(2020, 1, 6, 10, 0, tzinfo=dt.UTC)
SAID = "I put the phone down, went outside, and counted until my jaw let go"
Line = tuple[str, float, str]


def course(count: int, pack: Pack) -> list[AnyEntry]:
    """Sessions of twenty entries a week apart, each on one exercise, until there are `count`."""
    made: list[AnyEntry] = []
    while len(made) < count:
        number = len(made) // 20 + 1
        made += session(number, pack.order[number % len(pack.order)])
    numbered = enumerate(made[:count], start=1)
    return [msgspec.structs.replace(each, seq=seq) for seq, each in numbered]


def session(number: int, exercise: str) -> list[AnyEntry]:
    """Twenty entries of one session."""
    at = START + dt.timedelta(hours=8 * number)
    clip = f"clip-{exercise}"
    words = (
        kinds.Words(at=at, voice="his", text=f"{SAID}, {number}.{n}", exercise=exercise)
        for n in range(14)
    )
    told: list[AnyEntry] = [
        kinds.Opened(at=at, pack="p", pack_version="1", format="room", minutes=30),
        kinds.Number(at=at, when="in", value=4),
        kinds.ClipShown(at=at, clip=clip, title="x", form="plain", exercise=exercise),
        *words,
        kinds.Visited(at=at, exercise=exercise, title="x", outcome="done", minutes=20),
        kinds.Closed(at=at),
        kinds.Recorded(at=at),
    ]
    return [msgspec.structs.replace(each, session=number) for each in told]


def close_to_note(pack: Pack) -> float:
    """Seconds from the last answer to the note, the median of twenty sessions of one person."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        workspace = start(locate(), Settings(), store=Path(place) / "store")
        workspace.create("four unrelated plain words", cost=Cost.least())
        ref = prepare.add_person(workspace, "JD-07", Preferences(), START.date())
        workspace.person(ref).append(*course(500, pack))
        took = []
        for _ in range(20):
            live = prepare.Preparing(workspace, ref).start()
            verbs.words(live, "his", SAID)
            began = time.perf_counter()
            closing.close(live)
            assert review.note(workspace, ref).text
            took.append(time.perf_counter() - began)
        workspace.lock()
    return statistics.median(took)


def ratios(bases: dict[str, str], actions: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median over rounds of each action's CPU over its base's."""
    draw = random.Random(SEED)  # noqa: S311 - only an order
    found: dict[str, list[float]] = {name: [] for name in bases}
    for _ in range(ROUNDS):
        took = {}
        for name in draw.sample(list(actions), len(actions)):
            began = time.process_time()
            actions[name]()
            took[name] = time.process_time() - began
        for name, base in bases.items():
            found[name].append(took[name] / took[base])
    return {name: statistics.median(each) for name, each in found.items()}


def large(pack: Pack) -> Iterator[Line]:
    """Opening, summing up and searching 100,000 entries of one person."""
    entries = course(100_000, pack)
    encoded = [msgspec.json.encode(entry) for entry in entries]
    decode = msgspec.json.Decoder(AnyEntry).decode
    history = History.of(entries)
    history.search("jaw")
    gc.freeze()
    texts = [line.text.lower() for line in history.said()]

    def opened() -> object:
        fresh = History.of(entries)
        return fresh.sessions, fresh.outcome_grid(pack), fresh.search("")

    found = ratios(
        {"open": "decode", "case": "decode", "search-all": "scan-all", "search-few": "scan-few"},
        {
            "decode": lambda: [decode(each) for each in encoded],
            "open": opened,
            "case": lambda: summarise("JD-07", entries, pack.foundation, pack.order),
            "scan-all": lambda: [text for text in reversed(texts) if "jaw" in text],
            "search-all": lambda: history.search("jaw"),
            "scan-few": lambda: [text for text in reversed(texts) if "4999.13" in text],
            "search-few": lambda: history.search("4999.13"),
        },
    )
    yield "history-open-at-100000-over-reading-its-json", found["open"], "<= 4"
    yield "case-at-100000-over-reading-its-json", found["case"], "<= 4"
    yield "search-at-100000-every-line-over-a-bare-list", found["search-all"], "<= 4"
    yield "search-at-100000-one-line-over-a-bare-list", found["search-few"], "<= 4"


def main() -> int:
    """Measure and print."""
    pack = load(locate().shipped_pack, locate().templates).pack
    lines = [("close-to-note-at-500-entries", close_to_note(pack), "<= 0.3"), *large(pack)]
    past = 0
    for name, value, gate in lines:
        sys.stdout.write(f"{name} {value:.3g} {gate}\n")
        past += value > float(gate.removeprefix("<= "))
    return 1 if past else 0


if __name__ == "__main__":
    raise SystemExit(main())
