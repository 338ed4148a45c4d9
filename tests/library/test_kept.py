"""The pack as it was read last: used while nothing changed, never trusted otherwise."""

import os
import stat
import sys
from pathlib import Path

import pytest

from srt_tui.library import kept, load, reading
from srt_tui.library.kept import Loaded

PACK = "content/steady-ground"
HOUR = 3600


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "made" / "cache" / "pack.msgpack"


@pytest.fixture
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy of the pack, and the program itself, count as settled."""
    monkeypatch.setattr(kept, "SETTLED", -HOUR * 1_000_000_000)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each time that the pack is really read."""
    found: list[Path] = []
    really = reading.read_pack

    def noted(content: Path, sessions: Path | None) -> reading.PackRead:
        found.append(content)
        return really(content, sessions)

    monkeypatch.setattr(reading, "read_pack", noted)
    return found


def again(root: Path, cache: Path) -> Loaded:
    return load(root / PACK, root / "sessions", cache=cache)


@pytest.mark.usefixtures("long_ago")
def test_the_second_time_gives_the_same_without_reading(
    root: Path, cache: Path, reads: list[Path]
) -> None:
    first = again(root, cache)
    assert again(root, cache) == first == load(root / PACK, root / "sessions")
    assert len(reads) == 2  # the first, and the one without a cache
    assert stat.S_IMODE(cache.stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.parent.stat().st_mode) == 0o700
    assert list(cache.parent.iterdir()) == [cache]


@pytest.mark.usefixtures("long_ago")
def test_a_start_that_finds_it_loads_no_reader(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(root, cache)
    monkeypatch.delitem(sys.modules, "srt_tui.library.reading")
    again(root, cache)
    assert "srt_tui.library.reading" not in sys.modules


@pytest.mark.usefixtures("long_ago")
@pytest.mark.parametrize("change", ["words", "same size", "more", "fewer", "a folder"])
def test_any_change_of_the_pack_is_read(
    root: Path, cache: Path, reads: list[Path], change: str
) -> None:
    before = again(root, cache)
    card = root / PACK / "exercises/f01.md"
    words = card.read_text(encoding="utf-8")
    if change == "words":
        card.write_text(words.replace("title: What matters to me", "title: What counts"))
    elif change == "same size":
        at = card.stat()
        card.write_text(words.replace("matters", "counted"), encoding="utf-8")
        os.utime(card, ns=(at.st_atime_ns, at.st_mtime_ns))
    elif change == "more":
        (root / "sessions/plan-more.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    elif change == "fewer":
        card.unlink()
    else:
        (root / PACK / "clips/clip-new").mkdir()
    try:
        assert again(root, cache) != before
        assert len(reads) == 2
    finally:
        if change == "a folder":
            (root / PACK / "clips/clip-new").rmdir()


@pytest.mark.usefixtures("long_ago")
def test_another_version_of_the_program_reads_afresh(
    root: Path, cache: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = again(root, cache)
    monkeypatch.setattr(kept, "__version__", "99.0")
    assert again(root, cache) == first
    assert len(reads) == 2


@pytest.mark.usefixtures("long_ago")
@pytest.mark.parametrize("at", [0, 4, 20, 5_000, -1])
def test_a_flipped_bit_or_a_cut_is_never_believed(
    root: Path, cache: Path, reads: list[Path], at: int
) -> None:
    first = again(root, cache)
    data = bytearray(cache.read_bytes())
    data[at] ^= 1
    cache.write_bytes(data)
    assert again(root, cache) == first
    cache.write_bytes(cache.read_bytes()[: at % 9_000])
    assert again(root, cache) == first
    assert len(reads) == 3


def test_what_has_only_just_changed_is_not_kept(root: Path, cache: Path) -> None:
    (root / PACK / "exercises/f01.md").touch()
    again(root, cache)
    assert not cache.exists()


def test_where_nothing_can_be_written_the_pack_is_read_all_the_same(
    root: Path, cache: Path
) -> None:
    cache.parent.parent.write_text("a file where the folder would be")
    assert len(again(root, cache).pack.exercises) == 24
