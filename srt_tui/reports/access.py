"""Everything held about one person, to answer his request to see it.

Two parts: what was done and said, and what a person must decide on before it is disclosed.
Separated, never hidden: every entry is in one part or the other, once.
"""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from srt_tui.domain import entry as kinds
from srt_tui.domain.history import History
from srt_tui.domain.past_session import of_kind
from srt_tui.domain.quotes import Seen
from srt_tui.domain.structure import Check, CheckItem
from srt_tui.domain.wording import day, one_line
from srt_tui.reports import notices
from srt_tui.reports.data import as_json
from srt_tui.reports.document import AnyBlock, Document, TableBlock, h, p

SENSITIVE = (
    kinds.Note, kinds.SignSeen, kinds.Repair, kinds.SafetyRaised, kinds.Addendum, kinds.Unknown,
)  # fmt: skip
PART_1 = "Part 1: what was done and said"
PART_2 = "Part 2: for a decision before it is disclosed"
PART_2_MEANS = (
    "The practitioner's private notes and marks, what slipped between the two and what was tried, "
    "safety matters raised, later remarks, and entries of a newer version of the program."
)
OTHERS = "may mention someone else"
_OTHERS = re.compile(
    r"\b(she|her|hers|he|him|his|they|them|mum|mom|mother|dad|father|parents?|brothers?|sisters?|"
    r"sons?|daughters?|kids?|child|children|wife|husband|partner|ex|girlfriend|boyfriend|"
    r"friends?|mates?|neighbours?|boss|uncle|aunt|cousins?|nan|grandad|grandmother|grandfather)\b",
    re.IGNORECASE,
)


def is_sensitive(entry: Seen) -> bool:
    """Whether an entry belongs in the part to be decided on."""
    return isinstance(entry, SENSITIVE) or (
        isinstance(entry, kinds.CheckDone) and entry.side == "mine"
    )


def mentions_others(text: str) -> bool:
    """Whether words like "she" or "my brother" are in it: a hint to read it, never a finding."""
    return _OTHERS.search(text) is not None


def access_document(reference: str, history: History, check: Check) -> Document:
    """Both parts as a document; `check` tells what the marks in it were given for."""
    return Document(
        title=f"Everything held · {reference}",
        notice=notices.ACCESS,
        blocks=tuple(_blocks(history, check)),
    )


def access_json(reference: str, history: History) -> str:
    """Both parts with every entry as it is kept."""
    parts: dict[bool, list[object]] = {False: [], True: []}
    for entry in history.entries:
        kept = msgspec.to_builtins(entry)
        flagged = {**kept, "may_mention_others": True} if _flagged(entry) else kept
        parts[is_sensitive(entry)].append(flagged)
    return as_json(
        {
            "reference": reference,
            "notice": notices.ACCESS,
            "part_1": parts[False],
            "part_2_means": PART_2_MEANS,
            "part_2": parts[True],
        }
    )


def _blocks(history: History, check: Check) -> Iterator[AnyBlock]:
    yield p(
        "Each line is one entry: when, in which session, what kind, and what it holds. "
        f"“{OTHERS}” is a hint to read it with care."
    )
    for title, sensitive in ((PART_1, False), (PART_2, True)):
        yield h(title)
        if sensitive:
            yield p(PART_2_MEANS)
        rows = tuple(_row(entry) for entry in history.entries if is_sensitive(entry) == sensitive)
        if rows:
            columns = ("Entry", "When", "Session", "Kind", "What it holds", "Care")
            yield TableBlock(columns=columns, rows=rows)
        else:
            yield p("Nothing.")
        yield from _marks_key(history, check.mine if sensitive else check.his)


def _marks_key(history: History, items: Sequence[CheckItem]) -> Iterator[TableBlock]:
    """What each mark that was given stands for, in the words he or the practitioner saw."""
    checks = of_kind(history.entries, kinds.CheckDone)
    given = {id for done in checks for id, mark in done.marks.items() if mark is not None}
    rows = tuple((item.id, item.title, item.low, item.high) for item in items if item.id in given)
    if rows:
        columns = ("Mark", "Given for", "1 is", "5 is")
        yield TableBlock(caption="What the marks stand for", columns=columns, rows=rows)


def _row(entry: Seen) -> tuple[str, ...]:
    return (
        str(entry.seq),
        f"{day(entry.at, year=True)}, {entry.at:%H:%M}",
        str(entry.session) if entry.session else "–",
        _kind(entry),
        _held(entry),
        OTHERS if _flagged(entry) else "",
    )


def _kind(entry: Seen) -> str:
    if isinstance(entry, kinds.Unknown):
        return f"{entry.kind} (from a newer version)"
    return _plain(str(entry.__struct_config__.tag))


_EVERYWHERE = frozenset({"at", "seq", "session", "kind"})
_NOT_TYPED = frozenset({"voice", "side", "prompt", "label", "title"})


def _held(entry: Seen, without: Collection[str] = _EVERYWHERE) -> str:
    kept = entry.raw if isinstance(entry, kinds.Unknown) else msgspec.to_builtins(entry)
    return "; ".join(
        f"{_plain(name)}: {one_line(_said(value))}"
        for name, value in kept.items()
        if name not in without
    )


def _plain(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")


def _said(value: object) -> str:
    match value:
        case str():
            return value
        case dict():
            return ", ".join(f"{_plain(name)} {_said(each)}" for name, each in value.items())
        case list() | tuple():
            return ", ".join(map(_said, value))
        case _:
            return msgspec.json.encode(value).decode()


def _flagged(entry: Seen) -> bool:
    """Only for what somebody typed: the pack's own questions are about him and his family."""
    if isinstance(entry, kinds.PromptUsed | kinds.Preference):
        return False
    return mentions_others(_held(entry, _EVERYWHERE | _NOT_TYPED))
