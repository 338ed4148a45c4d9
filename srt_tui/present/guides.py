"""The guides of a pack as lines to read."""

import re

from srt_tui.domain.pack import GuidePage, Pack

WHICH = "Which guide"


def titles(pack: Pack) -> tuple[str, ...]:
    """Every guide by its title, in the order of the pack."""
    return tuple(page.title for page in pack.pages.values())


def lines(page: GuidePage) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """A guide line by line, and which of the lines are headings."""
    found: list[str] = []
    strong: list[int] = []
    for section in page.sections:
        if section.title:
            strong.append(len(found))
            found += [section.title, ""]
        found += [*plain(section.body).splitlines(), ""]
    return tuple(found[:-1]), tuple(strong)


def plain(body: str) -> str:
    """Markdown lines as they are read: bullets as dots, nothing in bold or in back-ticks."""
    dotted = re.sub(r"^(\s*)- ", r"\1· ", body.strip(), flags=re.MULTILINE)
    return dotted.replace("**", "").replace("`", "")
