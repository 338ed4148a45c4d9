"""Every room stays readable: lines of files, classes and functions, as written and in effect.

What is over its budget today stands in `exceptions.txt`, one finding a line. That list only gets
shorter: a new finding fails, and so does an exception that is no longer needed.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.classes import Classes

PACKAGE = Path(__file__).parents[2] / "srt_tui"
EXCEPTIONS = Path(__file__).with_name("exceptions.txt")
FILE, CLASS, FUNCTION, APP = 300, 300, 40, 150
KIT = ("studio",)
"""Left out of what is in effect: it makes the films and is no part of the running program."""


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
        ("a.py", "class A:\n" + "    x = 1\n" * 300, "a.py: A is over 300 lines"),
        ("b.py", "def f():\n" + "    x = 1\n" * 40, "b.py: f is over 40 lines"),
        ("c.py", "async def g():\n" + "    x = 1\n" * 40, "c.py: g is over 40 lines"),
    ],
)
def test_one_line_too_many_is_found(tmp_path: Path, name: str, text: str, finding: str) -> None:
    planted = tmp_path / name
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(text)
    assert finding in list(too_long(tmp_path))
    planted.write_text(text.removesuffix("\n").rpartition("\n")[0] + "\n")
    assert list(too_long(tmp_path)) == []


def test_no_class_is_over_its_budget_in_effect_but_those_that_are_excepted() -> None:
    found = set(Classes(PACKAGE, skip=KIT).findings())
    excepted = set(EXCEPTIONS.read_text().splitlines())
    assert sorted(found - excepted) == [], "find the missing concept"
    assert sorted(excepted - found) == [], "no longer needed: take these lines out"


def methods(number: int, named: str) -> str:
    return "".join(f"    def {named}{n}(self): ...\n" for n in range(number))


PLANTED = {
    "a class in two halves, too long together": (
        {
            "base.py": "class Half:\n" + "    x = 1\n" * 250,
            "whole.py": "from pkg.base import Half\nclass Whole(Half):\n" + "    y = 1\n" * 199,
        },
        {"Whole is over 450 lines in effect", "Half has one child"},
        ("whole.py", "    y = 1\n" * 199, "    y = 1\n" * 198 + "class Other(Half): ...\n"),
    ),
    "too many methods together": (
        {"a.py": f"class A:\n{methods(36, 'a')}class B(A):\n{methods(35, 'b')}class C(A): ...\n"},
        {"B has more than 70 methods in effect"},
        ("a.py", "    def b34(self): ...\n", ""),
    ),
    "a fourth class above the other": (
        {"a.py": "class A: ...\nclass B(A): ...\nclass C(B): ...\nclass D(C): ...\n"
                 "class E(A): ...\nclass F(B): ...\nclass G(C): ...\nclass H(B): ...\n"},
        {"D stands more than 3 classes deep", "G stands more than 3 classes deep"},
        ("a.py", "class C(B)", "class C(A)"),
    ),
    "a base reached through its module": (
        {"a.py": "class A: ...\n", "b.py": "from pkg import a\nclass B(a.A): ...\n"},
        {"A has one child"},
        ("b.py", "(a.A)", ""),
    ),
    "a base with its parameters": (
        {"a.py": "class A(Generic[T]): ...\nclass B(A[int]): ...\n"},
        {"A has one child"},
        ("a.py", "(A[int])", ""),
    ),
    "a protocol with one implementation": (
        {"a.py": "class A(Protocol):\n    def f(self): ...\nclass B(A):\n    def f(self): ...\n"
                 "class C:\n    def g(self): ...\n"},
        {"A has one child"},
        ("a.py", "def g", "def f"),
    ),
    "one name for two things": (
        {"a.py": "class A: ...\n", "in/b.py": "class B:\n    class A: ...\n"},
        {"A is the name of more than one class"},
        ("in/b.py", "class A", "class C"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "findings", "mended"), PLANTED.values(), ids=PLANTED)
def test_what_is_planted_is_found_and_nothing_once_it_is_mended(
    tmp_path: Path, files: dict[str, str], findings: set[str], mended: tuple[str, str, str]
) -> None:
    package = tmp_path / "pkg"
    for name, text in files.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text)
    assert set(Classes(package).findings()) == findings
    name, old, new = mended
    (package / name).write_text(files[name].replace(old, new))
    assert set(Classes(package).findings()) == set()


def test_a_folder_that_is_left_out_is_not_measured(tmp_path: Path) -> None:
    (tmp_path / "studio").mkdir()
    (tmp_path / "studio" / "a.py").write_text("class A: ...\nclass B(A): ...\n")
    assert list(Classes(tmp_path, skip=KIT).findings()) == []
