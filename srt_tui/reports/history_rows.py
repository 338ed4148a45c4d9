"""The history as rows: one for each thing that was done or said together, for CSV and JSON."""

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from srt_tui.domain import entry as kinds
from srt_tui.domain.history import History
from srt_tui.domain.quotes import Seen, answer_text
from srt_tui.reports import notices
from srt_tui.reports.data import Row, Value, as_csv, as_json

COLUMNS = (
    "seq", "session", "date", "kind", "exercise", "whose", "label", "text", "number", "after",
)  # fmt: skip


def history_rows(history: History) -> Iterator[Row]:
    """Rows in order. Never marks, signs, moves, private notes, addenda or safety matters."""
    rungs = _rungs(history)
    for entry in history.entries:
        told = _told(entry)
        if told and isinstance(entry, kinds.Visited):
            told["label"] = rungs.get(entry.seq)
        if told is not None:
            yield {
                "seq": entry.seq,
                "session": entry.session,
                "date": entry.at.date().isoformat(),
                "exercise": getattr(entry, "exercise", None),
                **told,
            }


def _rungs(history: History) -> dict[int, str | None]:
    """How far each visit got, by the entry it was left with."""
    visits = (visit for each in history.sessions for visit in history.visits_in(each.number))
    return {visit.visit.seq: visit.rung for visit in visits if visit.visit}


def history_csv(history: History) -> str:
    """The rows as CSV."""
    return as_csv(COLUMNS, history_rows(history))


def history_json(reference: str, history: History) -> str:
    """The rows as JSON, with the reference and what this may not be used for."""
    rows = [{column: row.get(column) for column in COLUMNS} for row in history_rows(history)]
    return as_json({"reference": reference, "notice": notices.SUMMARY, "rows": rows})


Work: TypeAlias = (
    kinds.ClipShown | kinds.Rewatched | kinds.PromptUsed | kinds.Words | kinds.Answer | kinds.Fit
    | kinds.Skipped | kinds.Visited
)  # fmt: skip


def _told(entry: Seen) -> dict[str, Value] | None:
    match entry:
        case kinds.Opened() | kinds.Attended() | kinds.Number() | kinds.Energy() | kinds.Closed():
            return _session(entry)
        case kinds.LimitsSaid() | kinds.LiveMatter():
            return {"kind": _kind(entry)}
        case kinds.StepSet() | kinds.StepReviewed():
            return _step(entry)
        case kinds.Skipped(what="check"):
            return None
        case (
            kinds.ClipShown() | kinds.Rewatched() | kinds.PromptUsed() | kinds.Words()
            | kinds.Answer() | kinds.Fit() | kinds.Skipped() | kinds.Visited()
        ):  # fmt: skip
            return _work(entry)
        case (
            kinds.Referred() | kinds.Ended() | kinds.Hold() | kinds.Preference() | kinds.Planned()
            | kinds.Recorded() | kinds.Addendum() | kinds.SignSeen() | kinds.Repair()
            | kinds.CheckDone() | kinds.Note() | kinds.SafetyRaised() | kinds.Unknown()
        ):  # fmt: skip
            return None
        case never:
            assert_never(never)


def _session(
    entry: kinds.Opened | kinds.Attended | kinds.Number | kinds.Energy | kinds.Closed,
) -> dict[str, Value]:
    match entry:
        case kinds.Opened():
            told: dict[str, Value] = {"label": entry.format, "number": entry.minutes}
        case kinds.Attended():
            told = {"label": entry.came, "text": entry.reason or None}
        case kinds.Number():
            told = {"label": entry.when, "number": entry.value}
        case kinds.Energy():
            told = {"text": entry.value}
        case kinds.Closed():
            told = {"label": "cut off" if entry.cut else "closed"}
        case never:
            assert_never(never)
    return {"kind": _kind(entry), **told}


def _step(entry: kinds.StepSet | kinds.StepReviewed) -> dict[str, Value]:
    if isinstance(entry, kinds.StepSet):
        return {"kind": _kind(entry), "whose": "his", "text": entry.text, "number": entry.sure}
    label = f"{entry.tried}, {entry.then}"
    return {"kind": _kind(entry), "whose": "his", "label": label, "text": entry.text or None}


def _work(entry: Work) -> dict[str, Value]:
    match entry:
        case kinds.ClipShown():
            told: dict[str, Value] = {"label": entry.clip, "text": entry.form}
        case kinds.Rewatched():
            told = {"label": entry.clip, "text": "own time"}
        case kinds.PromptUsed():
            told = {"label": entry.text, "text": entry.rung, "number": entry.number}
        case kinds.Words():
            told = {"whose": entry.voice, "label": entry.prompt or None, "text": entry.text}
        case kinds.Answer():
            said = answer_text(entry) or None
            told = {"whose": "his", "label": entry.label, "text": said}
            told |= {"number": entry.number, "after": entry.after}
        case kinds.Fit():
            told = {"whose": "his", "label": entry.clip, "text": entry.fit}
        case kinds.Skipped():
            told = {"label": f"{entry.what} {entry.id}", "text": entry.reason}
        case kinds.Visited():
            told = {"text": entry.outcome, "number": entry.minutes}
        case never:
            assert_never(never)
    return {"kind": _kind(entry), **told}


def _kind(entry: kinds.AnyEntry) -> str:
    return str(entry.__struct_config__.tag)
