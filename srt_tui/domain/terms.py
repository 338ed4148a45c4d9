"""The words of each enumeration, once: in a list, as it is chosen, and as the record tells it."""

from collections.abc import Mapping
from typing import TypeVar

from srt_tui.domain.attendance import AwayReason, Came, Told
from srt_tui.domain.content import Frozen, Rung
from srt_tui.domain.entry import EndReason, FitWord, Outcome, SkipReason, Voice
from srt_tui.domain.participant import Format

Key = TypeVar("Key", bound=str)


class Term(Frozen, frozen=True, kw_only=True):
    """One value in words: `short` in a list, `asked` when chosen, `told` in notes and summaries."""

    short: str
    asked: str
    told: str


def _term(short: str, *, asked: str = "", told: str = "") -> Term:
    return Term(short=short, asked=asked or short, told=told or short)


OUTCOME: dict[Outcome, Term] = {
    "done": _term("done"),
    "partly": _term("partly done", asked="partly"),
    "not-today": _term("not today", told="left for another day"),
}
FIT: dict[FitWord, Term] = {
    "fits-me": _term("fits me"),
    "partly": _term("partly"),
    "not-me": _term("not me"),
    "childish": _term("childish"),
}
SKIP: dict[SkipReason, Term] = {
    "does-not-fit": _term("does not fit"),
    "too-hard": _term("too hard", told="too hard today"),
    "refused": _term("refused", asked="would rather not", told="did not want to"),
    "no-time": _term("no time"),
    "done-before": _term("done before"),
    "live-matter": _term(
        "something live", asked="something else came up", told="something live came first"
    ),
    "other": _term("another reason"),
}
TRIED = {"tried": _term("tried"), "half": _term("half tried"), "not": _term("not tried")}
THEN = {
    "keep": _term("kept", asked="keep it"),
    "shrink": _term("made smaller", asked="make it smaller"),
    "swap": _term("swapped", asked="swap it"),
    "done": _term("left there", asked="leave it there"),
}
RUNG: dict[Rung, Term] = {
    "character": _term("stayed with the story"),
    "compare": _term("compared himself with the story"),
    "self": _term("reached his own"),
    "other": _term("reached the other person's side"),
    "skill": _term("reached the skill"),
}
RESULT = {
    "better": _term("better", asked="better for it", told="better after"),
    "same": _term("the same", told="the same after"),
    "worse": _term("worse", told="worse after"),
    "held-line": _term(
        "held the line", asked="held the line, with respect", told="held the line, with respect"
    ),
    "unfinished": _term("not finished"),
}
FORMAT: dict[Format, Term] = {
    "room": _term("room", asked="in the room", told="In the room"),
    "phone": _term("phone", asked="by phone", told="By phone"),
    "video": _term("video", asked="by video", told="By video"),
}
CAME: dict[Came, Term] = {
    "yes": _term("came", told="Attended"),
    "late": _term("came late", told="Attended late"),
    "left-early": _term("left early", told="Left early"),
    "walked-out": _term("walked out", told="Walked out"),
    "by-phone": _term("by phone instead", told="By phone instead"),
    "no": _term("did not come", told="Did not come"),
}
AWAY: dict[AwayReason, Term] = {
    "": _term(""),
    "ill": _term("ill"),
    "work": _term("work"),
    "care": _term("caring for someone"),
    "travel": _term("travel"),
    "none-given": _term("no reason given"),
    "other": _term("another reason"),
}
WHO_WAS_TOLD: dict[Told, Term] = {
    "": _term(""),
    "nobody-yet": _term("nobody yet"),
    "manager": _term("my manager"),
    "duty": _term("the duty officer"),
    "case-manager": _term("whoever manages his case"),
    "other": _term("somebody else at work"),
}
END: dict[EndReason, Term] = {
    "completed": _term("completed"),
    "breach": _term("breach"),
    "moved": _term("moved away"),
    "declined": _term("he would rather not go on", told="declined"),
    "other": _term("another reason"),
}
VOICE: dict[Voice, Term] = {
    "his": _term("his", told="He said"),
    "mine": _term("mine", told="My words"),
}


def options(terms: Mapping[Key, Term]) -> tuple[tuple[Key, str], ...]:
    """The values to choose from, in order, each with its words as it is chosen."""
    return tuple((value, term.asked) for value, term in terms.items())
