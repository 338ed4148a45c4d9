"""`ARCHITECTURE.md` speaks of what is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_PATH = re.compile(r"`([\w./-]+(?:/|\.(?:py|md|toml|json)))`")


def paths(text: str) -> Iterator[str]:
    """What a text names in back-ticks that looks like a file or a folder."""
    for line in text.splitlines():
        yield from _PATH.findall(line)


def missing(text: str) -> list[str]:
    """Those that are neither in the checkout nor in the package, nor a file of that name there."""
    places = (ROOT, ROOT / "srt_tui", ROOT / "content" / "steady-ground")
    names = {path.name for path in (ROOT / "srt_tui").rglob("*.py")}
    return [
        path
        for path in paths(text)
        if path not in names and not any((place / path).exists() for place in places)
    ]


def test_every_file_and_folder_that_it_names_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    assert len(list(paths(text))) > 30
    assert missing(text) == []


@pytest.mark.parametrize("planted", ["`workflow/gone.py`", "in `domain/gone/` and", "`gone.md`"])
def test_a_planted_file_that_is_not_there_is_found(planted: str) -> None:
    assert len(missing(planted)) == 1
