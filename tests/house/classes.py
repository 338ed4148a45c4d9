"""The classes of a package, as they are written and as they are in effect: with every base of ours.

Read from the text alone, so that a checkout of any age can be measured.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LINES, METHODS, DEPTH = 450, 70, 3
"""What a class in effect may have: lines, methods, classes of ours one above the other."""


@dataclass(frozen=True, eq=False)
class Written:
    """One class as it is written; `bases` are the names it gives, ours or not."""

    name: str
    file: str
    lines: int
    methods: frozenset[str]
    bases: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} ({self.file})"


class Classes:
    """Every class of a package, those within classes too; folders named in `skip` are left out."""

    def __init__(self, package: Path, skip: tuple[str, ...] = ()) -> None:
        self._imports: dict[str, dict[str, str]] = {}
        self._home: dict[tuple[str, str], Written] = {}
        self.all: list[Written] = []
        for path in sorted(package.rglob("*.py")):
            file = path.relative_to(package)
            if not set(skip) & set(file.parts):
                self._read(file.as_posix(), path.read_text(encoding="utf-8"), package.name)

    def _read(self, file: str, text: str, package: str) -> None:
        tree = ast.parse(text)
        self._imports[file] = dict(_imported(tree, package))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                functions = [n for n in node.body if isinstance(n, _FUNCTIONS)]
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                one = Written(
                    node.name, file, lines, frozenset(f.name for f in functions),
                    tuple(filter(None, map(_named, node.bases))),
                )  # fmt: skip
                self.all.append(one)
                self._home.setdefault((file, node.name), one)

    def bases(self, one: Written) -> Iterator[Written]:
        """Those bases that are ours, wherever they were imported from."""
        for name in one.bases:
            head, _, last = name.rpartition(".")
            inside = self._imports[one.file].get(head or name)
            files = (one.file,) if inside is None else (f"{inside}.py", f"{inside}/{head}.py")
            for file in files:
                found = self._home.get((file.lstrip("/"), last))
                if found and found is not one:
                    yield found
                    break

    def lineage(self, one: Written) -> dict[Written, None]:
        """The class and every base of ours, each once."""
        found = {one: None}
        for base in self.bases(one):
            found |= self.lineage(base)
        return found

    def depth(self, one: Written) -> int:
        """How many classes of ours stand one above the other."""
        return 1 + max(map(self.depth, self.bases(one)), default=0)

    def lines(self, one: Written) -> int:
        """Lines in effect."""
        return sum(each.lines for each in self.lineage(one))

    def methods(self, one: Written) -> int:
        """Methods in effect, those of one name counted once."""
        return len(frozenset[str]().union(*(each.methods for each in self.lineage(one))))

    @cached_property
    def children(self) -> dict[Written, list[Written]]:
        """Each base of ours and the classes that inherit from it."""
        found: dict[Written, list[Written]] = {}
        for one in self.all:
            for base in self.bases(one):
                found.setdefault(base, []).append(one)
        return found

    @cached_property
    def names_used_twice(self) -> list[str]:
        """Names that more than one class has."""
        names = [one.name for one in self.all]
        return sorted({name for name in names if names.count(name) > 1})

    def _implementations(self, protocol: Written) -> int:
        """How many classes have what a protocol asks for, whether they say so or not."""
        asked = {name for name in protocol.methods if not name.startswith("__")}
        return sum(
            asked <= one.methods or protocol in self.lineage(one)
            for one in self.all
            if one is not protocol and "Protocol" not in one.bases
        )

    def halved(self) -> Iterator[Written]:
        """Bases with one child; a protocol that two classes fulfil is none."""
        for base, children in self.children.items():
            of_many = "Protocol" in base.bases and self._implementations(base) > 1
            if len(children) == 1 and not of_many:
                yield base

    def findings(self) -> Iterator[str]:
        """What is over the budget in effect, a line each."""
        for one in self.all:
            if self.lines(one) > LINES:
                yield f"{one.name} is over {LINES} lines in effect"
            if self.methods(one) > METHODS:
                yield f"{one.name} has more than {METHODS} methods in effect"
            if self.depth(one) > DEPTH:
                yield f"{one.name} stands more than {DEPTH} classes deep"
        for base in self.halved():
            yield f"{base.name} has one child"
        for name in self.names_used_twice:
            yield f"{name} is the name of more than one class"


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _named(base: ast.expr) -> str:
    """The name of a base as it is written, without what stands in brackets behind it."""
    return ast.unparse(base.value if isinstance(base, ast.Subscript) else base)


def _imported(tree: ast.Module, package: str) -> Iterator[tuple[str, str]]:
    """Each name that is imported from the package, with the file or folder it is imported from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == package:
            inside = (node.module or "").removeprefix(package).strip(".").replace(".", "/")
            for alias in node.names:
                yield alias.asname or alias.name, inside
