"""A `match` says what becomes of each kind; a new kind is a mistake that the type checker finds."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "srt_tui"

OPEN = {
    "domain/asking.py": 2,  # a key and what it is pressed on, together
    "domain/questions.py": 1,  # the pages that always ask the same are in a table
    "domain/visits.py": 1,  # any entry may name its exercise
    "reports/access.py": 1,  # any value of JSON
    "store/interchange.py": 1,  # any value of JSON
    "workflow/deliver/conversation.py": 1,  # the few actions that can lack something
    "workflow/deliver/my_part.py": 1,  # every other key goes on
    "workflow/deliver/offers.py": 1,  # pages with nothing of their own to offer
    "workflow/deliver/settle.py": 1,  # pages that keep nothing go on
    "workflow/deliver/verbs.py": 1,  # pages that are left out by their stage
}
"""How many in a file are not over a closed set of kinds, and why."""

NOT_YET = {
    "present/history.py": 1,
    "present/session/pages.py": 3,
}
"""How many in a file leave the last kinds to chance. This list only gets shorter."""


def unended(source: str) -> Iterator[int]:
    """The line of each `match` that does not end in `assert_never`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Match) and not _never(node.cases[-1]):
            yield node.lineno


def _never(last: ast.match_case) -> bool:
    takes_all = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None
    calls = [each for each in last.body if isinstance(each, ast.Expr)]
    ends = [ast.unparse(each.value) for each in calls]
    return takes_all and any(each.startswith("assert_never(") for each in ends)


def test_every_match_over_a_closed_set_ends_in_assert_never() -> None:
    found = Counter(
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for _ in unended(path.read_text())
    )
    assert found == Counter(OPEN) + Counter(NOT_YET)


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("case int(): return 1", [1]),
        ("case _: return 1", [1]),
        ("case never: assert_never(never)", []),
        ("case _: assert_never(page)", []),
    ],
)
def test_a_planted_match_that_leaves_kinds_to_chance_is_found(last: str, found: list[int]) -> None:
    assert list(unended(f"match page:\n    case str(): pass\n    {last}\n")) == found
