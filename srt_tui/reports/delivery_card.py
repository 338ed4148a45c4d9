"""The delivery card: what to read in the two minutes before. Practitioner only.

Nothing on it is about the man: it is what the pack's authors wrote for whoever delivers it.
"""

from collections.abc import Collection, Iterator

from srt_tui.domain.content import Exercise
from srt_tui.domain.nudges import Nudge
from srt_tui.domain.pack import Addon, Pack, Swap, Template
from srt_tui.domain.plan import Plan
from srt_tui.domain.wording import counted, listed, one_line
from srt_tui.reports import notices
from srt_tui.reports.document import AnyBlock, Bullets, Document, h, p
from srt_tui.reports.document import listed as lines


def delivery_card(
    pack: Pack, plan: Plan, suits: Collection[str] = (), nudge: Nudge | None = None
) -> Document:
    """What stands behind a plan: for whom it is, each exercise, how to raise what slipped.

    `suits` is what suits him: where an add-on of the pack is among it, that is told too.
    """
    return Document(
        title="Before you start",
        notice=notices.CARD,
        blocks=tuple(_blocks(pack, plan, suits, nudge)),
    )


def _blocks(
    pack: Pack, plan: Plan, suits: Collection[str], nudge: Nudge | None
) -> Iterator[AnyBlock]:
    if nudge and nudge.about == "him":
        yield h("Words to raise it with")
        yield p(nudge.text)
        yield Bullets(items=pack.check.raise_words)
    if template := pack.templates.get(plan.template or ""):
        yield from _frame(template)
    for addon in pack.addons.values():
        if addon.id in suits:
            yield from _addon(addon)
    for id in plan.exercises:
        yield from _exercise(pack, pack.exercises[id])


def _frame(template: Template) -> Iterator[AnyBlock]:
    yield h(template.title)
    yield lines(
        _line("For", template.for_whom),
        _line("Length", template.length),
        *(_line(*meeting) for meeting in _meetings(template)),
        *(_line(s.title, one_line(s.body)) for s in template.sections),
    )


def _meetings(template: Template) -> Iterator[tuple[str, str]]:
    if len(template.visits) == 1:
        yield "How it runs", template.visits[0].text
        return
    for number, visit in enumerate(template.visits, start=1):
        yield f"Meeting {number}", visit.text


def _addon(addon: Addon) -> Iterator[AnyBlock]:
    yield h(addon.title)
    said = (_line(section.title, one_line(section.body)) for section in addon.sections)
    yield lines(*addon.switches, *said)


def _exercise(pack: Pack, exercise: Exercise) -> Iterator[AnyBlock]:
    module = next(module for module in pack.modules if module.id == exercise.module)
    notes = exercise.notes
    yield h(f"{exercise.id} {exercise.title}")
    yield lines(
        f"{exercise.short} minutes in short, {exercise.full} in full.",
        _line(module.title, module.note),
        _line("Purpose", exercise.purpose),
        _line("Skill", exercise.skill),
        _line("Before it", _first(exercise)),
        _line("Aim", notes.aim),
        _line("Watch for", notes.watch_for),
        _line("If it gets stuck", notes.stuck),
        _line("If it does not fit", notes.does_not_fit),
        *(_line(swap.when, swap.text) for swap in pack.swaps if _swaps(swap, exercise.id)),
        _line("What it may bring up", notes.disclosure),
        _line("It touches", listed(_words(exercise.sensitivities))),
        _line("It shows", listed(_words(exercise.shows))),
        _line("Story", exercise.story),
        *(_line(lead, who) for lead, who in _lead(pack, exercise)),
        _line("Say before it", pack.clips[exercise.clip].content_note),
        _line("Worksheet", counted(len(exercise.fields), "question")),
        _line("Between sessions", exercise.between),
        _line("Diary line", exercise.diary),
        _line("Card", exercise.card),
    )


def _first(exercise: Exercise) -> str:
    """What is best done before, all of it or any one; then what the author says of it."""
    before = (" or " if exercise.before_any else ", ").join(exercise.before)
    return " ".join(part for part in (f"{before}." if before else "", exercise.before_note) if part)


def _lead(pack: Pack, exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Who the story is about, with the name to use where his is known to the man."""
    for who in pack.cast:
        if who.name == exercise.lead:
            spare = pack.spare_names.get(who.name)
            yield (
                f"{who.name}, {who.age}",
                f"{who.life}. {who.good}. {who.working_on}. {who.now}."
                + (f" If he knows one of that name: {spare}." if spare else ""),
            )


def _swaps(swap: Swap, exercise: str) -> bool:
    return exercise in swap.leave_out or any(exercise in pair for pair in swap.pairs)


def _words(tags: Collection[str]) -> tuple[str, ...]:
    return tuple(tag.replace("-", " ") for tag in tags)


def _line(title: str, text: str) -> str:
    return f"{title}: {text}" if text else ""
