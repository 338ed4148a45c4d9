"""A search that goes on as one types: each letter more narrows what was found before."""

from collections.abc import Iterable
from typing import TypeAlias

from srt_tui.domain.content import Frozen
from srt_tui.domain.quotes import Filter, Said, folded

Line: TypeAlias = tuple[str, Said]
"""The form that is compared, and the line itself."""


class Search(Frozen, frozen=True, kw_only=True):
    """Lines that hold every word of `text`, newest first.

    `before` is the search with fewer letters, kept so that taking one back costs nothing; the
    first of all has no text.
    """

    lines: tuple[Line, ...]
    text: str = ""
    before: "Search | None" = None

    @classmethod
    def over(cls, said: Iterable[Said]) -> "Search":
        """A search for nothing yet over these lines."""
        return cls(lines=tuple([(folded(f"{s.asked}\n{s.text}"), s) for s in said]))

    def to(self, text: str) -> "Search":
        """The search for this text instead, from what is nearest to it."""
        wanted = folded(text)
        if self.before and not wanted.startswith(self.text):
            return self.before.to(text)
        if wanted == self.text:
            return self
        kept, known = self.lines, self.text.split()
        for word in wanted.split():
            if word not in known:
                kept = _holding(kept, word)
        return Search(lines=kept, text=wanted, before=self)

    def within(self, only: Filter) -> "Search":
        """The same over the lines inside a filter, without a way back to the others."""
        return Search(lines=tuple([line for line in self.lines if only.keeps(line[1])]))

    @property
    def found(self) -> tuple[Said, ...]:
        """The lines themselves."""
        return tuple([said for _, said in self.lines])


def _holding(lines: tuple[Line, ...], word: str) -> tuple[Line, ...]:
    """Those with the word; its last letter first, for one letter is found several times as fast."""
    last = word[-1]
    return tuple([line for line in lines if last in line[0] and word in line[0]])
