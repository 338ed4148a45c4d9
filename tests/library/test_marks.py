"""What an editor leaves in a file: read as it was meant, or told, and never shown to him."""

from pathlib import Path
from typing import NamedTuple

import pytest

from srt_tui.domain.content import ChoiceField, Exercise
from srt_tui.library import check, load

PACK = "content/steady-ground"
F04 = "exercises/f04.md"
SIGNS = "What were Marcus's signs at 3, at 5 and at 7?"
EARLY = "it down early.\n\n## Skill"
WORKED = "What did he do at 4 that worked?"


class Mark(NamedTuple):
    """In f04 (or `file`) `old` becomes `new`; the pack reads as before, and `rule` is told."""

    name: str
    old: str
    new: str
    rule: str = ""
    line_of: str = ""
    file: str = F04


AS_BEFORE = (
    Mark("a question over two lines", SIGNS, "What were Marcus's signs at 3,\n   at 5 and at 7?"),
    Mark(
        "a question over three lines",
        SIGNS,
        "What were\n   Marcus's signs at 3,\n   at 5 and at 7?",
    ),
    Mark(
        "a question that goes on at the margin",
        SIGNS,
        "What were Marcus's signs\nat 3, at 5 and at 7?",
    ),
    Mark(
        "a note over two lines", "Play it back in slow motion.", "Play it back\n  in slow motion."
    ),
    Mark(
        "a note after an empty line",
        "Play it back in slow motion.",
        "Play it back\n\n  in slow motion.",
    ),
    Mark("an option over two lines", "  - A job with my hands", "  - A job\n    with my hands"),
    Mark(
        "a field over two lines",
        "The thought that tells me it is climbing",
        "The thought that\n  tells me it is climbing",
    ),
    Mark(
        "a comment in the card",
        "My anger sends signs",
        "<!-- Sam: too long? -->My anger sends signs",
    ),
    Mark("a comment after a question", WORKED, f"{WORKED} <!-- check -->"),
    Mark("a comment over lines", "## Card\n", "## Card\n<!-- Sam:\ntoo long?\ncut -->\n"),
    Mark("a comment on top", "title: Early signs", "<!-- Sam -->\ntitle: Early signs"),
    Mark("a comment in a title", "title: Early signs", "title: Early signs <!-- new -->"),
    Mark("two comments on a line", WORKED, f"<!-- a -->{WORKED}<!-- b -->"),
    Mark("a comment in an option", "  - Walk", "  - Walk <!-- or run -->"),
    Mark("escapes", WORKED, WORKED.replace("?", r"\?"), "escape"),
    Mark("an escaped dash", "slow breath out, shoulders", r"slow breath out\, shoulders", "escape"),
    Mark("a letter as a code", "Marcus's signs", "Marcus&#39;s signs", "entity"),
    Mark("a letter as a hexadecimal code", "Marcus's signs", "Marcus&#x27;s signs", "entity"),
    Mark("a hard space as a code", "signs at 3", "signs&nbsp;at 3", "entity"),
    Mark("a box to tick", "  - Tight jaw", "  - [ ] Tight jaw", "checkbox"),
    Mark("a ticked box", "  - Tight jaw", "  - [x] Tight jaw", "checkbox"),
    Mark("a Word bullet", "  - Tight jaw", "  • Tight jaw", "bullet"),
    Mark("a bullet without a space", "  - Tight jaw", "  •Tight jaw", "bullet"),
    Mark("a dash of Word", "  - Tight jaw", "  – Tight jaw", "bullet"),
    Mark("a square", "- `f04.w2`", "▪ `f04.w2`", "bullet"),
    Mark("a hollow bullet and a tab", "  - Tight jaw", "  ◦\tTight jaw", "bullet"),
    Mark("a heading without a space", "## Purpose", "##Purpose", "heading-space"),
    Mark("a heading set in", "## Card", "  ## Card", "heading-space"),
    Mark("a heading with two spaces", "## Card", "##  Card", "heading-space"),
    Mark("a space of no width in a key", "title: Early", "\u200btitle: Early", "unseen-sign"),
    Mark("a space of no width in a heading", "## Purpose", "\u200b## Purpose", "unseen-sign"),
    Mark("a byte order mark within", "## Skill", "\ufeff## Skill", "unseen-sign"),
    Mark("a soft hyphen", "Early signs", "Ear\u00adly signs", "unseen-sign", "Ear"),
    Mark("a mark of direction", WORKED, f"\u200f{WORKED}", "unseen-sign"),
    Mark("a sign that turns writing about", WORKED, f"\u202e{WORKED}\u202c", "unseen-sign"),
    Mark("a joiner of words", WORKED, WORKED.replace("at 4", "at\u2060 4"), "unseen-sign"),
    Mark(
        "a line break of Word", EARLY, "it down early.\v\v## Skill", "unseen-sign", "it down early"
    ),
    Mark("a page break", EARLY, "it down early.\f\f## Skill", "unseen-sign", "it down early"),
    Mark(
        "another line break",
        EARLY,
        "it down early.\u2028\u2028## Skill",
        "unseen-sign",
        "it down early",
    ),
)


