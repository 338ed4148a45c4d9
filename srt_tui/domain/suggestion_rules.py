"""The rules behind the three suggestions, in their order (brief B.8, C.0, E)."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeAlias

from srt_tui.domain.entry import Energy, Fit, Skipped
from srt_tui.domain.pack import Template
from srt_tui.domain.past_session import latest
from srt_tui.domain.suggestion import RuleId, Suggestion, View
from srt_tui.domain.wording import counted, day, listed, past_day

HIGH, GAP, STUCK = 6, dt.timedelta(weeks=4), 2
_CALMING = frozenset({"coping", "stepping-away"})
_DISPUTED = ("push-facts", "push-blame")
_FIRST, _LIGHT, _WHOLE, _REVIEW = "plan-first", "plan-20", "plan-whole-picture", "plan-review"
_ROOM, _VIOLENCE = "plan-room", "physical-violence"
_AT_SIX = "e02"
"""Brief E, `plan-20`: "If he is at 6 or more: `e02` only"."""


def first_meeting(view: View) -> Iterator[Suggestion]:
    """No session yet, or none held to its end or to its welcome: a first meeting."""
    template = view.template(_FIRST)
    opening = {item for visit in template.visits for item in visit.items} if template else set()
    welcomed = any(shown.clip in opening for shown in view.history.clips_shown())
    if all(session.cut for session in view.history.held) and not welcomed and view.foundation:
        first = view.foundation[0].id
        why = "The first time you use this together: hello, your two jobs, one short story."
        yield view.make("first-meeting", first, why, _FIRST)


def light_today(view: View) -> Iterator[Suggestion]:
    """He said a high number or little energy today."""
    if view.number is not None and view.number >= HIGH:
        why = f"He is at {view.number} today: this alone, then talk about what is going on."
        yield view.make("light-today", _AT_SIX, why, _LIGHT)
        yield from _light(view, "light-today", f"He is at {view.number} today; he knows this one.")
    elif view.energy == "low":
        yield from _light(view, "light-today", "Little energy today; short, and he knows it.")


def _light(view: View, rule: RuleId, why: str) -> Iterator[Suggestion]:
    template = view.template(_LIGHT)
    for id in view.known(template.choose_from if template else ()):
        yield view.make(rule, id, why, _LIGHT)


def go_on(view: View) -> Iterator[Suggestion]:
    """The session was cut off in the middle of an exercise."""
    cut = view.history.cut_off()
    if cut and cut.exercise:
        yield view.make("go-on", cut.exercise, f"It was cut off on {day(cut.date)}: go on with it.")


def foundation(view: View) -> Iterator[Suggestion]:
    """What is open of the foundation, in order."""
    for place, exercise in enumerate(view.foundation):
        where = "Also open in the foundation" if place else "Next in the foundation"
        done = [view.named(id) for id in exercise.before if id in view.done]
        missing = [view.named(e.id) for e in view.foundation if e.id in exercise.before]
        visits = len(view.history.visits_to(exercise.id))
        if visits:
            why = f"{where}; {counted(visits, 'visit')} so far, not done yet."
        elif missing:
            why = f"{where}; it stands alone, and is best after {missing[0]}."
        elif done:
            why = f"{where}; it builds on {listed(done[-2:])}, which he has done."
        else:
            why = f"{where}, and it needs nothing before it."
        yield view.make("foundation", exercise.id, why)


def plan_under_way(view: View) -> Iterator[Suggestion]:
    """The last session followed a plan of several meetings: its next one.

    Also beside an open foundation, for somebody chose it (brief E).
    """
    opened = view.history.last.opened if view.history.last else None
    template = view.template(opened.template if opened else None)
    if template and len(template.visits) > 1:
        yield from _meeting(view, template, "plan-under-way", "the plan you are on")


def control(view: View) -> Iterator[Suggestion]:
    """He leaves violence out: the plan for harm by rules, money, checking or silence.

    While the foundation is open, only where the meeting is of the foundation itself.
    """
    template = view.template(_ROOM)
    if template and _VIOLENCE in view.history.preferences.leave_out:
        open_ids = {exercise.id for exercise in view.foundation}
        for found in _meeting(view, template, "control", "as he leaves physical violence out"):
            if not open_ids or found.exercise in open_ids:
                yield found


def _meeting(view: View, template: Template, rule: RuleId, what: str) -> Iterator[Suggestion]:
    """The first meeting of a plan of which nothing is done and something may be suggested."""
    for place, visit in enumerate(template.visits, start=1):
        choices = (*visit.items, *visit.or_else)
        allowed = [id for id in choices if view.allows(id)]
        if allowed and view.done.isdisjoint(choices):
            for id in allowed:
                why = f"Meeting {place} of “{template.title}”, {what}."
                yield view.make(rule, id, why, template.id)
            return


def best_after(view: View) -> Iterator[Suggestion]:
    """The foundation is done: what its best-after list allows, by how its stories fitted."""
    if view.foundation:
        return
    liking = view.liking
    ready = [e for e in view.open if view.ready(e)]
    for exercise in sorted(ready, key=lambda e: -liking.get(e.lead, 0)):
        built_on = [
            view.named(id) for id in (*exercise.best_after, *exercise.before) if id in view.done
        ]
        why = f"It builds on {listed(built_on[:2])}, which he has done."
        if liking.get(exercise.lead, 0) > 0:
            why = f"{why[:-1]}; stories with {exercise.lead} fitted him."
        yield view.make("best-after", exercise.id, why)


def number_fits(view: View) -> Iterator[Suggestion]:
    """He came in at 6 or more last time."""
    last = view.history.last
    came_in = last.numbers.number_in if last else None
    if came_in == "high" or (isinstance(came_in, int) and came_in >= HIGH):
        for exercise in sorted(view.open, key=lambda e: e.id != _AT_SIX):
            if _CALMING.intersection(exercise.themes) and view.ready(exercise):
                why = f"He came in at {came_in} last time; this is a skill for bringing it down."
                yield view.make("number-fits", exercise.id, why)


def sign_fits(view: View) -> Iterator[Suggestion]:
    """Something slipped in the last session and was not put right."""
    last = view.history.last
    open_signs = [e for e in view.history.unfinished() if e.kind == "sign"]
    recent = [sign for sign in open_signs if last and sign.session == last.number]
    if any(sign.id in _DISPUTED for sign in recent):
        whole = view.template(_WHOLE)
        for visit in whole.visits if whole else ():
            for id in visit.items:
                if id not in view.done:
                    why = "He went back to the facts last time; this plan steps out of them."
                    yield view.make("sign-fits", id, why, _WHOLE)
    elif recent:
        why = "Something slipped last time; a story he knows leaves room to talk about that."
        for id in view.known():
            yield view.make("sign-fits", id, why)


def repeat(view: View) -> Iterator[Suggestion]:
    """Exercises whose latest visit was partly done, the latest first; then a step half tried."""
    visits = [view.history.visits_to(exercise.id) for exercise in view.open]
    partly = [found[-1] for found in visits if found and found[-1].outcome == "partly"]
    looked_at = [step for step in view.history.steps() if step.review]
    half = looked_at[-1].exercise if looked_at and looked_at[-1].not_quite else None
    for visit in sorted(partly, key=lambda v: -v.session):
        why = f"Partly done on {day(visit.date)}; another visit is worth it."
        if visit.exercise == half:
            why = f"Partly done on {day(visit.date)}, and its step was not quite tried."
        yield view.make("repeat", visit.exercise, why)
    if half:
        yield view.make("repeat", half, "Its step was not quite tried; once more, made smaller.")


def same_skill(view: View) -> Iterator[Suggestion]:
    """The other story with the same skill, where one does not get there or does not fit."""
    pairs = [pair for swap in view.pack.swaps for pair in swap.pairs]
    for one, other in (*pairs, *((b, a) for a, b in pairs)):
        if other in view.done or one in view.done or not view.knows(one):
            continue
        visits = view.history.visits_to(one)
        if _disliked(view, one):
            why = f"{view.named(one)} did not fit; this is the same skill in another story."
            yield view.make("same-skill", other, why)
        elif len(visits) >= STUCK:
            why = f"{len(visits)} visits to {view.named(one)}; the same skill, another story."
            yield view.make("same-skill", other, why)


def _disliked(view: View, exercise: str) -> bool:
    ids = {exercise, view.pack.exercises[exercise].clip}
    skipped = any(
        skip.id in ids and skip.reason in ("does-not-fit", "refused", "too-hard")
        for skip in view.history.skips()
    )
    fits = [fit.fit for fit in view.history.all(Fit) if fit.clip in ids]
    return skipped or fits[-1:] in (["not-me"], ["childish"])


def stands_in(view: View) -> Iterator[Suggestion]:
    """The swap list's stand-in for what he leaves out."""
    for swap in view.pack.swaps:
        out = [id for id in swap.leave_out if not view.allows(id)]
        for id in swap.use if out else ():
            if id not in view.done and view.allows(id) and view.ready(view.pack.exercises[id]):
                why = f"Stands in for {view.named(out[0])}, which touches what he leaves out."
                yield view.make("stands-in", id, why)


