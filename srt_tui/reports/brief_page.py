"""The one-page brief as a report: what to know before the session. Practitioner only."""

from collections.abc import Iterable, Iterator

from srt_tui.domain.brief import Brief
from srt_tui.domain.loose_ends import LooseEnd
from srt_tui.domain.past_session import InOut
from srt_tui.domain.suggestion import Suggestion
from srt_tui.domain.wording import asked_and, day, listed, quoted
from srt_tui.reports import notices
from srt_tui.reports.document import AnyBlock, Bullets, Document, Quote, h, p


def brief_page(
    reference: str, brief: Brief, suggestions: Iterable[Suggestion], clips: Iterable[str] = ()
) -> Document:
    """The brief of one person; `clips` says in a line each which stories will play here."""
    return Document(
        title=f"Brief · {reference} · {day(brief.on, year=True)}",
        notice=notices.BRIEF,
        blocks=tuple(_blocks(brief, tuple(suggestions), tuple(clips))),
    )


def _blocks(
    brief: Brief, suggestions: tuple[Suggestion, ...], clips: tuple[str, ...]
) -> Iterator[AnyBlock]:
    yield h("Last time")
    yield Bullets(items=brief.last)
    if brief.step:
        yield p(brief.step)
    if brief.next_on:
        yield p(f"Next appointment: {day(brief.next_on, year=True)}.")
    if brief.unfinished:
        yield h("Pick up first")
        yield Bullets(items=tuple(map(loose_end, brief.unfinished)))
    if brief.keep_or_change:
        yield h("To keep or change, he said")
        yield Quote(text=brief.keep_or_change, voice="his")
    if brief.notes:
        yield h("My private notes")
        yield from (Quote(text=text, voice="mine") for text in brief.notes)
    yield h("Suggested today")
    if suggestions:
        yield Bullets(items=tuple(f"{s.exercise} {s.title}: {s.why}" for s in suggestions))
    else:
        yield p("Nothing to suggest: what he leaves out touches everything that is open.")
    if brief.wants:
        yield h("What he wants")
        yield Bullets(items=tuple(asked_and(w.asked, quoted(w.text)) for w in brief.wants))
    yield h("How it has been")
    yield Bullets(items=tuple(_how(brief)))
    if clips:
        yield h("Stories here")
        yield Bullets(items=clips)


def _how(brief: Brief) -> Iterator[str]:
    yield f"Foundation: {brief.foundation} of {brief.foundation_of} done."
    numbers = [number for number in map(_in_out, brief.numbers) if number]
    if numbers:
        yield f"Number in and out: {'; '.join(numbers)}."
    if brief.energy:
        yield f"Energy last time: {brief.energy}."
    yield f"Leave out: {listed(brief.leave_out) or 'nothing'}."
    yield brief.alliance


def _in_out(numbers: InOut) -> str:
    if numbers.number_in is None and numbers.number_out is None:
        return ""
    said = ["–" if n is None else str(n) for n in (numbers.number_in, numbers.number_out)]
    return f"{day(numbers.date)} {said[0]} → {said[1]}"


def loose_end(end: LooseEnd) -> str:
    """Something to pick up, in one line; of a safety matter only that there was one."""
    if end.kind == "follow-up":
        due = day(end.due) if end.due else day(end.date)
        return f"Safety follow-up due {due}: see the official record."
    if end.kind == "sign":
        return f"{end.title or end.id} on {day(end.date)}: not picked up since."
    where = f" in {end.exercise}" if end.exercise else ""
    return f"The session of {day(end.date)} was cut off{where}."
