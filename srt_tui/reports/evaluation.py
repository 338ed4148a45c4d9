"""The evaluation as text, JSON and CSV, with a codebook. Counts only, never a reference."""

from collections.abc import Iterator
from functools import reduce

from srt_tui.domain.disclosure import SMALL
from srt_tui.domain.funnel import STATES, Evaluation, Measures
from srt_tui.domain.wording import counted, day
from srt_tui.reports import notices
from srt_tui.reports.data import Row, as_csv, as_json
from srt_tui.reports.document import AnyBlock, Document, TableBlock, h, p

COLUMNS = ("table", "item", "title", "measure", "count")
UNTOLD = "not told"

COLUMN_MEANS = {
    "table": "Which table the count belongs to; the others below say what each holds.",
    "item": "What is counted: a state, the id of an exercise or a story, or everybody.",
    "title": "The title of that exercise or story; empty for anything else.",
    "measure": "What of it is counted.",
    "count": f"A whole number, or for minutes a median; empty when there is nothing to count, or "
    f"under {SMALL} in the shareable form.",
}
CODEBOOK: dict[str, str] = {
    "funnel": "People by how far they came. not-started: never came to a session. stopped: the "
    "work ended before every foundation exercise was done. going-on: neither ended nor there yet. "
    "foundation-done: every foundation exercise done at least once. all-done: every exercise.",
    "reasons": "People by how far they came and why the work ended; open: it has not ended.",
    "exercises": "By exercise: people who worked on it, visits, how visits were left, and how "
    "often it was left out.",
    "skips": "By exercise: why it was left out. Leaving out is information, never a failing.",
    "rungs": "By exercise: how far the talk of each visit got, from the character to the skill.",
    "minutes": "By exercise: visits that were timed, and the median of their minutes.",
    "clips": "By story: how often it was shown, read instead, gone back to in his own time, or "
    "left out.",
    "fit": "By story: what he said of it.",
    "check": "Sessions in which the working-together check was done, and passed on. Never a mark.",
    "steps": "Steps between sessions: tried, half tried, not tried, not looked at.",
    "sessions": "Sessions held, missed and cut off, without an exercise, and how they were held.",
}
_HEADINGS = {
    "funnel": "How far people came",
    "reasons": "Why the work ended",
    "exercises": "Use of the exercises",
    "skips": "Why exercises were left out",
    "rungs": "How far the talk got",
    "minutes": "Minutes",
    "clips": "Use of the stories",
    "fit": "How the stories sat with them",
    "check": "The working-together check",
    "steps": "Steps between sessions",
    "sessions": "Sessions",
}
_FIRST = {
    "funnel": "how far",
    "reasons": "how far",
    "clips": "story",
    "fit": "story",
    "exercises": "exercise",
    "skips": "exercise",
    "rungs": "exercise",
    "minutes": "exercise",
    "check": "whose",
}


def evaluation_document(evaluation: Evaluation) -> Document:
    """Every table with its sentence from the codebook."""
    return Document(
        title=f"How the work goes · {day(evaluation.as_of, year=True)}",
        notice=notices.EVALUATION,
        blocks=tuple(_blocks(evaluation)),
    )


def evaluation_json(evaluation: Evaluation) -> str:
    """The same as JSON: `funnel` maps each state to its people; a count not told is null."""
    tables = dict(evaluation.tables)
    funnel = {item: row["people"] for item, row in tables.pop("funnel").items()}
    return as_json(
        {
            "as_of": evaluation.as_of,
            "pack": evaluation.pack,
            "pack_version": evaluation.pack_version,
            "people": evaluation.people,
            "shareable": evaluation.shareable,
            "notice": notices.EVALUATION,
            "funnel": funnel,
            **tables,
            "titles": evaluation.titles,
        }
    )


def evaluation_csv(evaluation: Evaluation) -> str:
    """One row for each count; an empty count is one that is not told."""
    return as_csv(COLUMNS, _rows(evaluation))


def codebook() -> str:
    """What each column and each table of the CSV holds, as CSV."""
    rows = [
        {"what": what, "name": name, "meaning": meaning}
        for what, told in (("column", COLUMN_MEANS), ("table", CODEBOOK))
        for name, meaning in told.items()
    ]
    return as_csv(("what", "name", "meaning"), rows)


def _rows(evaluation: Evaluation) -> Iterator[Row]:
    for table, items in evaluation.tables.items():
        for item, measures in items.items():
            for measure, count in measures.items():
                yield {
                    "table": table,
                    "item": item,
                    "title": evaluation.titles.get(item),
                    "measure": measure,
                    "count": count,
                }


def _blocks(evaluation: Evaluation) -> Iterator[AnyBlock]:
    people = counted(evaluation.people, "person", "people")
    yield p(f"{people}. Pack {evaluation.pack} {evaluation.pack_version}.")
    if evaluation.shareable:
        yield p(f"Counts under {SMALL}, and any that would give one away, are not told.")
    for table, items in evaluation.tables.items():
        yield h(_HEADINGS[table])
        yield p(
            reduce(lambda told, state: told.replace(state, _plain(state)), STATES, CODEBOOK[table])
        )
        shown = {item: row for item, row in items.items() if table == "funnel" or _used(row)}
        if not shown:
            yield p("Nothing yet.")
            continue
        measures = tuple(next(iter(shown.values())))
        yield TableBlock(
            columns=(_FIRST.get(table, _plain(table)), *map(_plain, measures)),
            rows=tuple(
                (_name(evaluation, item), *(_cell(row[measure]) for measure in measures))
                for item, row in shown.items()
            ),
        )


def _name(evaluation: Evaluation, item: str) -> str:
    """What is counted, by its id and its title; a story has the id of its exercise in its own."""
    title = evaluation.titles.get(item)
    return f"{item.removeprefix('clip-')} {title}" if title else _plain(item)


def _plain(name: str) -> str:
    return name.replace("-", " ")


def _used(row: Measures) -> bool:
    return any(count != 0 for count in row.values()) and row.get("timed") != 0


def _cell(count: int | None) -> str:
    return UNTOLD if count is None else str(count)
