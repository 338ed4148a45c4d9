"""What is suggested, each with its reason; and below, what is known, as far as there is room."""

from collections.abc import Iterator, Sequence

from srt_tui.tui.widgets.reading import Part, Reading

NAME, WHY = 1, 3
"""How far in a name and what belongs to it stand."""


class Suggested(Reading, can_focus=False):
    """Names with reasons under a heading, then lines under another; it is not scrolled."""

    margin = 1

    def __init__(
        self,
        heading: str,
        found: Sequence[tuple[str, str]],
        below: str,
        known: Sequence[str],
        *,
        id: str,
    ) -> None:
        names = (
            part
            for name, why in found
            for part in (Part(name, "strong", indent=NAME), Part(why, indent=WHY))
        )
        head, foot = Part(heading, "quiet", indent=NAME), Part(below, "quiet", indent=NAME)
        super().__init__((head, *names, foot, *(Part(each, indent=WHY) for each in known)), id=id)

    def wrap(self, wide: int) -> Iterator[Part]:
        """As much as there is room for; what does not fit is left off with a sign."""
        lines, room = [*super().wrap(wide)], self.size.height
        yield from lines[: room if len(lines) <= room else room - 1]
        if len(lines) > room:
            last = lines[room - 1]
            yield last._replace(text=f"{last.text[: wide - 2]} …")
