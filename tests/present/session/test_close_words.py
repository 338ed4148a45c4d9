from srt_tui.domain.asking import asking, onward, pick
from srt_tui.domain.pack import Pack
from srt_tui.domain.questions import GONE, closing_asks
from srt_tui.present.session import close as said


def test_until_he_has_gone_nothing_of_it_is_shown(pack: Pack) -> None:
    first = said.view(pack.check, asking(*closing_asks(pack.check)))
    assert first.big == GONE
    assert first.rows == ()


def test_then_five_marks_a_line_how_he_came_and_when_next(pack: Pack) -> None:
    now = onward(asking(*closing_asks(pack.check)))
    for place, item in enumerate(pack.check.mine, start=1):
        view = said.view(pack.check, now)
        assert view.big == item.title
        assert view.state == f"{place} of 5"
        assert view.rows[0] == f"1 {item.low}"
        now = pick(now, "4")
    assert said.view(pack.check, now).big == pack.check.my_line
    now = onward(now)
    assert said.view(pack.check, now).rows == (
        "1 came",
        "2 came late",
        "3 left early",
        "4 walked out",
        "5 by phone instead",
    )
    now = pick(now, "3")
    assert said.view(pack.check, now).below
    assert onward(now).values[1:7] == ("4", "4", "4", "4", "4", "")
    assert onward(now).is_over
    assert said.view(pack.check, onward(now)).big == GONE
