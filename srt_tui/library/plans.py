"""Files of `sessions/`: a name that begins with `plan-` is a plan, any other an add-on."""

import re
from pathlib import Path

from srt_tui.domain.content import LENGTHS
from srt_tui.domain.pack import Addon, Section, Template, Visit
from srt_tui.domain.structure import STAGE_IDS
from srt_tui.library.blocks import Block
from srt_tui.library.document import Layout, Source, read_document
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.vocabulary import Vocabulary, marked_ids, mention, plain

PLAN = "plan-"
SWITCHES = "The product switches these on together"
PLAN_LAYOUT = Layout(keys=("title", "length"), optional_keys=("id",))
ADDON_LAYOUT = Layout(keys=("title",), optional_keys=("id",))

_TIMED = re.compile(r"^\((\d+)\)\s+(\S.*)$")
_ELSE = re.compile(r"\bor\b|\botherwise\b")
_MARKED = re.compile(r"`([a-z][a-z0-9-]*)`")
_QUOTED = re.compile(r'"([^"]*)"')
_BREAK = "break"


def read_template(path: Path, words: Vocabulary, book: Notebook) -> Template | None:
    """The plan in this file, or nothing when it does not say how it runs."""
    page = read_document(path, f"sessions/{path.name}", PLAN_LAYOUT, book, path.stem)
    _mentions(page, book)
    run = page.block("Run")
    if not run.body():
        heading = next((b.heading for b in page.blocks if nearest(b.heading.text, ["Run"])), None)
        at = heading or Row(page.file, 1, "")
        book.error("run-missing", at, 'The plan has no part "## Run".', "## Run")
        return None
    minutes: dict[str, int] = {}
    own: dict[str, str] = {}
    visits = _visits(run, minutes, own, words, book)
    lengths = _lengths(page.value("length"), minutes, book)
    return Template(
        id=path.stem,
        title=page.value("title").text,
        for_whom=page.block("For").prose().text,
        lengths=lengths,
        visits=visits,
        stage_minutes=minutes,
        own_words=own,
        choose_from=_acted(page, "Choose from"),
        sections=_sections(page, but=("For", "Run")),
        length=plain(page.value("length").text),
    )


def read_addon(path: Path, book: Notebook) -> Addon | None:
    """The add-on in this file, or nothing when it switches nothing."""
    page = read_document(path, f"sessions/{path.name}", ADDON_LAYOUT, book, path.stem)
    _mentions(page, book)
    switches = page.block(SWITCHES)
    if not switches.items():
        what = f'The add-on has no list under "## {SWITCHES}".'
        book.error("switches-missing", switches.heading, what, f"## {SWITCHES}")
        return None
    return Addon(
        id=path.stem,
        title=page.value("title").text,
        switches=tuple(plain(item.row.text) for item in switches.items()),
        sections=_sections(page, but=(SWITCHES,)),
    )


def _visits(
    run: Block, minutes: dict[str, int], own: dict[str, str], words: Vocabulary, book: Notebook
) -> tuple[Visit, ...]:
    """Numbered lines are meetings; lines with minutes are the items of a single meeting.

    Minutes of an item go into `minutes`, and what its line says after a colon into `own`.
    """
    visits: list[Visit] = []
    items: list[str] = []
    said: list[str] = []
    for item in run.items():
        timed = _TIMED.match(item.row.text)
        text = timed[2] if timed else item.row.text
        named, other = _items(item.row.part(text), words, book)
        if timed is None:
            visits.append(Visit(items=named, text=plain(text), or_else=other))
            continue
        items += named
        said.append(f"{plain(text)} ({timed[1]})")
        for id in named or (_BREAK,):
            minutes[id] = minutes.get(id, 0) + int(timed[1])
        for words_to_say in _QUOTED.findall(text):
            book.hear("say", item.row.part(words_to_say))
        own |= dict.fromkeys(named, text.partition(": ")[2])
    if items:
        visits.append(Visit(items=tuple(items), text="; ".join(said)))
    return tuple(visits)


def _items(row: Row, words: Vocabulary, book: Notebook) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The marked ids of a line that exist: those before an "or", and those after it."""
    options = {*words.ids(), *STAGE_IDS}
    parts: list[list[str]] = []
    for part in _ELSE.split(row.text):
        parts.append([])
        for id in _MARKED.findall(part):
            if id in options:
                parts[-1] += [id] if id not in words.broken else []
            else:
                what = f'There is no exercise, clip or stage "{id}".'
                book.error("id-unknown", row, what, nearest(id, options))
    first = parts[0] or (parts.pop(1) if len(parts) > 1 else [])
    return tuple(first), tuple(id for part in parts[1:] for id in part)


def _lengths(row: Row, minutes: dict[str, int], book: Notebook) -> tuple[int, ...]:
    lengths = tuple(int(n) for n in re.findall(r"\b\d+\b", plain(row.text)) if int(n) in LENGTHS)
    if row.text and not lengths:
        book.error("plan-length", row, f'"{row.text}" names no length of 20, 30, 45 or 60.', "30")
    total = sum(minutes.values())
    if minutes and lengths and total not in lengths:
        what = f"The minutes of the plan add up to {total}, which is not its length."
        book.error("plan-total", row, what)
    return lengths


def _acted(page: Source, heading: str) -> tuple[str, ...]:
    return marked_ids(page.block(heading).body())


def _sections(page: Source, but: tuple[str, ...]) -> tuple[Section, ...]:
    return tuple(
        Section(title=plain(block.heading.text), body=plain(block.body()))
        for block in page.blocks
        if block.heading.text not in but
    )


def _mentions(page: Source, book: Notebook) -> None:
    """Remember the ids a plan speaks of, and hear what it says to him."""
    mention(page.value("length"), book)
    for block in page.blocks:
        runs = block.heading.text == "Run"
        for row in (block.heading, *(block.loose() if runs else block.rows)):
            mention(row, book)
        for row in block.rows:
            if block.heading.text.startswith("Say"):
                for said in _QUOTED.findall(row.text):
                    book.hear("say", row.part(said))
