"""What Prepare says: suggestions with their reasons, the plan line by line, what to pick up."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from srt_tui.domain import session_pages
from srt_tui.domain.advice import Early
from srt_tui.domain.brief import Brief
from srt_tui.domain.entry import Ended, SkipReason
from srt_tui.domain.errors import SrtError
from srt_tui.domain.own_plan import OwnPlan
from srt_tui.domain.pack import Pack, Template
from srt_tui.domain.past_session import InOut
from srt_tui.domain.plan import Item, Plan
from srt_tui.domain.playback import Readiness
from srt_tui.domain.session import Draft
from srt_tui.domain.suggestion import RULE_WORDS, Suggestion
from srt_tui.domain.terms import FORMAT, SKIP
from srt_tui.domain.wording import day, listed, one_line, past_day, quoted
from srt_tui.present.common import NOTHING, left_out, plain, titled

SKIP_REASONS: tuple[tuple[SkipReason, str], ...] = (
    ("does-not-fit", "it does not fit him"),
    ("too-hard", "it is too hard today"),
    ("refused", "he would rather not"),
    ("no-time", "there is no time"),
    ("done-before", "it was done before"),
    ("live-matter", "something live needs the time"),
    ("other", "another reason"),
)
EARLY_REASONS = (
    "it is what he lives with now",
    "he asks for it",
    "the foundation does not fit him now",
    "of another reason",
)
WHY_ASKED = "Another reason"
WHY_MORE = "In a few words. They stand in the note as yours."
TAKING_UP = ("No, leave it ended", "Yes, take it up again and start")
SUGGESTED = "Suggested, with why (w: the rules)"
KNOWN = "What is known (b: all of it)"
TODAY = "Today (a add, t plans, u undo)"
NONE_OF_THESE = "none of these: skip this line only"
NAME_ASKED = "Keep this plan for others"
NAME_MORE = (
    "A short name. It stands among the ready-made plans, with its exercises and minutes, "
    "for everybody who works on this computer account; nothing of this man is in it."
)
NAME_LIKE = "Short evening"
NOT_OWN = "it came with the program."
FITS = "there is nothing to take out for the time."
NONE_REMOVED = "nothing was removed."


Ready: TypeAlias = Mapping[str, Readiness]
READY_WORDS = {"plays": "plays", "reads": "read", "missing": "read"}


class PlanRow(NamedTuple):
    """One line of today's plan."""

    words: str
    minutes: str


def state(plan: Plan) -> str:
    """The right-hand side of the title: "30 min · planned 28"."""
    return f"{FORMAT[plan.format].short} · {plan.minutes} min · planned {plan.planned}"


def suggestion(number: int, found: Suggestion) -> tuple[str, str]:
    """A suggestion as its name and its reason; `number` counts from 1."""
    return f"{number} {found.exercise} {found.title}", found.why


def rules(found: Sequence[Suggestion]) -> tuple[str, ...]:
    """Each suggestion with its reason and the rule behind it; a blank line between two."""
    lines: list[str] = []
    for number, each in enumerate(found, start=1):
        lines += [*suggestion(number, each), f"The rule: {RULE_WORDS[each.rule]}", ""]
    return tuple(lines[:-1])


def not_yet(early: Early) -> tuple[str, str]:
    """The question when modules start early: its heading, and what is still open before them."""
    modules = listed([module.title for module in early.modules])
    still = listed(early.left)
    return (
        f"Not yet? Start {modules} now, because",
        f"Still open in the foundation: {still}. That is advice, not a lock. Esc: not yet.",
    )


