"""What is written down is read: no field of a record that nothing looks at."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "srt_tui"
KEPT_WHOLE = ("domain/entry.py", "domain/own_plan.py")
"""Records that are kept, exported and read back as they are."""


def fields(package: Path) -> Iterator[tuple[str, str, str]]:
    """Each field of each record of the domain: its file, its record and its name."""
    for path in sorted((package / "domain").glob("*.py")):
        name = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.ClassDef) or not node.keywords:
                continue
            for each in node.body:
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                    yield name, node.name, each.target.id


def read(package: Path) -> set[str]:
    """The names that are read of something, outside the reader of packs."""
    found: set[str] = set()
    for path in package.rglob("*.py"):
        if path.relative_to(package).parts[0] == "library":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                found.add(node.attr)
            elif isinstance(node, ast.MatchClass):
                found.update(node.kwd_attrs)
    return found


def unread(package: Path) -> list[str]:
    """Fields that nothing reads, by name: one name of two records counts for both."""
    names = read(package)
    return [
        f"{record}.{field}"
        for file, record, field in fields(package)
        if file not in KEPT_WHOLE and field not in names
    ]


def test_every_field_of_a_record_is_read_by_something_that_shows_or_decides() -> None:
    assert len(list(fields(PACKAGE))) > 250
    assert unread(PACKAGE) == []


def test_a_planted_field_that_only_the_reader_of_packs_reads_is_found(tmp_path: Path) -> None:
    for room in ("domain", "library", "reports"):
        (tmp_path / room).mkdir()
    record = "class Exercise(Frozen, frozen=True):\n    purpose: str\n    card: str\n"
    (tmp_path / "domain" / "content.py").write_text(record)
    (tmp_path / "library" / "exercises.py").write_text("def check(e): return e.purpose\n")
    (tmp_path / "reports" / "page.py").write_text("def page(e): return e.card\n")
    assert unread(tmp_path) == ["Exercise.purpose"]
