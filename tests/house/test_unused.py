"""What is written is used: no function, class or constant that nothing in the package names."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "srt_tui"
CALLED_BY_NAME = re.compile(r"__|on_|_on_|action_|do_|why_not_|watch_")
CALLED_BY_OTHERS = {
    "compose", "get_theme_variable_defaults", "_get_terminal_size", "_run_input_thread",  # Textual
    "_get_next_id", "_update_table",  # TinyDB
    "PLAIN", "read_pictures", "read_stills", "write_stills",  # the picture kit, and tests of clips
    "clip_shown",  # goes with the story's next form
}  # fmt: skip


def made(text: str) -> Iterator[str]:
    """The functions, classes and constants that a module makes."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (name.id for name in node.targets if isinstance(name, ast.Name))


def unused(package: Path) -> set[str]:
    """Names that stand nowhere but where they are made."""
    texts = [path.read_text() for path in sorted(package.rglob("*.py"))]
    named = Counter(re.findall(r"[A-Za-z_]\w*", "\n".join(texts)))
    names = {name for text in texts for name in made(text)}
    return {name for name in names if named[name] == 1 and not CALLED_BY_NAME.match(name)}


def test_everything_in_the_package_is_used_by_something_in_it() -> None:
    assert unused(PACKAGE) <= CALLED_BY_OTHERS


def test_what_nothing_uses_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "LEFT = 1\nWIDE = 2\n\ndef old(): ...\n\ndef new(): return WIDE\n"
    )
    (tmp_path / "b.py").write_text("from a import new\n\nclass Gone: ...\n\ndef on_key(): new()\n")
    assert unused(tmp_path) == {"LEFT", "old", "Gone"}
