from typing import Any

from msgspec.structs import replace

from srt_tui.domain.pack import Pack
from srt_tui.present import alliance


def test_marks_stand_side_by_side_with_gaps_and_words_as_they_were(make: Any, pack: Pack) -> None:
    told = make.history(
        (make.his(4, "high", None, 3, 4), make.mine(3, 4, 4, 4, 4)),
        (make.visited("f01"),),
        (make.his(5, "low", 2, 3, 4),),
    )
    lines = alliance.page(told, pack, 10)
    assert lines[0] == "2 checks so far: too early to compare."
    dates = lines.index("Direction") - 1
    assert lines[dates].split() == ["1/9", "8/9", "15/9"]
    assert lines[dates + 2].split() == ["his", "▆4", "·", "█5"]
    assert lines[dates + 3].split() == ["mine", "▄3", "·", "·"]
    assert lines[dates + 4] == "  Two marks so far: too early to compare."
    use = lines.index("Use")
    assert lines[use + 1].split() == ["his", "·", "·", "·"]
    assert lines[use + 2].split() == ["his,", "words", "high", "·", "low"]
    assert "words" not in lines[dates + 3]
    assert lines[-1].startswith("A good mark does not mean low risk.")


def test_as_many_sessions_stand_side_by_side_as_the_screen_is_wide() -> None:
    assert (alliance.room(80), alliance.room(40)) == (11, 4)
    assert alliance.title("JD-07") == "Working together · JD-07 · for you alone"


def test_one_nudge_is_shown_at_a_time(make: Any, pack: Pack) -> None:
    told = make.history((make.his(1, 4, 1, 3, 4), make.mine(4, 4, 4, 4, 1)))
    lines = alliance.page(told, pack, 10)
    assert lines[1] == "He put “direction” at 1. Worth a word about how you are working?"
    assert lines[2] == ""
    assert len([line for line in lines if "Worth a word" in line or "supervision" in line]) == 1


def test_words_to_raise_it_with_stand_below_a_line_about_him_and_no_other(
    make: Any, pack: Pack
) -> None:
    worded = replace(pack, check=replace(pack.check, raise_words=("“What was I missing?”",)))
    him = make.history((make.his(1, 4, 1, 3, 4), make.mine(4, 4, 4, 4, 4)))
    assert alliance.page(him, worded, 10)[2] == "  “What was I missing?”"
    her = make.history((make.his(4, 4, 4, 3, 4), make.mine(4, 4, 4, 4, 1)))
    assert "supervision" in alliance.page(her, worded, 10)[1]
    assert alliance.page(her, worded, 10)[2] == ""


def test_the_rules_of_the_check_and_of_its_suggestions_stand_at_the_end(
    make: Any, pack: Pack
) -> None:
    ruled = replace(pack.check, rules=("He may skip it.",), raise_when=("one mark is 1",))
    lines = alliance.page(make.history(), replace(pack, check=ruled), 10)
    assert lines[lines.index("What holds for the check") + 1] == "  - He may skip it."
    assert lines[lines.index("When a word is suggested") + 1] == "  - one mark is 1"


def test_only_the_latest_sessions_stand_where_there_is_little_room(make: Any, pack: Pack) -> None:
    told = make.history((make.his(1, 1, 1, 1, 1),), (make.his(5, 5, 5, 5, 5),))
    lines = alliance.page(told, pack, 1)
    assert lines[lines.index("Direction") + 1].split() == ["his", "█5"]
    assert lines[lines.index("Direction") - 1].split() == ["‹", "1", "earlier", "8/9"]


def test_signs_and_moves_are_listed_beneath(make: Any, pack: Pack) -> None:
    told = make.history(
        (
            make.made("sign", sign="away-short", title="Short answers"),
            make.made("repair", move="stop", title="Stop the task", result="better"),
        ),
        (make.visited("f01"),),
        (
            make.made("attended", came="no"),
            make.made("sign", sign="away-late", title="Late, missed, cut short"),
        ),
        (make.his(4), make.made("repair", move="return", title="")),
    )
    lines = alliance.page(told, pack, 4)
    dates, slipped, tried = (
        next(line for line in lines if word in line) for word in ("1/9", "  slipped  ", "  tried  ")
    )
    assert dates.split() == ["1/9", "8/9", "22/9"]
    assert slipped.split() == ["slipped", "1", "·", "·"]
    assert tried.split() == ["tried", "1", "·", "1"]
    assert dates.index("1/9") == tried.index("1") - 2
    assert "  1 Sep  slipped: Short answers (pulling away): Fine." in lines
    assert "  1 Sep  tried: Stop the task (better)" in lines
    assert "  15 Sep  slipped: Late, missed, cut short" in lines
    assert "  22 Sep  tried: return (not finished)" in lines
    assert f"  {alliance.NO_SIGNS}" not in lines


def test_a_page_before_any_session_says_that_there_is_nothing(make: Any, pack: Pack) -> None:
    lines = alliance.page(make.history(), pack, 4)
    assert lines[0] == "He has not done a check yet."
    assert f"  {alliance.NO_SIGNS}" in lines
    assert "otal" not in " ".join(lines)
