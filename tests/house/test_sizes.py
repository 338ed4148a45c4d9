"""Every room stays readable: lines of files, classes and functions are counted."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "srt_tui"
FILE, CLASS, FUNCTION, APP = 300, 280, 40, 150


def too_long(package: Path) -> Iterator[str]:
    """Each file, class and function of a package that is longer than its budget."""
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        text = path.read_text()
        budget = APP if name == "tui/app.py" else FILE
        if len(text.splitlines()) > budget:
            yield f"{name} is over {budget} lines"
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.ClassDef():
                    budget = CLASS
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    budget = FUNCTION
                case _:
                    continue
            if (node.end_lineno or 0) - node.lineno >= budget:
                yield f"{name}: {node.name} is over {budget} lines"


def test_nothing_in_the_package_is_over_its_budget() -> None:
    assert list(too_long(PACKAGE)) == []


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("long.py", "x = 1\n" * 301, "long.py is over 300 lines"),
        ("tui/app.py", "x = 1\n" * 151, "tui/app.py is over 150 lines"),
        ("a.py", "class A:\n" + "    x = 1\n" * 280, "a.py: A is over 280 lines"),
        ("b.py", "def f():\n" + "    x = 1\n" * 40, "b.py: f is over 40 lines"),
        ("c.py", "async def g():\n" + "    x = 1\n" * 40, "c.py: g is over 40 lines"),
    ],
)
def test_one_line_too_many_is_found(tmp_path: Path, name: str, text: str, finding: str) -> None:
    planted = tmp_path / name
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(text)
    assert list(too_long(tmp_path)) == [finding]
    planted.write_text(text.removesuffix("\n").rpartition("\n")[0] + "\n")
    assert list(too_long(tmp_path)) == []