def f04(root: Path) -> Exercise:
    return load(root / PACK, root / "sessions").pack.exercises["f04"]


def change(root: Path, file: str, old: str, new: str) -> int:
    """Make the change; the line on which it begins."""
    path = root / PACK / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("mark", AS_BEFORE, ids=lambda mark: mark.name)
def test_it_reads_as_it_was_meant_and_is_told_where_it_has_to_be(root: Path, mark: Mark) -> None:
    before = f04(root)
    line = change(root, mark.file, mark.old, mark.new)
    assert f04(root) == before
    findings = [f for f in check(root / PACK, root / "sessions").findings if f.rule != "tab"]
    assert [found.rule for found in findings] == [mark.rule] * bool(mark.rule)
    assert all((found.file, found.line) == (F04, line) for found in findings)
    assert all(found.severity in ("warning", "note") for found in findings)


LOST = (
    ("exercises/f04.md", "## Purpose\n", "A stray line.\n\n## Purpose\n"),
    ("exercises/f04.md", "## Prompts\n", "## Prompts\n\nAsk these slowly.\n"),
    ("exercises/f04.md", "## Worksheet\n", "## Worksheet\n\nFor him to fill in.\n"),
    ("exercises/f04.md", "  - Tight jaw\n", "  - Tight jaw\n\nMore of them.\n\n"),
    ("exercises/f04.md", "## Practitioner notes\n", "## Practitioner notes\n\nRead these.\n"),
    ("exercises/f04.md", "it is climbing\n", "it is climbing\n  - such as this\n"),
    ("stages/arrive.md", "## Room\n", "A stray line.\n\n## Room\n"),
    ("stages/arrive.md", "## Room\n", "## Room\n\nIn the room.\n"),
    ("stages/arrive.md", 'no questions."\n', 'no questions."\n  - and wait\n'),
    ("swaps.md", "- Not a father", "\nAnother line.\n\n- Not a father"),
    ("swaps.md", "- Not a father", "## More\n\n- Not a father"),
    ("practice/practice-flat.md", "## Turns\n", "## Turns\n\nHe comes in.\n"),
    ("practice/practice-flat.md", "- **Minutes:** 30", "- Thirty minutes\n- **Minutes:** 30"),
    ("practice/practice-flat.md", "- **Minutes:** 30", "- **Minutes:** 30\n  - or so"),
    ("practice/kinds.md", "| `pause` |", "| pause | repair | none | x |\n| `pause` |"),
    ("clips/clip-f04/script.md", "## Scene 1", "He drives home.\n\n## Scene 1"),
    ("../../sessions/plan-first.md", "## ", "Say hello.\n\n## "),
)  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new"), LOST, ids=lambda value: value[:40])
def test_a_line_that_nothing_reads_is_told(root: Path, file: str, old: str, new: str) -> None:
    change(root, file, old, new)
    found = [f for f in check(root / PACK, root / "sessions").findings if f.rule == "line-unused"]
    assert [f.severity for f in found] == ["error"]
    lines = (root / PACK / file).read_text(encoding="utf-8").splitlines()
    added = [n for n, line in enumerate(lines, 1) if line and line in new.splitlines()]
    assert found[0].line in added


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("pack.toml", "[[modules]]\n", "[[modules]]\ncolour = 'red'\n"),
        ("cast.toml", "[[leads]]\n", "[[leads]]\nhobby = 'fishing'\n"),
        ("cast.toml", "together =", "alone = []\ntogether ="),
    ],
)
def test_a_line_of_a_table_that_nothing_reads_is_told(
    root: Path, file: str, old: str, new: str
) -> None:
    change(root, file, old, new)
    [found] = check(root / PACK, root / "sessions").findings
    assert (found.rule, found.file) == ("key-unknown", file)


