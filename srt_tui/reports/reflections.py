"""His words for thematic analysis, in two steps: a draft to read and redact, then a release.

Nothing leaves the draft that a person has not marked with `yes`. The draft has no reference and
no date; what looks like a name, a number, a postcode or an address is masked before anybody
reads it, which helps the reader and replaces nobody.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.history import History
from srt_tui.domain.identifiers import masked
from srt_tui.domain.quotes import Filter, standing
from srt_tui.domain.wording import one_line
from srt_tui.reports.data import Row, as_csv

DRAFT = ("keep", "exercise", "asked", "text")
RELEASED = ("exercise", "asked", "text")


def draft(histories: Iterable[History]) -> str:
    """The draft as CSV, `keep` empty in every row; rows are sorted, so that order tells nobody."""
    rows = {row for history in histories for row in _said(history)}
    return as_csv(DRAFT, (_row(*row) for row in sorted(rows)))


def released(edited: str) -> str:
    """The rows of an edited draft that are marked `yes`, as CSV without that column.

    Raises SrtError when it is not a draft, or when nothing in it is marked.
    """
    reader = csv.DictReader(io.StringIO(edited))
    if tuple(reader.fieldnames or ()) != DRAFT:
        raise SrtError("That is not a draft of reflections.", "Make the draft again.", Exit.USAGE)
    kept = [row for row in reader if (row["keep"] or "").strip().lower() == "yes"]
    if not kept:
        raise SrtError(
            "No line is marked for release.",
            "Read each line, take out what tells who it is, and put yes under keep.",
        )
    return as_csv(RELEASED, [{column: row[column] for column in RELEASED} for row in kept])


def _said(history: History) -> Iterator[tuple[str, str, str]]:
    for line in standing(history.said(Filter(kinds=("words", "answer"), voice="his"))):
        if line.exercise:
            yield line.exercise, one_line(line.asked), masked(line.text)


def _row(exercise: str, asked: str, text: str) -> Row:
    return {"keep": "", "exercise": exercise, "asked": asked, "text": text}
