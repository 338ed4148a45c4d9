"""Every rule that the code cites stands in the repository."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CITING = ("srt_tui", "tests", "content/steady-ground/kit")

_RULE = re.compile(r"(?<![\w.\-])([A-G]\.\d)(?!\w|\.\d)(?:, (?:step|rule) (\d+))?")
_PART = re.compile(r"\bbrief,? ([A-G])\b(?!\.)(?:, rule (\d+))?", re.IGNORECASE)
_ALSO = re.compile(r"\bbrief\b[^\n)]*[,(] ([A-G])(?= \()", re.IGNORECASE)
_PRINCIPLES = re.compile(r"\bbrief[,:] principles? (\d+(?:(?:, | and )\d+)*)", re.IGNORECASE)
_SECTIONS = re.compile(
    r"\b(design|art direction)\W+(?:sections? )?(\d)(?: and (\d))?", re.IGNORECASE
)
_PRACTICE = re.compile(r'\bpractice design, "([^"]+)"', re.IGNORECASE)


def cited(text: str) -> Iterator[str]:
    """The rules that a text cites, each as its place in BRIEF.md: "A.2 7", "Design 6"."""
    for rule in (_RULE, _PART):
        for part, number in rule.findall(text):
            yield f"{part} {number}".strip()
    yield from _ALSO.findall(text)
    for numbers in _PRINCIPLES.findall(text):
        yield from (f"A {number}" for number in re.findall(r"\d+", numbers))
    for paper, *sections in _SECTIONS.findall(text):
        yield from (f"{paper.capitalize()} {section}" for section in sections if section)
    yield from (f"Practice: {title}" for title in _PRACTICE.findall(text))


def places(brief: str) -> Iterator[str]:
    """What can be cited: the headings of a brief and the numbered rules under them."""
    part = ""
    for line in brief.splitlines():
        if heading := re.match(
            r"#+ (Practice: .+|(?:Design|Art direction) \d|[A-G](?:\.\d)?)", line
        ):
            yield (part := heading[1])
        elif item := re.match(r"(\d+)\. ", line):
            yield f"{part} {item[1]}"


def unresolved(text: str, brief: str) -> set[str]:
    return set(cited(text)) - set(places(brief))


def citing_files() -> Iterator[Path]:
    for folder in CITING:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".md", ".json") and path != Path(__file__):
                yield path


def test_every_citation_in_the_code_has_its_rule_in_the_repository() -> None:
    brief = (ROOT / "BRIEF.md").read_text()
    found = {
        path.relative_to(ROOT).as_posix(): missing
        for path in citing_files()
        if (missing := unresolved(path.read_text(), brief))
    }
    assert found == {}


def test_the_citations_are_found_at_all() -> None:
    found = [each for path in citing_files() for each in cited(path.read_text())]
    assert len(found) > 60
    assert {"A.2 4", "D.3", "D 6", "E", "A 10", "Design 7", "Art direction 8"} <= set(found)


@pytest.mark.parametrize(
    ("planted", "missing"),
    [
        ("the usual times (brief C.9)", {"C.9"}),
        ("Rules: brief C.2 (by length), C.8 (what to let go), E (`words`).", {"C.8"}),
        ("kept as not done (brief D, rule 7)", {"D 7"}),
        ("no hurry (brief A.2, step 9, and C.2, close)", {"A.2 9"}),
        ("(brief: principles 3, 4 and 16; A.1)", {"A 16"}),
        ("its own (brief, principle 17)", {"A 17"}),
        ("one polite line (design, section 9)", {"Design 9"}),
        ("Art direction, sections 4 and 6: words", {"Art direction 6"}),
        ('nothing is right (practice design, "What is shown")', {"Practice: What is shown"}),
    ],
)
def test_a_planted_citation_of_nothing_is_found(planted: str, missing: set[str]) -> None:
    assert unresolved(planted, (ROOT / "BRIEF.md").read_text()) == missing
