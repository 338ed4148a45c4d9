"""A heading and what stands below it: prose, pieces, or a list whose lines all belong to it."""

import re

import msgspec

from srt_tui.library.finding import Notebook, Row

_PART = "### "
_BULLET = re.compile(r"^(?:[-*]|\d+[.)])\s+(.*)$")
_BEGINS = re.compile(r"^(?:>|\||#|\*|---|```)")
"""What a line begins with that goes on with nothing before it."""
_NO_SPACE = re.compile(r"^(?:[-*]|\d+[.)])(?=[^\s*-])")


class ListItem(msgspec.Struct, frozen=True):
    """A bullet or numbered line with the bullets under it."""

    row: Row
    under: tuple[Row, ...]


class Block(msgspec.Struct, frozen=True):
    """A heading and what stands below it."""

    heading: Row
    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The first line with words, or the heading of an empty block."""
        return next((row for row in self.rows if row.text.strip()), self.heading)

    @property
    def last(self) -> Row:
        """The last line with words, or the heading of an empty block."""
        return next((row for row in reversed(self.rows) if row.text.strip()), self.heading)

    def body(self) -> str:
        """The Markdown as written, without the empty lines around it."""
        return "\n".join(row.text for row in self.rows).strip()

    def prose(self) -> Row:
        """The words as one running line."""
        return _running(self.rows) or self.heading.part("")

    def paragraphs(self) -> list[Row]:
        """Each piece between empty lines, as one running line."""
        return _paragraphs(self.rows)

    def parts(self) -> "list[Block]":
        """The pieces under the headings of the third level in this block."""
        found: list[tuple[Row, list[Row]]] = []
        for row in self.rows:
            if row.text.startswith(_PART):
                found.append((row.part(row.text[len(_PART) :].strip()), []))
            elif found:
                found[-1][1].append(row)
        return [Block(heading, tuple(rows)) for heading, rows in found]

    def before_parts(self) -> list[Row]:
        """The lines with words before the first such heading."""
        first = next((row.line for row in self.rows if row.text.startswith(_PART)), None)
        return [row for row in self.rows if row.text and (first is None or row.line < first)]

    def items(self) -> list[ListItem]:
        """The list in this block, each item with the lines it was wrapped over."""
        return self._split()[0]

    def loose(self) -> list[Row]:
        """The lines with words that belong to no list."""
        return self._split()[1]

    def only_items(
        self, book: Notebook, *, under: bool = False, lead_in: bool = False
    ) -> list[ListItem]:
        """The list, where nothing else is read here: every other line is told.

        `under` where lines set in under an item are read, `lead_in` where words may come before.
        """
        items, loose = self._split()
        first = items[0].row.line if items and lead_in else 0
        for row in (row for row in loose if row.line >= first):
            unused(row, book)
        for row in () if under else (row for item in items for row in item.under):
            unused(row, book)
        return items

    def _split(self) -> tuple[list[ListItem], list[Row]]:
        """Its list and the other lines. A line that goes on with an item is part of it.

        So is one that follows it at once, or is set in; after an empty line only the latter.
        """
        found: list[list[Row]] = []
        loose: list[Row] = []
        goes_on = False
        for row in self.rows:
            text = row.text.strip()
            if bullet := _BULLET.match(text):
                part = row.part(bullet[1].strip())
                if row.text[0] == " " and found:
                    found[-1].append(part)
                else:
                    found.append([part])
                goes_on = True
            elif found and text and (goes_on or row.text[0] == " ") and not _BEGINS.match(text):
                last = found[-1][-1]
                found[-1][-1] = last.part(f"{last.text} {text}")
            else:
                goes_on = False
                loose += [row] if text else []
        return [ListItem(first, tuple(under)) for first, *under in found], loose


def unused(row: Row, book: Notebook) -> None:
    """Tell of a line that nothing reads."""
    text = row.text.strip()
    mark = _NO_SPACE.match(text)
    meant = f"{mark[0]} {text[mark.end() :]}" if mark else ""
    book.error("line-unused", row, "Nothing reads this line; what it says is lost.", meant)


def _running(rows: tuple[Row, ...] | list[Row]) -> Row | None:
    words = " ".join(" ".join(row.text for row in rows).split())
    first = next((row for row in rows if row.text.strip()), None)
    return first.part(words) if first else None


def _paragraphs(rows: tuple[Row, ...] | list[Row]) -> list[Row]:
    found: list[list[Row]] = [[]]
    for row in rows:
        if row.text.strip():
            found[-1].append(row)
        elif found[-1]:
            found.append([])
    return [running for each in found if (running := _running(each))]
