import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from srt_tui.library import shipped


@pytest.fixture(scope="session")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pack")
    places = shipped()
    assert places.sessions is not None
    words = shutil.ignore_patterns("*.mp4", "*.vtt", "*.wav", "clip.json")
    shutil.copytree(places.content, root / "content" / places.content.name, ignore=words)
    shutil.copytree(places.sessions, root / "sessions")
    return root


@pytest.fixture
def root(_copy: Path) -> Iterator[Path]:
    """A folder with a copy of the shipped pack's words, to break; whole again for the next."""
    before = {path: path.read_bytes() for path in _copy.rglob("*") if path.is_file()}
    yield _copy
    for path in _copy.rglob("*"):
        if path.is_symlink() or (path.is_file() and path not in before):
            path.unlink()
    for path, words in before.items():
        if not path.is_file() or path.read_bytes() != words:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(words)
