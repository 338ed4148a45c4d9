"""Files that are private, or must be whole or not there, are written in one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "srt_tui"
HOME = "private_files.py"
AUTHORS = ("studio/", "library/drafts.py")
"""What an author asks for lies open in a folder of his own."""
WRITES = {"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile", "fsync"}


def writers(package: Path) -> Iterator[str]:
    """Each place that makes or replaces a file by itself."""
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if name == HOME or name.startswith(AUTHORS):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _writes(ast.unparse(node.func), ast.unparse(node)):
                yield f"{name}: {ast.unparse(node)}"


def _writes(called: str, whole: str) -> bool:
    return called.rpartition(".")[2] in WRITES or (called == "os.open" and "O_CREAT" in whole)


def test_only_one_place_makes_or_replaces_files() -> None:
    assert list(writers(PACKAGE)) == []


@pytest.mark.parametrize("planted", ["p.write_text('x')", "os.open(p, os.O_CREAT)", "os.fsync(1)"])
def test_a_second_place_is_found(tmp_path: Path, planted: str) -> None:
    (tmp_path / "planted.py").write_text(f"import os\n{planted}\n")
    assert len(list(writers(tmp_path))) == 1