def known(brief: Brief) -> tuple[str, ...]:
    """Last time in his words, what he wants, his number in and out, how the two worked."""
    wants = tuple(f"Wants: {quoted(said.text, 90)}" for said in brief.wants[-1:])
    told = [n for n in brief.numbers if (n.number_in, n.number_out) != (None, None)]
    numbers = [in_out(number) for number in told[-3:]]
    return (
        *brief.last,
        *wants,
        *([f"Number in and out: {', '.join(numbers)}."] if numbers else []),
        *([f"To keep or change: {quoted(brief.keep_or_change, 90)}"] * bool(brief.keep_or_change)),
        *(f"My note: {quoted(text)}" for text in brief.notes),
        brief.alliance,
    )


def in_out(number: InOut) -> str:
    """His number in and out of one session; a dash for what he did not say."""
    told = [NOTHING if n is None else str(n) for n in (number.number_in, number.number_out)]
    return " → ".join(told)


def ended(how: Ended) -> tuple[str, str]:
    """The question before a session after the work had ended: its heading, and what a yes does."""
    return (
        f"The work ended on {day(how.on, year=True)} ({plain(how.reason)}). Start all the same?",
        "A yes takes the work up again from today, and says so in what is kept.",
    )


def pick_up(brief: Brief) -> tuple[str, ...]:
    """What to take up first: a safety follow-up, what slipped, a session cut off, the step."""
    said = []
    for end in brief.unfinished:
        if end.kind == "follow-up" and end.due:
            said.append(f"Safety follow-up: {day(end.due)}. See the official record.")
        elif end.kind == "cut-off":
            said.append(f"The last session was cut off on {past_day(end.date, brief.on)}.")
    if brief.slipped:
        said.insert(0, f"First, pick up: {listed(brief.slipped[-2:])}.")
    if brief.step and brief.step_open:
        said.append(brief.step)
    return tuple(said)


def rows(plan: Plan, pack: Pack, ready: Ready, *, light: bool = False) -> tuple[PlanRow, ...]:
    """The plan line by line; `ready` says of clips whether they play here.

    `light` is for somebody who reads little or nothing: fewer questions.
    """
    return tuple(_row(item, plan, pack, ready, light=light) for item in plan.items)


def _row(item: Item, plan: Plan, pack: Pack, ready: Ready, *, light: bool) -> PlanRow:
    words = item_words(item, plan, pack, ready, light=light)
    if not item.skipped:
        return PlanRow(words, f"{item.minutes:>3}")
    why = f" ({SKIP[item.reason].short})" if item.reason else ""
    return PlanRow(f"skipped{why}: {words}", "")


def item_words(item: Item, plan: Plan, pack: Pack, ready: Ready, *, light: bool) -> str:
    """What one line of the plan is."""
    name = item.exercise or item.clip
    if item.stage == "watch" and item.clip:
        if plan.reads_aloud:
            return f"{name} story (read aloud)"
        ready_here = ready.get(item.clip)
        return f"{name} story ({READY_WORDS[ready_here.state]})" if ready_here else f"{name} story"
    if item.stage == "talk" and item.exercise:
        asked = session_pages.asked(pack.exercises[item.exercise], plan.minutes, light=light)
        return f"{name} talk: {len(asked)} questions"
    if item.stage == "practise" and item.exercise:
        return f"{name} try the skill"
    return item.title[:1].lower() + item.title[1:]


def because(typed: str) -> str:
    """Another reason as it was typed; raises SrtError for nothing."""
    if not typed.strip():
        raise SrtError("Nothing was typed.", "A few words will do; Esc goes back.")
    return typed.strip()


def kept_as_own(kept: OwnPlan) -> str:
    """That it is kept."""
    return f"Kept among the ready-made plans: “{kept.title}”."


def removed(kept: OwnPlan) -> str:
    """That it is gone, and the way back."""
    return f"Removed: “{kept.title}”. u puts it back."


def other_length(plan: Plan, usual: int, pack: Pack) -> str:
    """That the plan has another length than is usual with him, and whose it is; empty if not."""
    if plan.minutes == usual:
        return ""
    template = pack.templates.get(plan.template or "")
    whose = f"as “{template.title}” is made for that" if template else "as you set it"
    return f"{plan.minutes} minutes today, not {usual}: {whose}. +/- changes it."


