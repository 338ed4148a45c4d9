"""Practice in words: for the practitioner alone. Nothing is marked, counted or compared."""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from srt_tui.domain.content import Frozen
from srt_tui.domain.pack import Pack
from srt_tui.domain.practice import Afterwards, Rehearsal, Turn, TurnTaken

Look: TypeAlias = Literal["heading", "he", "seen", "quiet", "choice", "plain"]


class Passage(Frozen, frozen=True, kw_only=True):
    """Some words of the screen, and how they look."""

    look: Look
    text: str


BAND = "PRACTICE"
ALONE = "For you alone. The men are invented. Nothing is recorded."
INTRO = f"{ALONE} Never run one with a participant in the room."
WHICH_ONE = "Practice"
NONE_HERE = "This pack has no rehearsals."
ELSEWHERE = 'They are files in its folder "practice".'
BEGIN = "Enter begins."
LATER = "Coaching is kept for the end."
AS_IT_GOES = "Coaching comes as you go."
GOES_ON = "Enter goes on."
CHOOSE_FIRST = "choose what to say first."
OVER = "the rehearsal is over."
NO_TURN = "there is nothing to choose at the moment."
NOTHING_CHOSEN = "nothing has been chosen yet."
LEAVE = "Leave this rehearsal?"
LEAVE_MORE = "It is not kept: next time it begins again."
LEAVE_WAYS = ("Go on with it", "Leave it")
WHICH_SIGN = "Which sign shows?"


def listed(rehearsals: Iterable[Rehearsal]) -> tuple[str, ...]:
    """One line for each rehearsal."""
    return tuple(f"{r.title} · {r.exercise} · {r.minutes} min" for r in rehearsals)


def title(rehearsal: Rehearsal) -> str:
    """What the title line says."""
    return f"Practice · {rehearsal.title}"


def about(rehearsal: Rehearsal, pack: Pack) -> tuple[Passage, ...]:
    """Who he is and what it trains, before the first turn."""
    exercise = pack.exercises.get(rehearsal.exercise)
    doing = f"{rehearsal.exercise} {exercise.title}" if exercise else rehearsal.exercise
    note = rehearsal.content_note
    return (
        _part("heading", rehearsal.title),
        _part("quiet", f"{rehearsal.reference} · {doing} · {rehearsal.minutes} minutes"),
        *((_part("plain", f"What comes up: {note}"),) if note else ()),
        *(_part("plain", line) for line in rehearsal.background),
        _part("quiet", f"It trains: {rehearsal.trains}"),
        _part("quiet", f"{ALONE} {BEGIN}"),
    )


def turn(now: Turn, rehearsal: Rehearsal, pack: Pack) -> tuple[Passage, ...]:
    """What he says and what is seen, then what you could say or do, without its kind."""
    exercise = pack.exercises.get(rehearsal.exercise)
    asked = exercise.prompts[now.prompt - 1].text if exercise and now.prompt else ""
    return (
        *((_part("quiet", f"On screen: {asked}"),) if asked else ()),
        _part("he", now.he),
        _part("seen", now.seen),
        *(_part("choice", f"{choice.letter}  {choice.words}") for choice in now.choices),
    )


def stage(now: Turn, pack: Pack) -> str:
    """The title of the turn's stage."""
    return pack.stage(now.stage).title


def answered(step: TurnTaken, *, later: bool = False) -> tuple[Passage, ...]:
    """What you said, what he does next, and coaching unless it comes later."""
    return (
        _part("choice", f"{step.choice.letter}  {step.choice.words}"),
        _part("he", step.choice.then),
        *(() if later else _coaching(step)),
        _part("quiet", GOES_ON),
    )


def kind(step: TurnTaken) -> str:
    """What kind of move it was, for whoever asks."""
    return f"{step.choice.kind.plain}."


def afterwards(
    after: Afterwards, pack: Pack, *, steps: Sequence[TurnTaken] = ()
) -> tuple[Passage, ...]:
    """What comes at the end; with `steps`, the coaching that was kept for it."""
    titles = {sign.id: sign.title for sign in pack.signs}

    def told(what: str, signs: tuple[str, ...]) -> Passage:
        names = ", ".join(titles.get(sign, sign) for sign in signs)
        return _part("plain", f"{what}: {names or 'none'}.")

    own = (told("On your own side, you could have logged", after.own),) if after.own else ()
    return (
        *_kept_for_the_end(steps),
        _part("heading", "To think over"),
        *(_part("plain", point) for point in after.points),
        _part("heading", "Try in a real session"),
        _part("plain", after.to_try),
        _part("heading", "For supervision"),
        _part("plain", after.for_supervision),
        _part("heading", "Signs"),
        told("Those that showed", after.showed),
        told("Those you logged", after.logged),
        *own,
        _part("quiet", "Nothing of this is kept."),
    )


def logged(title: str) -> str:
    """A sign was logged, for this rehearsal only."""
    return f"Logged for this rehearsal: {title}."


def _kept_for_the_end(steps: Sequence[TurnTaken]) -> Iterable[Passage]:
    if steps:
        yield _part("heading", "Turn by turn")
    for step in steps:
        yield _part("he", step.turn.he)
        yield _part("choice", f"{step.choice.letter}  {step.choice.words}")
        yield from _coaching(step)


def _coaching(step: TurnTaken) -> Iterable[Passage]:
    yield _part("plain", step.choice.coaching)
    if step.turn.act_today:
        yield _part("plain", f"To act on today: {step.turn.act_today}.")


def _part(look: Look, text: str) -> Passage:
    return Passage(look=look, text=text)
