"""What is wrong in a pack, said so that its author can mend it."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from srt_tui.domain.content import Frozen

Severity: TypeAlias = Literal["error", "warning", "note"]


class Finding(Frozen, frozen=True, kw_only=True):
    """One problem: where, what is wrong, and what was probably meant (may be empty).

    `file` is relative to the pack (or `sessions/…`); `line` counts from 1. An error is a rule
    broken; a warning is worth a look; a note says what the reader forgave.
    """

    rule: str
    file: str
    line: int
    severity: Severity
    what: str
    meant: str = ""


class Row(msgspec.Struct, frozen=True, gc=False):
    """One line of a file, or a part of it, that still knows where it stands."""

    file: str
    line: int
    text: str

    def part(self, text: str) -> "Row":
        """A piece of this line."""
        return Row(self.file, self.line, text)


class Heard(NamedTuple):
    """Words that the participant reads or hears, and as what."""

    row: Row
    kind: str


class Notebook:
    """Collects, while a pack is read, what is wrong and what the rules look at afterwards."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.heard: list[Heard] = []
        self.mentions: list[Row] = []
        self.allowed: dict[tuple[str, str], Row] = {}
        self.spots: dict[str, Row] = {}

    def error(self, rule: str, at: Row, what: str, meant: str = "") -> None:
        """A rule is broken here."""
        self._add(rule, at, "error", what, meant)

    def warn(self, rule: str, at: Row, what: str, meant: str = "") -> None:
        """Worth a look."""
        self._add(rule, at, "warning", what, meant)

    def note(self, rule: str, at: Row, what: str) -> None:
        """The reader forgave this."""
        self._add(rule, at, "note", what, "")

    def first(self, rule: str, file: str) -> bool:
        """Whether nothing by this rule was found in this file yet: some mistakes run through it."""
        return all((found.rule, found.file) != (rule, file) for found in self.findings)

    def hear(self, kind: str, row: Row) -> None:
        """These words are for the participant."""
        if row.text:
            self.heard.append(Heard(row, kind))

    def _add(self, rule: str, at: Row, severity: Severity, what: str, meant: str) -> None:
        found = Finding(
            rule=rule, file=at.file, line=at.line, severity=severity, what=what, meant=meant
        )
        if found not in self.findings:
            self.findings.append(found)


def nearest(word: str, options: Iterable[str]) -> str:
    """The option that `word` was probably meant to be, or nothing."""
    import difflib  # noqa: PLC0415 - a pack without mistakes, which is nearly every start, does without

    by_lower = {option.lower(): option for option in options}
    found = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""
