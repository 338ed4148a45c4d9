import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from srt_tui.domain.pack import Pack
from srt_tui.library import load
from srt_tui.locations import locate

Seen = dict[Path, tuple[int, int]]


@pytest.fixture(scope="session")
def shipped() -> Pack:
    """The shipped pack."""
    places = locate()
    return load(places.shipped_pack, places.templates).pack


@pytest.fixture(scope="session")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Path, bytes], Seen]:
    root = tmp_path_factory.mktemp("pack")
    places = locate()
    words = shutil.ignore_patterns("*.mp4", "*.vtt", "*.wav", "clip.json")
    content = root / "content" / places.shipped_pack.name
    shutil.copytree(places.shipped_pack, content, ignore=words)
    shutil.copytree(places.templates, root / "sessions")
    kept = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return root, kept, {path: _stamp(path) for path in kept}


@pytest.fixture
def root(_copy: tuple[Path, dict[Path, bytes], Seen]) -> Iterator[Path]:
    """A folder with a copy of the shipped pack's words, to break; whole again for the next."""
    root, kept, seen = _copy
    yield root
    for path in root.rglob("*"):
        if path.is_symlink() or (path.is_file() and path not in kept):
            path.unlink()
    for path, words in kept.items():
        if not path.is_file() or _stamp(path) != seen[path]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(words)
            seen[path] = _stamp(path)


def _stamp(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_mtime_ns, state.st_size