def left_for_later(view: View) -> Iterator[Suggestion]:
    """Left out for lack of time, or for something live, and not done since; the latest first."""
    for skip in reversed(view.history.all(Skipped)):
        no_room = skip.what == "exercise" and skip.reason in ("no-time", "live-matter")
        if no_room and skip.id not in view.done:
            why = f"There was no room for it on {past_day(skip.at.date(), view.today)}."
            yield view.make("left-for-later", skip.id, why)


def long_gap(view: View) -> Iterator[Suggestion]:
    """Last time is long ago: before anything new, one thing that he knows (brief E, `plan-20`)."""
    last = view.history.last
    if last and view.today - last.date >= GAP:
        since = past_day(last.date, view.today)
        why = f"No session since {since}; a short one with something he knows."
        yield from islice(_light(view, "light-again", why), 1)


def light_again(view: View) -> Iterator[Suggestion]:
    """Last time ended high or tired."""
    last = view.history.last
    if last is None:
        return
    out, energy = last.numbers.number_out, latest(last.entries, Energy)
    if out == "high" or (isinstance(out, int) and out >= HIGH):
        why = f"He left at {out} last time; twenty minutes with something he knows."
    elif energy and energy.value == "low":
        why = "He had little energy last time; twenty minutes with something he knows."
    else:
        return
    yield from _light(view, "light-again", why)


def review(view: View) -> Iterator[Suggestion]:
    """Everything is done."""
    if not view.open and view.pack.foundation:
        why = "Everything is done: look back together, and bring the plan up to date."
        yield view.make("review", view.pack.foundation[-1], why, _REVIEW)


def once_more(view: View) -> Iterator[Suggestion]:
    """When the rules leave room: something he knows, the one done longest ago first."""
    for id in reversed(view.known()):
        yield view.make("once-more", id, "He knows it; a second time often goes further.")


Rule: TypeAlias = Callable[[View], Iterator[Suggestion]]
RULES: tuple[Rule, ...] = (
    first_meeting, light_today, go_on, long_gap, foundation, plan_under_way, control, best_after,
    number_fits, sign_fits, repeat, same_skill, stands_in, left_for_later, review, light_again,
)  # fmt: skip
