"""Pages of guidance: a title and headed sections, kept as Markdown."""

from pathlib import Path

from srt_tui.domain.pack import GuidePage, Section, Swap
from srt_tui.library.blocks import Block, unused
from srt_tui.library.document import Layout, read_document, unfenced
from srt_tui.library.finding import Notebook, Row
from srt_tui.library.vocabulary import marked_ids, mention, plain

LEAVE_OUT = "leave out"


def read_page(path: Path, folder: Path, book: Notebook) -> GuidePage:
    """The page in this file; what stands before its first heading is a section of its own."""
    page = read_document(path, path.relative_to(folder).as_posix(), Layout(), book)
    intro = "\n".join(row.text for row in page.intro).strip()
    sections = [Section(title="", body=intro)] if intro else []
    for row in unfenced(page.intro):
        mention(row, book)
    for block in page.blocks:
        for row in (block.heading, *unfenced(block.rows)):
            mention(row, book)
        sections.append(Section(title=plain(block.heading.text), body=block.body()))
    if not page.title.text:
        book.error("page-title", Row(page.file, 1, ""), "The page has no title.", "# The page")
    return GuidePage(title=page.title.text, sections=tuple(sections))


def read_swaps(path: Path, book: Notebook) -> tuple[Swap, ...]:
    """The swap list: when, a colon, and what to leave out, use or exchange."""
    if not path.is_file():
        return ()
    page = read_document(path, path.name, Layout(), book)
    for block in page.blocks:
        unused(block.heading, book)
    items = Block(page.title, page.intro).only_items(book, lead_in=True)
    return tuple(_swap(item.row, book) for item in items)


def _swap(row: Row, book: Notebook) -> Swap:
    when, colon, text = row.text.partition(": ")
    if not colon:
        what = "This line does not say when, then a colon, then what to do."
        book.error("swap-form", row, what, "- Not a father: leave out `r05`.")
    mention(row, book)
    out: list[str] = []
    use: list[str] = []
    for clause in text.replace(";", ",").split(","):
        (out if clause.strip().startswith(LEAVE_OUT) else use).extend(marked_ids(clause))
    pairs = [
        (ids[0], ids[1])
        for clause in text.split(",")
        if "`/`" in clause and len(ids := marked_ids(clause)) > 1
    ]
    return Swap(
        when=when,
        text=plain(text),
        leave_out=tuple(out),
        use=() if pairs else tuple(use),
        pairs=tuple(pairs),
    )
