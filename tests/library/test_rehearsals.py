"""Rehearsals are read as they are written."""

from pathlib import Path

from srt_tui.domain.practice import Counted, Picked
from srt_tui.library import check, load_rehearsals

PACK = "content/steady-ground"


def test_a_rehearsal_keeps_what_is_written(root: Path) -> None:
    found = load_rehearsals(root / PACK)
    assert list(found) == [
        "practice-control", "practice-disclose", "practice-flat", "practice-push", "practice-warm",
    ]  # fmt: skip
    warm = found["practice-warm"]
    assert (warm.title, warm.exercise, warm.plan, warm.minutes, warm.reference) == (
        "A willing start", "f04", "plan-foundation", 20, "ZZ-01",
    )  # fmt: skip
    assert warm.background[0].startswith("44, a hospital porter.")
    assert warm.content_note == ""
    assert found["practice-disclose"].content_note.endswith("Samaritans: 116 123.")
    turn = warm.turns["8b"]
    assert (turn.stage, turn.prompt, turn.signs) == ("plan", 0, ("push-rules",))
    assert turn.act_today == "passing messages through others (he suggests it)"
    assert turn.seen == "He watches you carefully now."
    choice = turn.choice("a")
    assert (choice.kind.id, choice.kind.groups, choice.to) == ("line", ("repair",), "9")
    assert choice.words.startswith('"No messages through anyone.')
    assert choice.then == '"Seven. I can do it on the ward lift."'
    assert choice.coaching.startswith("Short, level, no lecture,")
    assert [c.to for c in warm.turns["9"].choices] == ["", "", "", ""]


def test_a_point_keeps_its_rule(root: Path) -> None:
    points = {
        point.text.split(".")[0]: point.rule
        for rehearsal in load_rehearsals(root / PACK).values()
        for point in rehearsal.points
    }
    assert points["A laugh about the guard made the guard the cause"] == Picked(
        choices=(("4", "d"),)
    )
    assert points["The line about disputed facts was never said"] == Counted(
        names=("whole",), number=0, exactly=True
    )
    assert points["You kept to the story and to what he felt"] == Counted(
        names=("third", "reflect"), number=3
    )
    assert points["He holds the controls, you hold the time"] is None


def test_a_broken_rehearsal_is_left_out_and_the_others_are_there(root: Path) -> None:
    path = root / PACK / "practice/practice-warm.md"
    path.write_text(path.read_text(encoding="utf-8").replace("### 1\n", "### 0\n"))
    found = load_rehearsals(root / PACK)
    assert "practice-warm" not in found
    assert len(found) == 4
    assert check(root / PACK, root / "sessions").counts["rehearsals"] == 4


def test_a_pack_without_rehearsals_has_none(tmp_path: Path) -> None:
    assert load_rehearsals(tmp_path) == {}


def test_rehearsals_without_the_table_of_kinds_are_one_finding(root: Path) -> None:
    (root / PACK / "practice/kinds.md").unlink()
    [found] = check(root / PACK, root / "sessions").findings
    assert (found.rule, found.file) == ("kinds-missing", "practice/kinds.md")
    assert load_rehearsals(root / PACK) == {}
