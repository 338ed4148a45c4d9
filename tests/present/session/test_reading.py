"""Reading: the program's own words on the shared screen are few on a line, and plain."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from srt_tui.player import reasons
from srt_tui.present import clip, session, session_questions, session_rows
from srt_tui.tui.commands import Command
from srt_tui.tui.screens.session import SessionPage
from srt_tui.tui.screens.session_commands import TOGETHER

MOST = 12
PLAIN = Path(__file__).with_name("plain_words.txt")
SHARED = (session, session_questions, session_rows, clip)
PLAYER = [words for name, words in vars(reasons).items() if name.isupper()]


def told(module: ModuleType) -> Iterator[str]:
    """What a module can say: its texts, each with a figure where something is filled in."""
    tree = ast.parse(inspect.getsource(module))
    silent = {id(part) for node in ast.walk(tree) for part in _silent(node)}
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.JoinedStr):
            values = node.values
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "7" for v in values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    """Texts that are not said: docstrings, comparisons, formats, and parts of a filled-in text."""
    if isinstance(node, ast.Expr | ast.Compare | ast.MatchValue | ast.FormattedValue):
        yield from ast.walk(node)
    if isinstance(node, ast.JoinedStr):
        yield from node.values
    if isinstance(node, ast.keyword) and node.arg == "kind":
        yield node.value
    if isinstance(node, ast.Tuple):  # of options: the value that is kept, the words that are shown
        options = (each for each in node.elts if isinstance(each, ast.Tuple))
        yield from (part for each in options for part in each.elts[:1])


def pressed() -> Iterator[str]:
    """What the keys of the shared screen say: in the key line, in help and in the palette."""
    commands: tuple[type[Command], ...] = (*SessionPage.commands, *TOGETHER)
    for command in commands:
        yield command.label
        yield command.sentence()


def every_line() -> list[str]:
    """All of it, sentence by sentence: the page breaks its lines by itself."""
    texts = [text for module in SHARED for text in told(module)]
    texts += [*PLAYER, *pressed()]
    return [line for text in texts for line in re.split(r"\n|(?<=[.?]) ", text)]


def words(line: str) -> list[str]:
    """The words of a line; a letter alone is the name of a key."""
    return re.findall(r"\b(?:[a-z]{2,}|[ai])\b", line.lower())


def plain() -> dict[str, str]:
    """Each plain word with the reason why it stands there; empty for the base list."""
    found: dict[str, str] = {}
    for line in PLAIN.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        listed, _, reason = line.partition(":")
        for word in listed.split():
            assert word not in found, f"{word} stands there twice"
            found[word] = reason.strip()
    return found


def test_no_line_on_the_shared_screen_has_more_than_twelve_words() -> None:
    assert [line for line in every_line() if len(words(line)) > MOST] == []


def test_the_shared_screen_says_only_plain_words() -> None:
    known = plain()
    strange = {w: line for line in every_line() for w in words(line) if w not in known}
    assert strange == {}


def test_each_word_beyond_the_base_list_has_its_reason_and_is_said() -> None:
    base, added = PLAIN.read_text(encoding="utf-8").split("# ADDED")
    assert ":" not in "".join(line for line in base.splitlines() if not line.startswith("#"))
    assert all(":" in line for line in added.splitlines() if line and not line.startswith("#"))
    said = {word for line in every_line() for word in words(line)}
    assert [word for word, reason in plain().items() if reason and word not in said] == []


def test_what_is_read_here_is_what_the_screen_says() -> None:
    said = every_line()
    for line in ("What we did is kept.", "No hurry.", "We got to 7.", "would rather not", "Skip"):
        assert line in said
    assert not {"PageView", "storyboard"} & set(said)
