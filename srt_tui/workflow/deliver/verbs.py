"""What is said and done in a session: each verb is one action of the practitioner or of him.

Each keeps its entry at once and raises SrtError when that was not saved; then nothing moved.
"""

import msgspec
from msgspec.structs import replace

from srt_tui.domain import entry as happened
from srt_tui.domain.answers import Answered
from srt_tui.domain.entry import AnyEntry, Mark, SkipReason, Voice
from srt_tui.domain.pages import (
    AnyPage,
    CheckLinePage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    FitPage,
    NumberPage,
    OutcomePage,
    PromptPage,
    StepBackPage,
    StepPage,
    question,
)
from srt_tui.domain.participant import Version
from srt_tui.domain.played import Range
from srt_tui.domain.session import highest_rung
from srt_tui.domain.wording import why_left_out
from srt_tui.workflow.deliver.live import LiveSession


def words(
    session: LiveSession,
    voice: Voice,
    text: str,
    *,
    moment: float | None = None,
    corrects: int = 0,
) -> None:
    """Keep what was said: his as said, or the practitioner's. Empty text is nothing.

    `moment` is where in the story, in seconds. With `corrects`, they put an earlier entry right,
    which stays as it is.
    """
    page = session.page
    if text.strip():
        session.keep(
            session.entry(
                happened.Words,
                voice=voice,
                text=text.strip(),
                exercise=session.exercise,
                prompt=question(page),
                clip=page.clip if isinstance(page, ClipPage) else None,
                moment=moment,
                corrects=corrects,
            )
        )
    session.type(voice, "")
    session.follow()


def answer(session: LiveSession, given: Answered) -> AnyPage:
    """Keep a worksheet answer, unless the field is said, not saved; then the next page."""
    page = session.page
    if isinstance(page, FieldPage) and page.exercise and page.field.saved:
        session.keep(
            session.entry(
                happened.Answer,
                exercise=page.exercise,
                field=page.field.id,
                label=page.field.label,
                **msgspec.structs.asdict(given),
            )
        )
    session.type("answer", "")
    return session.next()


def his_number(session: LiveSession, value: int | happened.Word) -> AnyPage:
    """Keep his number, in or out by the page, and go on."""
    out = isinstance(session.page, NumberPage) and session.page.out
    session.keep(session.entry(happened.Number, when="out" if out else "in", value=value))
    return session.next()


def clip_shown(
    session: LiveSession,
    form: happened.Form,
    ranges: tuple[Range, ...] = (),
    length: float = 0.0,
    version: Version = "as-written",
) -> None:
    """Keep that the clip on this page was shown or read, in these words; times in seconds."""
    page = session.page
    if isinstance(page, ClipPage):
        session.keep(
            session.entry(
                happened.ClipShown,
                clip=page.clip,
                title=page.title,
                exercise=page.exercise,
                form=form,
                version=version,
                ranges=ranges,
                length=length,
            )
        )


def fit(session: LiveSession, word: happened.FitWord) -> AnyPage:
    """Keep how the story sat with him, and go on; the same word again is not kept twice."""
    page = session.page
    if isinstance(page, FitPage) and word != _last_fit(session, page.clip):
        session.keep(session.entry(happened.Fit, clip=page.clip, fit=word))
    return session.next()


def _last_fit(session: LiveSession, clip: str) -> str:
    fits = [e for e in session.entries() if isinstance(e, happened.Fit) and e.clip == clip]
    return fits[-1].fit if fits else ""


def outcome(session: LiveSession, word: happened.Outcome) -> AnyPage:
    """Keep how far the exercise got, and go on."""
    if isinstance(session.page, OutcomePage) and session.page.exercise:
        session.keep(visit(session, session.page.exercise, word))
    return session.next()


