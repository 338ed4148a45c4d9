"""One file of `stages/`: minutes for each length, and prompts for each way of working."""

import re
from pathlib import Path
from typing import Literal, TypeAlias

from srt_tui.domain.content import LENGTHS, Length
from srt_tui.domain.structure import STAGE_IDS, Stage, StagePrompt
from srt_tui.library.blocks import Block
from srt_tui.library.document import Layout, read_document
from srt_tui.library.finding import Notebook, Row, nearest

LAYOUT = Layout(
    keys=("title", "minutes"),
    optional_keys=("id",),
    headings=("Room", "Phone and video", "No player"),
)

_MARK = re.compile(r"^\((\w+)\)\s+(\S.*)$")
_LENGTHS: dict[str, Length] = {str(length): length for length in LENGTHS}
_Only: TypeAlias = Literal["", "phone", "video"]
_ONLY: dict[str, _Only] = {"phone": "phone", "video": "video"}
_QUOTED = re.compile(r'"([^"]*)"')


def read_stage(path: Path, book: Notebook) -> Stage | None:
    """The stage in this file, or nothing when it is not one of the eight or has no minutes."""
    file = f"stages/{path.name}"
    if path.stem not in STAGE_IDS:
        what = f'"{path.stem}" is not one of the eight stages.'
        book.error("stage-unknown", Row(file, 1, ""), what, nearest(path.stem, STAGE_IDS))
        return None
    page = read_document(path, file, LAYOUT, book, path.stem)
    book.hear("title", page.value("title"))
    minutes = _minutes(page.value("minutes"), book)
    book.spots[f"{path.stem}.minutes"] = page.value("minutes")
    if minutes is None:
        return None
    return Stage(
        id=path.stem,
        title=page.value("title").text,
        minutes=minutes,
        room=_prompts(page.block("Room"), book),
        phone=_prompts(page.block("Phone and video"), book),
        no_player=_prompts(page.block("No player"), book),
    )


def _minutes(row: Row, book: Notebook) -> dict[int, int] | None:
    parts = [part.strip() for part in row.text.split("/")]
    if len(parts) != len(LENGTHS) or not all(part.isdecimal() for part in parts):
        what = f'"{row.text}" is not the minutes at 20, 30, 45 and 60.'
        book.error("minutes-form", row, what, "3 / 4 / 6 / 8")
        return None
    return dict(zip(LENGTHS, map(int, parts), strict=True))


def _prompts(block: Block, book: Notebook) -> tuple[StagePrompt, ...]:
    found: list[StagePrompt] = []
    for item in block.only_items(book):
        text = item.row.text
        shows_from: Length = 20
        only: _Only = ""
        if mark := _MARK.match(text):
            text = mark[2]
            if mark[1] in _LENGTHS:
                shows_from = _LENGTHS[mark[1]]
            elif mark[1] in _ONLY:
                only = _ONLY[mark[1]]
            else:
                what = f"({mark[1]}) is neither a session length nor phone or video."
                meant = nearest(mark[1], (*_LENGTHS, *_ONLY))
                book.error("prompt-length", item.row, what, meant)
        for said in _QUOTED.findall(text):
            book.hear("stage", item.row.part(said))
        found.append(StagePrompt(text=text, shows_from=shows_from, only=only))
    return tuple(found)
