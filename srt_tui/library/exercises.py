"""One file of `exercises/`: front matter, prompts, practitioner notes and variants."""

import re
from pathlib import Path
from typing import cast

from srt_tui.domain.content import LENGTHS, RUNGS, Exercise, Length, Notes, Prompt, Rung
from srt_tui.library.document import Layout, Source, read_document
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.vocabulary import (
    Vocabulary,
    exercise_ids,
    known,
    listed,
    mention,
    plain,
)
from srt_tui.library.worksheet import read_fields

LAYOUT = Layout(
    keys=(
        "title", "module", "minutes", "clip", "lead", "themes", "sensitivities", "shows",
        "before",
    ),
    optional_keys=("id", "best after", "before note"),
    headings=(
        "Purpose", "Skill", "Story", "Prompts", "Worksheet", "Between sessions", "Diary line",
        "Card", "Practitioner notes",
    ),
    optional_headings=("Variants",),
)  # fmt: skip

NOTES = ("Aim", "Watch for", "If it gets stuck", "If it does not fit", "Disclosure")
VERSIONS = ("male-partner", "female-partner", "no-substance")
WAYS = ("as written", "swap", "rewrite")

PROMPTS = range(4, 7)

_MINUTES = re.compile(r"^(\d+)\s*/\s*(\d+)$")
_USUAL = (20, 35)
_PROMPT = re.compile(r"^`?([A-Za-z_-]+)`?\s+(?:\((\d+)\)\s+)?(\S.*)$")


def read_exercise(path: Path, words: Vocabulary, book: Notebook) -> Exercise | None:
    """The exercise in this file, or nothing when there is no title or no prompt to give.

    Everything else that is wrong is told, and read as meant or passed over.
    """
    file = f"exercises/{path.name}"
    page = read_document(path, file, LAYOUT, book, path.stem)
    _mentions(page, book)
    title = page.value("title")
    book.hear("title", title)
    for key, value in page.front.items():
        book.spots[f"{path.stem}.{key}"] = value
    prompts = _prompts(page, book)
    if not title.text or not prompts:
        return None
    short, full = _minutes(page.value("minutes"), book)
    return Exercise(
        id=path.stem,
        title=title.text,
        module=_one(page.value("module"), words.modules, "module", book),
        short=short,
        full=full,
        clip=_one(_last_part(page.value("clip"), book), words.clips, "clip", book),
        lead=_one(page.value("lead"), words.leads, "lead", book),
        purpose=plain(page.block("Purpose").prose().text),
        skill=_said(page, "Skill", book),
        story=plain(page.block("Story").prose().text),
        prompts=prompts,
        fields=read_fields(page.block("Worksheet"), path.stem, book),
        between=_said(page, "Between sessions", book),
        diary=_said(page, "Diary line", book),
        card=_said(page, "Card", book),
        notes=_notes(page, book),
        **_lists(page, words, book),
        before_any=" or " in page.value("before").text,
        before_note=plain(page.value("before note").text),
        variants=_variants(page, book),
    )


def minutes_pair(text: str) -> tuple[int, int] | None:
    """Short and full minutes of `20 / 35`, or nothing."""
    pair = _MINUTES.match(text)
    return (int(pair[1]), int(pair[2])) if pair else None


def _minutes(row: Row, book: Notebook) -> tuple[int, int]:
    pair = minutes_pair(row.text)
    if pair is None or not 0 < pair[0] <= pair[1]:
        if row.text:
            what = f'"{row.text}" is not the short and the full minutes.'
            book.error("minutes-form", row, what, "20 / 35")
        return _USUAL
    return pair


def _one(row: Row, options: tuple[str, ...], what: str, book: Notebook) -> str:
    if not row.text or not options:
        return row.text
    found = known([row.text], options, row, what, book)
    return found[0] if found else row.text


def _last_part(row: Row, book: Notebook) -> Row:
    r"""The clip's id, also from a path such as `clips\clip-f01\script.md`."""
    if "/" not in row.text and "\\" not in row.text:
        return row
    parts = [part for part in row.text.replace("\\", "/").split("/") if part]
    book.note("path-for-id", row, "A path stands where an id belongs; its folder's name is used.")
    folders = [part for part in parts if "." not in part]
    return row.part(folders[-1] if folders else "")


