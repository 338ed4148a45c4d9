"""How entries are put into plain sentences in notes and summaries."""

from collections.abc import Iterable, Iterator

from srt_tui.domain.entry import (
    Addendum,
    Attended,
    ClipShown,
    Fit,
    Opened,
    Skipped,
    StepReviewed,
    StepSet,
    Tenth,
    Visited,
    Word,
    Words,
)
from srt_tui.domain.past_session import PastSession, StoryAlone, of_kind
from srt_tui.domain.played import coverage, replayed
from srt_tui.domain.terms import AWAY, CAME, FIT, FORMAT, OUTCOME, SKIP, THEN, TRIED, WHO_WAS_TOLD
from srt_tui.domain.wording import day, line_by_line, one_line
from srt_tui.reports.note_room import NoteLine

_ELSEWHERE = ("no", "by-phone")
_WHOLE, _AGAIN = 0.95, 1.0


def attendance(attended: Attended | None, opened: Opened | None) -> str:
    """How he came, as `In the room. Attended late (work).` says it, and who was told of it."""
    where = f"{FORMAT[opened.format].told}. " if opened else ""
    if attended is None:
        return f"{where}Whether he came was not written down."
    reason = AWAY[attended.reason].told
    told = f" Told: {WHO_WAS_TOLD[attended.told].told}." if attended.told else ""
    came = f"{CAME[attended.came].told}{f' ({reason})' if reason else ''}.{told}"
    return came if attended.came in _ELSEWHERE else f"{where}{came}"


def of_ten(number: Tenth | Word) -> str:
    """A number with what it is out of, `4 of 10`; a word as he said it."""
    return number if isinstance(number, str) else f"{number} of 10"


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, `1:14`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def story(clip: ClipShown) -> str:
    """How a story was shown or read: to the end, in part, again in places. Never "watched"."""
    read = clip.form in ("transcript", "live")
    if not clip.ranges:
        return "story read" if read else "story opened, not shown"
    how = "story read" if read else "story shown"
    if not clip.length:
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
    return f"of the story he said: {FIT[fit.fit].told}"


def words_lines(words: Iterable[Words]) -> tuple[NoteLine, ...]:
    """Words with whose they are; a question stands only with the first of its answers."""
    return tuple(_words_lines(words))


def _words_lines(words: Iterable[Words]) -> Iterator[NoteLine]:
    before = ("", "")
    for said in words:
        again = bool(said.prompt) and before == (said.voice, said.prompt)
        asked = f" (asked: {one_line(said.prompt)})" if said.prompt and not again else ""
        if said.voice == "his":
            text = f"He {'also ' * again}said{asked}: “{line_by_line(said.text)}”"
        else:
            text = f"My words{asked}: {line_by_line(said.text)}"
        yield NoteLine(text=text, whose=said.voice, at=said.seq)
        before = said.voice, said.prompt


def added(later: Addendum) -> str:
    """A later word of the practitioner's, with its day."""
    return f"Added on {day(later.at.date(), year=True)}: {one_line(later.text)}"


def skip_line(skip: Skipped) -> str:
    """What was left out, why, and what was done instead; of a story only that it was."""
    what = one_line(skip.title) or skip.id
    named = f"the story “{what}”" if skip.what == "clip" else what
    reason = f" ({SKIP[skip.reason].told})" if skip.reason else ""
    instead = f"; {skip.instead} instead" if skip.instead else ""
    return f"Left out: {named}{reason}{instead}."


def step_review(review: StepReviewed, step: str) -> str:
    """How the step went."""
    named = f"Step “{one_line(step)}”" if step else "The step"
    then = f" {THEN[review.then].told.capitalize()}." if review.then != "done" else ""
    noticed = f" He said: “{line_by_line(review.text)}”" if review.text else ""
    return f"{named}: {TRIED[review.tried].told}.{then}{noticed}"


def early_start(reason: str) -> tuple[str, ...]:
    """Why a module was started before the foundation was done, where it was."""
    return (f"A module was started early: {one_line(reason).rstrip('.')}.",) if reason else ()


def step_set(step: StepSet) -> str:
    """The step for the time to come."""
    sure = f" How sure: {of_ten(step.sure)}." if step.sure is not None else ""
    return f"{line_by_line(step.text).rstrip('.')}.{sure}"


def outcomes(session: PastSession) -> list[str]:
    """One line for each exercise that was left with an outcome."""
    last = {visit.exercise: visit for visit in of_kind(session.entries, Visited)}
    return [f"{one_line(v.title) or v.exercise}: {OUTCOME[v.outcome].told}." for v in last.values()]
