"""How entries are put into plain sentences in notes and summaries."""

from srt_tui.domain.entry import (
    Attended,
    ClipShown,
    Fit,
    FitWord,
    Outcome,
    Skipped,
    SkipReason,
    StepReviewed,
    StepSet,
    Visited,
    Words,
)
from srt_tui.domain.last_time import TRIED
from srt_tui.domain.participant import Format
from srt_tui.domain.past_session import PastSession, StoryAlone, of_kind
from srt_tui.domain.played import coverage, replayed
from srt_tui.domain.wording import one_line

SKIP_REASONS: dict[SkipReason, str] = {
    "does-not-fit": "does not fit",
    "too-hard": "too hard today",
    "refused": "did not want to",
    "no-time": "no time",
    "done-before": "done before",
    "live-matter": "something live came first",
    "other": "another reason",
}
FITS: dict[FitWord, str] = {
    "fits-me": "fits me",
    "partly": "partly",
    "not-me": "not me",
    "childish": "childish",
}
OUTCOMES: dict[Outcome, str] = {
    "done": "done",
    "partly": "partly done",
    "not-today": "left for another day",
}
_FORMATS: dict[Format, str] = {"room": "In the room", "phone": "By phone", "video": "By video"}
_CAME = {
    "yes": "Attended",
    "late": "Attended late",
    "left-early": "Left early",
    "no": "Did not come",
}
_REASONS = {
    "": "",
    "ill": "ill",
    "work": "work",
    "care": "caring for someone",
    "travel": "travel",
    "none-given": "no reason given",
    "other": "another reason",
}
_THEN = {"keep": " Kept.", "shrink": " Made smaller.", "swap": " Swapped.", "done": ""}
_WHOLE, _AGAIN = 0.95, 1.0


def attendance(attended: Attended | None, format: Format) -> str:
    """How he came, as `In the room. Attended late (work).` says it."""
    came = _CAME[attended.came] if attended else "Attended"
    reason = _REASONS[attended.reason] if attended else ""
    return f"{_FORMATS[format]}. {came}{f' ({reason})' if reason else ''}."


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, `1:14`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def story(clip: ClipShown) -> str:
    """How a story was shown or read: to the end, in part, again in places. Never "watched"."""
    how = "story read" if clip.form == "transcript" else "story shown"
    if not clip.ranges or not clip.length:
        return how
    if coverage(clip.ranges, clip.length) >= _WHOLE:
        how = f"{how} to the end"
    else:
        reached = max(each.end for each in clip.ranges)
        how = f"{how} in part, to {clock(reached)}"
    return f"{how}, parts of it again" if replayed(clip.ranges) >= _AGAIN else how


def story_alone(alone: StoryAlone) -> str:
    """A story of no exercise, with each way it was shown or read."""
    return f"{one_line(alone.title)} ({'; '.join(dict.fromkeys(map(story, alone.shown)))})."


def fit_line(fit: Fit) -> str:
    """How the story sat with him, in his words."""
    return f"of the story he said: {FITS[fit.fit]}"


def words_line(words: Words) -> str:
    """Words with the mark of whose they are, and what was asked."""
    said = one_line(words.text)
    asked = f" (asked: {one_line(words.prompt)})" if words.prompt else ""
    right = ", putting it right" if words.corrects else ""
    return (
        f"He said{right}{asked}: “{said}”" if words.voice == "his" else f"My words{asked}: {said}"
    )


def skip_line(skip: Skipped) -> str:
    """What was left out, why, and what was done instead."""
    reason = f" ({SKIP_REASONS[skip.reason]})" if skip.reason else ""
    instead = f"; {skip.instead} instead" if skip.instead else ""
    return f"Left out: {one_line(skip.title) or skip.id}{reason}{instead}."


def step_review(review: StepReviewed, step: str) -> str:
    """How the step went."""
    named = f"Step “{one_line(step)}”" if step else "The step"
    noticed = f" He said: “{one_line(review.text)}”" if review.text else ""
    return f"{named}: {TRIED[review.tried]}.{_THEN[review.then]}{noticed}"


def early_start(reason: str) -> tuple[str, ...]:
    """Why a module was started before the foundation was done, where it was."""
    return (f"A module was started early: {one_line(reason).rstrip('.')}.",) if reason else ()


def step_set(step: StepSet) -> str:
    """The step for the time to come."""
    sure = f" Sure: {step.sure}." if step.sure is not None else ""
    return f"{one_line(step.text).rstrip('.')}.{sure}"


def outcomes(session: PastSession) -> list[str]:
    """One line for each exercise that was left with an outcome."""
    last = {visit.exercise: visit for visit in of_kind(session.entries, Visited)}
    return [f"{one_line(v.title) or v.exercise}: {OUTCOMES[v.outcome]}." for v in last.values()]