def _said(page: Source, heading: str, book: Notebook) -> str:
    words = page.block(heading).prose()
    words = words.part(plain(words.text))
    book.hear(heading, words)
    return words.text


def _lists(page: Source, words: Vocabulary, book: Notebook) -> dict[str, tuple[str, ...]]:
    """The tags of each vocabulary, and the exercises that come first."""
    found: dict[str, tuple[str, ...]] = {}
    for key in ("themes", "sensitivities", "shows"):
        row = page.value(key)
        found[key] = known(
            listed(row), words.tags.get(key, listed(row)), row, f"tag in {key}", book
        )
    for key in ("before", "best after"):
        row = page.value(key)
        ids = known(exercise_ids(row), words.exercises, row, "exercise", book)
        found[key.replace(" ", "_")] = ids
    return found


def _prompts(page: Source, book: Notebook) -> tuple[Prompt, ...]:
    found: list[Prompt] = []
    for item in page.block("Prompts").only_items(book, under=True):
        match = _PROMPT.match(item.row.text)
        if match is None or item.under:
            what = "This prompt is not a label, a length in brackets and a question."
            book.error("prompt-form", item.row, what, "1. `character` (20) What …?")
            continue
        rung = match[1].strip("`")
        if rung not in RUNGS:
            meant = nearest(rung, RUNGS)
            book.error("prompt-label", item.row, f'"{rung}" is not a label of a prompt.', meant)
            rung = meant
        length = int(match[2] or 20)
        if length not in LENGTHS:
            book.error("prompt-length", item.row, f"({length}) is not a session length.", "20")
            length = 20
        words = item.row.part(plain(match[3]))
        book.hear("prompt", words)
        if rung:
            rung, length = cast("Rung", rung), cast("Length", length)
            _in_order(rung, found, item.row, book)
            found.append(Prompt(rung=rung, text=words.text, shows_from=length))
    if found and len(found) not in PROMPTS:
        what = f"There are {len(found)} prompts; an exercise has 4 to 6."
        book.error("prompt-count", page.block("Prompts").heading, what)
    return tuple(found)


def _in_order(rung: Rung, so_far: list[Prompt], row: Row, book: Notebook) -> None:
    if so_far and RUNGS.index(rung) < RUNGS.index(so_far[-1].rung):
        what = f'"{rung}" comes after "{so_far[-1].rung}".'
        book.error("prompt-order", row, what, " → ".join(RUNGS))


def _notes(page: Source, book: Notebook) -> Notes:
    block = page.block("Practitioner notes")
    found: dict[str, str] = {}
    for item in block.only_items(book):
        name, _, text = item.row.text.replace("*", "").partition(":")
        if name.strip() not in NOTES:
            meant = nearest(name, NOTES)
            book.error("note-unknown", item.row, f'"{name}" is not one of the five notes.', meant)
            name = meant
        found[name.strip()] = plain(text.strip())
    for name in NOTES if block.rows else ():
        if not found.get(name):
            book.error("note-missing", block.heading, f'The note "{name}" is missing or empty.')
    return Notes(
        aim=found.get("Aim", ""),
        watch_for=found.get("Watch for", ""),
        stuck=found.get("If it gets stuck", ""),
        does_not_fit=found.get("If it does not fit", ""),
        disclosure=found.get("Disclosure", ""),
    )


def _variants(page: Source, book: Notebook) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for item in page.block("Variants").only_items(book):
        version, _, way = item.row.text.partition(":")
        names = known([version.strip()], VERSIONS, item.row, "version", book)
        if version.strip() != "no-substance" and way.strip() not in WAYS:
            meant = nearest(way.strip(), WAYS)
            book.error("variant-way", item.row, f'"{way.strip()}" is not a way to change.', meant)
        found += [(name, way.strip()) for name in names]
    return tuple(found)


def _mentions(page: Source, book: Notebook) -> None:
    mention(page.value("before note"), book)
    for block in page.blocks:
        if block.heading.text != "Worksheet":
            for row in block.rows:
                mention(row, book)
