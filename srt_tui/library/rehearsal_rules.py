"""Rules for rehearsals (practice design, "Checks before release"): every way, and every id."""

from collections.abc import Collection

from srt_tui.domain.practice import (
    FIRST,
    LOGGED,
    SAFETY,
    SAFETY_PAGE,
    Choice,
    Counted,
    Picked,
    Point,
    Rehearsal,
    Turn,
)
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.reading import PackRead
from srt_tui.library.ways import backward, least_and_most, reached

TURNS = range(8, 13)
POINTS = 3
REFERENCE = "ZZ-"


def hold_practice(rehearsals: dict[str, Rehearsal], reading: PackRead) -> None:
    """Tell the reading's notebook of every rule that a rehearsal breaks."""
    references: set[str] = set()
    for id, rehearsal in rehearsals.items():
        at = reading.book.spots[f"{id}.Reference"]
        if not rehearsal.reference.startswith(REFERENCE):
            what = f"The reference of a rehearsal begins with {REFERENCE} and belongs to no one."
            reading.book.error("reference-form", at, what, f"{REFERENCE}01")
        elif rehearsal.reference in references:
            what = f'Another rehearsal has the reference "{rehearsal.reference}".'
            reading.book.error("id-twice", at, what)
        references.add(rehearsal.reference)
        _names(rehearsal, reading)
        _ways(rehearsal, reading.book)


def _names(rehearsal: Rehearsal, reading: PackRead) -> None:
    """The exercise, plan, signs, moves and prompts that it names exist."""
    pack, words, spots = reading.pack, reading.words, reading.book.spots
    broken = {finding.file for finding in reading.book.findings}
    signs = [sign.id for sign in pack.signs if "signs.md" not in broken]
    moves = [move.id for move in pack.moves if "moves.md" not in broken]

    def exists(id: str, ids: Collection[str], what: str, at: Row) -> None:
        """Where there are none of a sort, another pack may bring them, or their file is broken."""
        if id and ids and id not in ids:
            reading.book.error("id-unknown", at, f'There is no {what} "{id}".', nearest(id, ids))

    exists(rehearsal.exercise, words.exercises, "exercise", spots[f"{rehearsal.id}.Exercise"])
    exists(rehearsal.plan, words.plans, "plan", spots[f"{rehearsal.id}.Plan"])
    exercise = pack.exercises.get(rehearsal.exercise)
    for turn in rehearsal.turns.values():
        spot = f"{rehearsal.id}.{turn.id}"
        for sign in turn.signs:
            exists(sign, signs, "sign", spots[f"{spot}.Signs"])
        if exercise and turn.prompt > len(exercise.prompts):
            what = f"{exercise.id} has no prompt {turn.prompt}; it has {len(exercise.prompts)}."
            reading.book.error("prompt-number", spots[f"{spot}.Prompt"], what)
        for kind in (choice.kind for choice in turn.choices):
            at = spots[f"kinds.{kind.id}"]
            exists(kind.own_sign, signs, "sign", at)
            exists(kind.id if "repair" in kind.groups else "", moves, "repair move", at)


def _ways(rehearsal: Rehearsal, book: Notebook) -> None:
    """Every turn can be reached, and every way comes to an end in 8 to 12 turns."""
    id = rehearsal.id
    back = backward(rehearsal)
    for turn, choice in back:
        what = f"This leads back to turn {choice.to}; a way goes on to turns further down."
        book.error("turn-back", book.spots[f"{id}.{turn.id}.{choice.letter}.to"], what)
    if back:
        return
    turns = reached(rehearsal)
    for turn in rehearsal.turns.values():
        if turn.id not in turns:
            at = book.spots[f"{id}.{turn.id}"]
            book.error("turn-unreached", at, f"No choice leads to turn {turn.id}.")
    for count in least_and_most(turns, lambda _: 1):
        if count not in TURNS:
            what = f"A way through has {count} turns; it has {TURNS[0]} to {TURNS[-1]}."
            book.error("way-length", book.spots[f"{id}.{FIRST}"], what)
    _prompts(id, turns, book)
    _points(rehearsal, turns, book)


def _prompts(id: str, turns: dict[str, Turn], book: Notebook) -> None:
    """On no way does a prompt come after one with a higher number."""
    before: dict[str, int] = {}
    for turn in turns.values():
        highest = max(before.get(turn.id, 0), turn.prompt)
        if turn.prompt and turn.prompt < highest:
            what = f"Prompt {turn.prompt} can come here after prompt {highest}."
            book.error("prompt-order", book.spots[f"{id}.{turn.id}.Prompt"], what)
        for choice in turn.choices:
            before[choice.to] = max(before.get(choice.to, 0), highest)


def _points(rehearsal: Rehearsal, turns: dict[str, Turn], book: Notebook) -> None:
    """Three points always hold, and every other can hold on some way."""
    always = sum(point.rule is None for point in rehearsal.points)
    if always < POINTS:
        what = f"Only {always} points hold on every way; {POINTS} are needed."
        book.error("point-count", book.spots[f"{rehearsal.id}.points"], what)
    for number, point in enumerate(rehearsal.points):
        at = book.spots[f"{rehearsal.id}.point.{number}"]
        if isinstance(point.rule, Picked):
            for turn, letter in point.rule.choices:
                if turn not in turns or letter not in {c.letter for c in turns[turn].choices}:
                    what = f'There is no choice "{turn}.{letter}" in this rehearsal.'
                    book.error("point-choice", at, what)
        elif not _can_hold(point, turns):
            book.error("point-never", at, "There is no way on which this point could come.")


def _can_hold(point: Point, turns: dict[str, Turn]) -> bool:
    rule = point.rule
    if not isinstance(rule, Counted):
        return True
    freely = LOGGED in rule.names or SAFETY_PAGE in rule.names
    kinds = {SAFETY if name == SAFETY_PAGE else name for name in rule.names}

    def counts(choice: Choice) -> int:
        return int(choice.kind.id in kinds)

    least, most = least_and_most(turns, counts)
    if rule.exactly and rule.number < least:
        return False
    return freely or rule.number <= most
