"""A report before it has a form: a title, what it may not be used for, and blocks in order."""

from typing import Literal, TypeAlias

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Voice


class Heading(Frozen, frozen=True, kw_only=True):
    """A heading inside the report; the report's own title is level 1."""

    text: str
    level: Literal[2, 3] = 2


class Paragraph(Frozen, frozen=True, kw_only=True):
    """One paragraph."""

    text: str


class Quote(Frozen, frozen=True, kw_only=True):
    """Someone's words as they were said, with whose they are; line breaks are kept.

    `asked` is the question they answer, `on` when they were written down.
    """

    text: str
    voice: Voice
    asked: str = ""
    on: str = ""


class Bullets(Frozen, frozen=True, kw_only=True):
    """A list."""

    items: tuple[str, ...]


class TableBlock(Frozen, frozen=True, kw_only=True):
    """Rows under named columns; the first cell of a row names it. The heading over it may do."""

    caption: str = ""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


AnyBlock: TypeAlias = Heading | Paragraph | Quote | Bullets | TableBlock


class Document(Frozen, frozen=True, kw_only=True):
    """A whole report. `notice` says what it may not be used for, and stands first."""

    title: str
    notice: str
    blocks: tuple[AnyBlock, ...]


def h(text: str, level: Literal[2, 3] = 2) -> Heading:
    """A heading."""
    return Heading(text=text, level=level)


def p(text: str) -> Paragraph:
    """A paragraph."""
    return Paragraph(text=text)


def listed(*items: str) -> Bullets:
    """A list of these lines, empty ones left out."""
    return Bullets(items=tuple(item for item in items if item))
