"""The choices of a rehearsal's turn: what could be said or done, and what comes of it."""

import re
from collections.abc import Mapping

from srt_tui.domain.practice import Choice, Kind
from srt_tui.library.blocks import ListItem
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.vocabulary import plain

END = "end"
LETTERS = "abcd"
FEWEST = 3

_CHOICE = re.compile(r"^\*\*(\w+)\*\* `([\w-]+)` · (\S.*)$")
_PARTS = {
    "Then": re.compile(r"^\*\*Then:\*\*\s+(\S.*)$"),
    "Coaching": re.compile(r"^\*\*Coaching:\*\*\s+(\S.*)$"),
    "to": re.compile(r"^->\s+(\S+)$"),
}
_MEANT = {"Then": "**Then:** He nods.", "Coaching": "**Coaching:** Why.", "to": "-> end"}
_SPOKEN = re.compile(r'"([^"]*)"')


def read_choices(
    items: list[ListItem], turn: Row, spot: str, kinds: Mapping[str, Kind], book: Notebook
) -> tuple[Choice, ...]:
    """The choices that can be read. `spot` is where the turn stands, in the book's spots."""
    found = [_choice(item, spot, kinds, book) for item in items]
    letters = "".join(choice.letter for choice in found if choice)
    if None not in found and (letters not in LETTERS or len(letters) < FEWEST or letters[0] != "a"):
        what = f"A turn has three or four choices, a to d; here they are {', '.join(letters)}."
        book.error("choice-letters", turn, what)
    return tuple(choice for choice in found if choice)


def _choice(item: ListItem, spot: str, kinds: Mapping[str, Kind], book: Notebook) -> Choice | None:
    match = _CHOICE.match(item.row.text)
    if match is None:
        what = "This line is not a letter, a kind of move, a dot and the words."
        book.error("choice-form", item.row, what, '- **a** `pause` · "Take your time."')
        return None
    letter, kind, words = match[1], match[2], match[3]
    parts = _parts(item, book)
    if kind not in kinds:
        what = f'There is no kind of move "{kind}".'
        book.error("kind-unknown", item.row, what, nearest(kind, kinds))
        return None
    book.spots[f"{spot}.{letter}.to"] = parts["to"]
    for name in ("Then", "Coaching"):
        book.hear(name, parts[name])
    for said in _SPOKEN.findall(words):
        book.hear("You", item.row.part(said))
    to = parts["to"].text
    return Choice(
        letter=letter,
        kind=kinds[kind],
        words=words,
        then=parts["Then"].text,
        coaching=plain(parts["Coaching"].text),
        to="" if to == END else to,
    )


def _parts(item: ListItem, book: Notebook) -> dict[str, Row]:
    found: dict[str, Row] = {}
    strays: list[Row] = []
    for row in item.under:
        read = {name: match[1] for name, form in _PARTS.items() if (match := form.match(row.text))}
        if not read or read.keys() & found.keys():
            strays.append(row)
        found.update({name: row.part(text) for name, text in read.items()})
    for row in strays:
        what = "This line stands a second time, or is none that a choice can have."
        book.error("choice-part", row, what)
    for name, meant in _MEANT.items():
        if name not in found and not strays:
            what = f'The line "{meant.split()[0]} …" is missing.'
            book.error("choice-part", item.row, what, meant)
    return {name: found.get(name, item.row.part("")) for name in _PARTS}
