"""Rules between files: titles and leads, the table at a glance, times, ids that are spoken of."""

import re

from srt_tui.domain.content import LENGTHS, Exercise
from srt_tui.domain.structure import STAGE_IDS
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.lines import read_lines
from srt_tui.library.reading import PackRead
from srt_tui.library.vocabulary import exercise_ids, listed

GLANCE = "at-a-glance"
NOT_IN_FIRST = ("alcohol", "drugs")

_CELLS = 6
_EACH_PACK = ("safety", "guide", "check")


def hold_pack(reading: PackRead) -> None:
    """Tell the reading's notebook of everything that does not agree across the pack."""
    _clips(reading)
    _first_module(reading)
    _stage_times(reading)
    _mentions(reading)
    _glance(reading)
    _pages(reading)


def _clips(reading: PackRead) -> None:
    """The title and the lead of a clip are those of its exercise (brief G.1)."""
    book, pack = reading.book, reading.pack
    for exercise in pack.exercises.values():
        clip = pack.clips.get(exercise.clip)
        for key in ("title", "lead") if clip else ():
            mine, its = getattr(exercise, key), getattr(clip, key)
            if mine != its:
                what = f'The {key} is "{its}" here and "{mine}" in {exercise.id}.'
                book.error(f"clip-{key}", book.spots[f"{exercise.clip}.{key}"], what, mine)


def _first_module(reading: PackRead) -> None:
    """The module done by everyone depends on no drink or drugs (brief, principle 10)."""
    for id in reading.pack.foundation:
        for tag in NOT_IN_FIRST:
            if tag in reading.pack.exercises[id].sensitivities:
                what = f'An exercise that everyone does cannot depend on "{tag}".'
                reading.book.error("first-module", reading.book.spots[f"{id}.sensitivities"], what)


def _stage_times(reading: PackRead) -> None:
    """The times of the stages add up to each length of a session (brief C.1)."""
    stages = reading.pack.stages
    if len(stages) != len(STAGE_IDS):
        return
    for length in LENGTHS:
        total = sum(stage.minutes[length] for stage in stages)
        if total != length:
            at = reading.book.spots[f"{stages[0].id}.minutes"]
            what = f"The times of the stages add up to {total} minutes, not to {length}."
            reading.book.error("stage-total", at, what)


def _mentions(reading: PackRead) -> None:
    """Every id that is spoken of exists (brief G.1)."""
    exercises = reading.pack.exercises.values()
    fields = {field.id for exercise in exercises for field in exercise.fields}
    broken = reading.words.broken
    known = reading.words.ids() | fields
    for row in reading.book.mentions:
        if row.text not in known and row.text.partition(".")[0] not in broken:
            what = f'"{row.text}" is spoken of here, but there is no such id.'
            alike = [id for id in known if ("." in id) == ("." in row.text)]
            reading.book.error("id-unknown", row, what, nearest(row.text, alike))


def _glance(reading: PackRead) -> None:
    """The table at a glance agrees with the exercises (brief G.1)."""
    page = reading.files.content / "guides" / f"{GLANCE}.md"
    if not page.is_file():
        return
    rows = [row for row in read_lines(page, f"guides/{GLANCE}.md", Notebook()) if row.text]
    seen: set[str] = set()
    for row in rows:
        cells = [cell.strip() for cell in row.text.strip().strip("|").split("|")]
        exercise = reading.pack.exercises.get(cells[0])
        if len(cells) == _CELLS and exercise is not None:
            seen.add(exercise.id)
            _glance_row(exercise, cells, row, reading)
    for id in reading.pack.exercises:
        if id not in seen:
            at = rows[-1] if rows else Row(f"guides/{GLANCE}.md", 1, "")
            reading.book.error("glance", at, f"The table has no line for {id}.")


def _glance_row(exercise: Exercise, cells: list[str], row: Row, reading: PackRead) -> None:
    after = {*exercise_ids(row.part(cells[5]))}
    found = {
        "title": (cells[1], exercise.title),
        "lead": (cells[2], exercise.lead),
        "minutes": (re.sub(r"\s", "", cells[3]), f"{exercise.short}/{exercise.full}"),
        "sensitivities": (set(listed(row.part(cells[4]))), set(exercise.sensitivities)),
        "before": (after, {*exercise.before, *exercise.best_after}),
    }
    told = {(finding.file, finding.line) for finding in reading.book.findings}
    for key, (here, there) in found.items():
        source = reading.book.spots.get(f"{exercise.id}.{key}", row)
        if here != there and (source.file, source.line) not in told:
            meant = there if isinstance(there, str) else ", ".join(sorted(there)) or "none"
            what = f"The {key} of {exercise.id} is not what its file says."
            reading.book.error("glance", row, what, meant)


def _pages(reading: PackRead) -> None:
    """A pack of its own needs these pages; another pack may bring them."""
    for name in _EACH_PACK:
        if name not in reading.pack.pages:
            at = Row(f"{name}.md", 1, "")
            reading.book.warn("page-missing", at, "The pack has no such page.")