def test_a_bullet_without_its_space_is_told_with_what_was_meant(root: Path) -> None:
    change(root, F04, "- Aim:", "-Aim:")
    found = next(
        f for f in check(root / PACK, root / "sessions").findings if f.rule == "line-unused"
    )
    assert found.meant.startswith("- Aim:")


def test_a_comment_without_an_end_is_told_where_it_begins(root: Path) -> None:
    line = change(root, F04, "## Card", "<!-- Sam\n## Card")
    found = check(root / PACK, root / "sessions").findings
    assert ("comment-open", line) in {(each.rule, each.line) for each in found}


def test_a_backslash_that_begins_a_line_is_told(root: Path) -> None:
    change(root, F04, "My anger sends", r"\- My anger sends")
    assert "markup" in {found.rule for found in check(root / PACK, root / "sessions").findings}


@pytest.mark.parametrize("mark", ["**jaw**", "*jaw*", "_jaw_", "[jaw](x)", "<b>jaw</b>", "~~jaw~~"])
def test_marks_that_are_not_drawn_are_told_where_he_would_see_them(root: Path, mark: str) -> None:
    line = change(root, F04, "  - Tight jaw", f"  - Tight {mark}")
    found = [f for f in check(root / PACK, root / "sessions").findings if f.rule == "markup"]
    assert [(each.file, each.line) for each in found] == [(F04, line)]


def test_an_invisible_sign_is_named_in_words(root: Path) -> None:
    change(root, F04, "## Purpose", "\u200b## Purpose")
    [found] = check(root / PACK, root / "sessions").findings
    assert found.what == "A space of no width stands here, which nobody sees; take it out."


def test_many_bullets_of_another_program_are_one_finding(root: Path) -> None:
    path = root / PACK / F04
    text = path.read_text(encoding="utf-8")
    head, sheet, rest = text.partition("## Worksheet")
    path.write_text(head + sheet + rest.replace("- ", "• "), encoding="utf-8")
    assert [f.rule for f in check(root / PACK, root / "sessions").findings] == ["bullet"]
    field = f04(root).fields[0]
    assert isinstance(field, ChoiceField)
    assert field.options[0] == "Tight jaw"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (F04, "`character` (20)", f"`character` ({'9' * 5_000})"),
        (F04, "minutes: ", f"minutes: {'9' * 5_000} / "),
        (F04, "(pick any)", f"(pick up to {'9' * 5_000})"),
        ("clips/clip-f04/script.md", "## Scene 1", f"## Scene {'9' * 5_000}"),
        ("practice/practice-flat.md", "- **Minutes:** 30", f"- **Minutes:** {'9' * 5_000}"),
        ("practice/practice-flat.md", "- **Prompt:** none", f"- **Prompt:** {'9' * 5_000}"),
        ("pack.toml", "version = ", f"more = {'9' * 5_000}\nversion = "),
        ("../../sessions/plan-first.md", "length: ", f"length: {'9' * 5_000} "),
    ],
    ids=lambda value: value[:30],
)
def test_a_number_beyond_reason_is_a_finding(root: Path, file: str, old: str, new: str) -> None:
    change(root, file, old, new)
    found = check(root / PACK, root / "sessions").findings
    assert "number-long" in {each.rule for each in found}
