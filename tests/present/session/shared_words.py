"""All that the program itself can say on the shared screen, and what the pack says to him."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

from srt_tui import store
from srt_tui.domain import questions, ways
from srt_tui.domain.identifiers import Findable
from srt_tui.domain.pack import Pack
from srt_tui.domain.session_pages import said
from srt_tui.domain.structure import STAGE_IDS
from srt_tui.player import reasons
from srt_tui.present import common
from srt_tui.present.session import pages, rows, story, together
from srt_tui.tui import fit, screen
from srt_tui.tui.commands import Command
from srt_tui.tui.dialogs import help as help_dialog
from srt_tui.tui.dialogs import palette
from srt_tui.tui.screens import hidden
from srt_tui.tui.session import asking
from srt_tui.tui.session import screen as session_screen
from srt_tui.tui.session.keys import TOGETHER
from srt_tui.tui.session.rows import ROWS

SHARED = (pages, questions, rows, story, together)
"""Modules that say nothing else."""
SCREENS = (
    asking,
    session_screen,
    hidden,
    help_dialog,
    fit,
    screen,
)
"""Modules of which what is handed to `say`, `head` or drawn is said there."""
CHOSEN = (
    questions.FITS, questions.OUTCOMES, questions.REASONS, questions.THEN, questions.TRIED,
)  # fmt: skip
"""What he chooses among; its words stand with the other terms."""
PLAYER = [words for name, words in vars(reasons).items() if name.isupper()]


def told(module: ModuleType) -> Iterator[str]:
    """What a module can say: its texts, each with a figure where something is filled in."""
    tree = ast.parse(inspect.getsource(module))
    silent = {id(part) for node in ast.walk(tree) for part in _silent(node)}
    yield from _texts(ast.walk(tree), silent)


def _texts(nodes: Iterator[ast.AST], silent: set[int]) -> Iterator[str]:
    for node in nodes:
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


def spoken(module: ModuleType) -> Iterator[str]:
    """What a screen or dialog says by itself: in `say`, `head` and `Static`, and why not."""
    tree = ast.parse(inspect.getsource(module))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in ("say", "head", "Static"):
            silent = {id(part) for each in ast.walk(node) for part in _silent(each)}
            silent |= {id(k.value) for k in node.keywords}
            yield from _texts(ast.walk(node), silent)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("why_not"):
            silent = {id(part) for each in ast.walk(node) for part in _silent(each)}
            yield from _texts(ast.walk(node), silent)


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def not_saved() -> Iterator[str]:
    """The banner: each sentence with which the store says that something was not saved."""
    for path in Path(store.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) == "SrtError":
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                if texts and str(texts[0]).startswith("Not saved"):
                    yield from map(str, texts)


def pressed() -> Iterator[str]:
    """What the keys there say: in the key line, in help and in the palette."""
    palette_keys: tuple[Command, ...] = (
        *palette.PalettePage.commands,
        *help_dialog.HelpPage.commands,
    )
    commands: tuple[Command, ...] = (
        *ROWS.values(), *TOGETHER, *palette_keys, hidden.RETURN,
    )  # fmt: skip
    for command in commands:
        yield command.label
        yield command.sentence


def every_line() -> list[str]:
    """All of it, sentence by sentence: the page breaks its lines by itself."""
    texts = [text for module in SHARED for text in told(module)]
    texts += [text for module in SCREENS for text in spoken(module)]
    texts += [words for options in CHOSEN for _, words in options]
    texts += [*PLAYER, *pressed(), *not_saved(), palette.PalettePage.words]
    texts += [words for _, words in (*ways.VERSIONS, *ways.FORMS)]
    texts += [common.saved(None), "saved 7", "Not saved: 7"]
    texts += [common.looks_like((kind,)) for kind in get_args(Findable)]
    return [line for text in texts for line in re.split(r"\n|(?<=[.?]) ", text)]


def words(line: str) -> list[str]:
    """The words of a line; a letter alone is the name of a key."""
    return re.findall(r"\b(?:[a-z]{2,}|[ai])\b", line.lower())


def his_words(pack: Pack) -> set[str]:
    """Every word of what the pack gives him to read or hear."""
    return {word for text in _for_him(pack) for word in words(text)}


def _for_him(pack: Pack) -> Iterator[str]:
    """Cards, prompts, worksheets, steps, stories, the check, and the lines that are said."""
    yield from (pack.task_line, pack.worksheet_note, pack.check.his_line)
    for exercise in pack.exercises.values():
        yield from (exercise.title, exercise.skill, exercise.between, exercise.card)
        yield from (prompt.text for prompt in exercise.prompts)
        for field in exercise.fields:
            for name in ("label", "low", "high", "before", "after"):
                yield getattr(field, name, "")
            for name in ("options", "groups", "boxes"):
                yield from getattr(field, name, ())
    for clip in pack.clips.values():
        yield from (clip.title, clip.content_note)
        yield from (line.text for scene in clip.scenes for line in scene.lines)
    for item in pack.check.his:
        yield from (item.title, item.text, item.low, item.high)
        yield from (item.easy, item.easy_low, item.easy_high)
    for stage in STAGE_IDS:
        yield pack.stage(stage).title
        for prompt in pack.stage(stage).prompts("room", 60):
            yield from said(prompt.text)
