"""A page for him to keep: cards in the pack's words, and his own. It gives nothing away."""

from collections.abc import Iterable, Iterator

from srt_tui.domain.discretion import telling_words
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.reports import notices
from srt_tui.reports.document import AnyBlock, Bullets, Document, h, p

_LINES = 4


def take_home(
    pack: Pack, exercises: Iterable[str], history: History | None = None, *, step: str = ""
) -> Document:
    """The cards of these exercises, each with a few of his own lines where `history` is given.

    Exercises the pack does not have are passed over. No reference and no date.
    """
    return Document(
        title=pack.title,
        notice=notices.TAKE_HOME,
        blocks=tuple(_blocks(pack, exercises, history, step)),
    )


def _blocks(
    pack: Pack, exercises: Iterable[str], history: History | None, step: str
) -> Iterator[AnyBlock]:
    for id in exercises:
        if exercise := pack.exercises.get(id):
            yield h(exercise.title)
            yield p(exercise.card)
            mine = his_lines(history, id) if history else ()
            if mine:
                yield h("In my words", 3)
                yield Bullets(items=mine)
    if step:
        yield h("My step")
        yield p(step)


def his_lines(history: History, exercise: str) -> tuple[str, ...]:
    """His own lines on an exercise to offer him, the newest first."""
    found = [
        line.text
        for line in reversed(history.said())
        if line.exercise == exercise and line.voice == "his" and line.kind in ("words", "answer")
        if " " in line.text.strip()
    ]
    return tuple(dict.fromkeys(found))[:_LINES]


def telling(document: Document) -> tuple[str, ...]:
    """Words on the page that would tell a stranger why he has it, in order, each once.

    The person who prints it decides; the page is shown before it is written.
    """
    words = [document.title, document.notice]
    for block in document.blocks:
        words += list(block.items) if isinstance(block, Bullets) else [getattr(block, "text", "")]
    return telling_words("\n".join(words))
