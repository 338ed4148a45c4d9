import datetime as dt

from srt_tui.domain.narrowing import KINDS, next_dates, next_kind, next_module
from srt_tui.domain.pack import Pack
from srt_tui.domain.quotes import Filter

TODAY = dt.date(2026, 11, 23)


def test_each_press_narrows_to_the_next_kind_and_leaves_the_rest_alone() -> None:
    only = Filter(voice="his", exercises=("f01",))
    seen = []
    for _ in KINDS:
        only = next_kind(only)
        seen.append(only.kinds)
    assert seen == [*KINDS[1:], ()]
    assert only == Filter(exercises=("f01",))


def test_each_press_narrows_to_the_next_module_and_then_to_none(pack: Pack) -> None:
    only = Filter(kinds=("words",))
    seen = []
    for _ in range(len(pack.modules) + 1):
        only = next_module(only, pack)
        seen.append(only.exercises)
    assert seen == [*(module.exercises for module in pack.modules), ()]
    assert only == Filter(kinds=("words",))


def test_each_press_narrows_to_the_next_stretch_of_time() -> None:
    only, last, seen = Filter(), dt.date(2026, 11, 12), []
    for _ in range(5):
        only = next_dates(only, TODAY, last)
        seen.append((only.since, only.until))
    assert seen == [
        (last, None),
        (dt.date(2026, 10, 26), None),
        (dt.date(2026, 8, 24), None),
        (None, dt.date(2026, 8, 23)),
        (None, None),
    ]


def test_stretches_that_are_the_same_come_once() -> None:
    only, seen = Filter(), []
    for _ in range(4):
        only = next_dates(only, TODAY, None)
        seen.append(only.since)
    assert seen == [dt.date(2026, 10, 26), dt.date(2026, 8, 24), None, None]
    same_day = next_dates(next_dates(Filter(), TODAY, dt.date(2026, 10, 26)), TODAY, None)
    assert same_day.since == dt.date(2026, 8, 24)