def too_long(plan: Plan, shortened: Plan | None) -> str:
    """That more is planned than there is time for, and what one key does; empty when it fits."""
    if plan.planned <= plan.minutes:
        return ""
    over = f"Planned {plan.planned} of {plan.minutes} minutes"
    if shortened is None:
        return f"{over}: one exercise is the least. +/- changes the time."
    gone = listed([id for id in plan.exercises if id not in shortened.exercises])
    stays = shortened.exercises[-1] == plan.exercises[-1]
    why = "what you added stays" if stays else "the end of a plan goes first"
    return f"{over}. f makes it {shortened.planned} without {gone}: {why}."


def leaving_out(plan: Plan, tags: Sequence[str]) -> str:
    """What is left out for this person and what that took from the plan; empty for nothing."""
    said = [f"Leave out: {left_out(tags)}."] if tags else []
    said += [f"Not in the plan: {'; '.join(plan.dropped)}."] if plan.dropped else []
    return " ".join(said)


def read_instead(plan: Plan, ready: Ready) -> str:
    """Which stories are read and why, those with one reason together; empty when all play."""
    why: dict[str, list[str]] = {}
    if plan.reads_aloud:
        return ""
    for clip in (item.clip for item in plan.items if item.clip):
        if clip in ready and ready[clip].state != "plays":
            why.setdefault(ready[clip].reason, []).append(clip)
    return " ".join(f"Read, not played: {listed(clips)}. {reason}" for reason, clips in why.items())


def template_line(template: Template) -> str:
    """A template in a list to choose from."""
    lengths = ", ".join(str(length) for length in template.lengths)
    return f"{template.title} ({lengths} min)"


def template_about(template: Template) -> tuple[str, ...]:
    """For whom a template is, what to say and what to take care of; F2 shows all of it later."""
    said = (f"{section.title}: {one_line(section.body)}" for section in template.sections)
    return (f"For: {template.for_whom}", *said)


def own_plan_about(kept: OwnPlan) -> tuple[str, ...]:
    """What a plan of the service's own holds."""
    ids = dict.fromkeys(line.exercise for line in kept.plan.lines if line.exercise)
    return (f"Kept here: {listed(tuple(ids)) or 'no exercise'}.",)


def own_plan_line(kept: OwnPlan) -> str:
    """A plan of the service's own in the same list."""
    return f"{kept.title} ({kept.plan.minutes} min) · own (x removes it)"


def exercise_line(pack: Pack, id: str, leaves_out: Collection[str] = ()) -> str:
    """An exercise in a list to choose from, with what it touches; first what he leaves out."""
    touched = pack.exercises[id].sensitivities
    unwanted = left_out([tag for tag in touched if tag in leaves_out])
    marks = (
        "he leaves it out" if id in leaves_out else "",
        f"has {unwanted}, which he leaves out" if unwanted else "",
        ", ".join(plain(tag) for tag in touched if tag not in leaves_out),
    )
    return " · ".join(part for part in (titled(pack, id), *marks) if part)


def cut_off(draft: Draft, pack: Pack) -> str:
    """What is known of a session that was cut off, or stopped."""
    when = f"{day(draft.opened.date())} at {draft.opened:%H:%M}"
    exercises = listed([titled(pack, id) for id in draft.plan.exercises]) or "no exercise yet"
    if draft.stopped:
        return f"Session {draft.session} of {when} was stopped part way: {exercises}.\n\n{REST}"
    typed = count_typed(draft)
    return f"Session {draft.session} of {when} was cut off: {exercises}.\n\n{typed}"


REST = "To go on is a new session: you arrive, then go on where it stopped."


def count_typed(draft: Draft) -> str:
    """Whether something typed is waiting."""
    waiting = sum(bool(text.strip()) for text in draft.typed.values())
    return "What was typed is still there." if waiting else "Nothing typed was left open."