def visit(session: LiveSession, exercise: str, word: happened.Outcome) -> AnyEntry:
    """How far an exercise got, with the rung reached and the minutes; not kept yet."""
    begun = session.draft.begun.get(exercise, session.now())
    return session.entry(
        happened.Visited,
        exercise=exercise,
        title=session.pack.exercises[exercise].title,
        outcome=word,
        rung=highest_rung(session.entries(), exercise),
        minutes=int((session.now() - begun).total_seconds() // 60),
    )


def step_back(session: LiveSession, tried: str, then: str = "done", text: str = "") -> AnyPage:
    """Keep how the last step went, and go on; values as in `entry.StepReviewed`."""
    page = session.page
    if isinstance(page, StepBackPage):
        session.keep(
            session.entry(happened.StepReviewed, step=page.step, tried=tried, then=then, text=text)
        )
    return session.next()


def step(session: LiveSession, text: str, sure: int | happened.Word | None = None) -> AnyPage:
    """Keep the step for the week, and go on."""
    exercise = session.page.exercise if isinstance(session.page, StepPage) else None
    if text.strip():
        session.keep(
            session.entry(happened.StepSet, text=text.strip(), exercise=exercise, sure=sure)
        )
    session.type("step", "")
    return session.next()


def seen_again(session: LiveSession) -> None:
    """Keep that he went back to the clip on this page in his own time."""
    page = session.page
    if isinstance(page, ClipPage):
        session.keep(session.entry(happened.Rewatched, clip=page.clip, title=page.title))


# The check


def mark(session: LiveSession, value: Mark) -> AnyPage:
    """Take his mark for the question on screen, or None where he passes; then go on."""
    if isinstance(session.page, CheckPage):
        marks = {**session.draft.marks, session.page.question.id: value}
        session.draft = replace(session.draft, marks=marks)
    return session.next()


def check_line(session: LiveSession, text: str) -> AnyPage:
    """Keep his check as one entry, with the open line, and go on."""
    keep_check(session, text)
    return session.next()


def no_check(session: LiveSession) -> AnyPage:
    """Not today: kept as offered and not done, never as a low mark (brief D, rule 1)."""
    session.draft = replace(session.draft, marks={})
    keep_check(session, "")
    after = (i for i in range(session.at, len(session.pages)) if not _in_check(session.pages[i]))
    return session.go(next(after, len(session.pages) - 1))


def keep_check(session: LiveSession, line: str) -> None:
    """Keep his marks so far as one entry, and begin afresh."""
    light = "light-words" in session.preferences.suits
    session.keep(
        session.entry(
            happened.CheckDone,
            side="his",
            form="easy" if light else "full",
            marks=session.draft.marks,
            line=line.strip(),
        )
    )
    session.draft = replace(session.draft, marks={})


def _in_check(page: AnyPage) -> bool:
    return isinstance(page, CheckOfferPage | CheckPage | CheckLinePage)


# Left out


def skip(session: LiveSession, reason: SkipReason | None = None) -> AnyPage:
    """Leave this page out, with or without a reason, and go on.

    Nobody is asked how a story sat with him that he did not see.
    """
    what, id, title = _skippable(session.page)
    session.keep(session.entry(happened.Skipped, what=what, id=id, title=title, reason=reason))
    skipped_story = what == "clip"
    page = session.go(session.at + 1)
    if skipped_story and isinstance(page, FitPage):
        return session.go(session.at + 1)
    return page


def another_reason(session: LiveSession, because: str) -> None:
    """Keep in the practitioner's words why this page, or its exercise, is about to be left out."""
    exercise = session.exercise
    title = session.pack.exercises[exercise].title if exercise else _skippable(session.page)[2]
    words = session.entry(happened.Words, voice="mine", text=because, prompt=why_left_out(title))
    session.keep(words)


def skip_exercise(session: LiveSession, reason: SkipReason | None = None) -> AnyPage:
    """Leave the rest of this exercise out and go on to what comes after it."""
    exercise = session.exercise
    if exercise is None:
        return skip(session, reason)
    session.keep(*left_out(session, exercise, reason))
    of_it = [page for page in session.pages if session.item_of(page).exercise == exercise]
    return session.go(session.pages.index(of_it[-1]) + 1)


def left_out(
    session: LiveSession, exercise: str, reason: SkipReason | None, instead: str | None = None
) -> tuple[AnyEntry, ...]:
    """What is kept when the rest of an exercise is left out; not kept yet."""
    skipped = session.entry(
        happened.Skipped,
        what="exercise",
        id=exercise,
        title=session.pack.exercises[exercise].title,
        reason=reason,
        instead=instead,
    )
    return skipped, visit(session, exercise, "not-today")


def _skippable(page: AnyPage) -> tuple[str, str, str]:
    """What is skipped on a page: its kind, id and title as they were shown."""
    match page:
        case ClipPage():
            return "clip", page.clip, page.title
        case PromptPage():
            return "prompt", f"{page.exercise}.p{page.number}", page.prompt.text
        case FieldPage():
            return "field", page.field.id, page.field.label
        case StepPage() | StepBackPage():
            return "step", page.stage, ""
        case CheckOfferPage() | CheckPage() | CheckLinePage():
            return "check", page.stage, ""
        case _:
            return "stage", page.stage, ""
