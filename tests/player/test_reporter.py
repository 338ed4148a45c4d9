"""One whole report for each change, by a clock of our own."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.playback import RATES, Capabilities, Cue, SceneCard, Showing, Story
from srt_tui.domain.played import covered
from srt_tui.player.base import Media
from srt_tui.player.controls import obey
from srt_tui.player.reporter import ShowingReporter
from srt_tui.player.storyboard import StoryboardPlayer
from srt_tui.player.vlc_captions import Captions

TOLD = Story(
    cues=tuple(Cue(start=n * 3, end=n * 3 + 2.5, text=f"Words {n}", scene=n + 1) for n in range(3)),
    scenes=tuple(SceneCard(number=n + 1, start=n * 3, picture="", words="") for n in range(3)),
    length=9,
)
MEDIA = Media(clip="clip-f01", story=TOLD)


class Clock:
    """A clock that moves when somebody sleeps by it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told(seen: Any, clock: Clock) -> ShowingReporter:
    reporter = ShowingReporter("libvlc", seen, clock)
    reporter.open(MEDIA)
    reporter.change(state="playing", at=0.0)
    return reporter


def test_a_command_cuts_at_where_the_clip_must_be_by_now(
    told: ShowingReporter, clock: Clock, seen: Any
) -> None:
    clock.now += 0.3
    told.progress(0.3)
    clock.now += 0.2
    told.change(state="paused")
    assert seen.last.at == pytest.approx(0.5)
    (shown,) = seen.last.ranges
    assert (shown.start, shown.end) == pytest.approx((0.0, 0.5))


def test_a_player_that_says_nothing_is_not_believed_to_play_on(
    told: ShowingReporter, clock: Clock, seen: Any
) -> None:
    clock.now += 60
    told.change(state="paused")
    assert covered(seen.last.ranges) <= 0.5


def test_a_report_that_was_late_on_its_way_is_no_replay(
    told: ShowingReporter, clock: Clock, seen: Any
) -> None:
    clock.now += 0.4
    told.progress(0.4)
    told.change(captions=False)
    told.progress(0.2)
    clock.now += 0.4
    told.progress(0.8)
    told.change(state="paused")
    assert covered(seen.last.ranges) == pytest.approx(0.8)
    assert [each.start for each in seen.last.ranges] == pytest.approx([0.0, 0.4])


def test_just_after_jumps_a_report_from_elsewhere_is_passed_over(
    told: ShowingReporter, clock: Clock, seen: Any
) -> None:
    told.progress(0.4)
    told.change(at=3.0)
    told.change(at=6.0)
    for elsewhere in (0.6, 3.1, 8.9):
        clock.now += 0.1
        told.progress(elsewhere)
        assert seen.last.at == 6.0
    clock.now += 0.1
    told.progress(6.4)
    assert seen.last.at == pytest.approx(6.4)
    clock.now += 2.0
    told.progress(1.0)
    assert seen.last.at == 1.0


def test_jumps_back_from_the_end_do_not_hide_that_it_was_reached(
    told: ShowingReporter, clock: Clock
) -> None:
    for place in (9.0, 6.0, 2.0):
        told.change(at=place)
    assert told.furthest == 9.0
    clock.now += 2.0
    assert told.furthest < 3


def test_small_moves_are_kept_but_not_each_reported(
    told: ShowingReporter, clock: Clock, seen: Any
) -> None:
    for _ in range(40):
        clock.now += 0.04
        told.progress(told.showing.at + 0.04)
    assert len(seen.all) < 12
    assert told.showing.at == pytest.approx(1.6)


def test_a_change_that_changes_nothing_is_not_reported(told: ShowingReporter, seen: Any) -> None:
    told.change(state="paused")
    before = len(seen.all)
    told.change(state="paused")
    assert len(seen.all) == before


def test_before_any_clip_settings_are_kept_without_a_report(seen: Any, clock: Clock) -> None:
    reporter = ShowingReporter("libvlc", seen, clock)
    reporter.change(rate=1.25)
    assert seen.all == []
    assert reporter.showing.rate == 1.25


async def test_a_storyboard_tells_its_story_by_its_own_clock(seen: Any, clock: Clock) -> None:
    player = StoryboardPlayer(seen, clock=clock, sleep=clock.sleep)
    await player.open(MEDIA)
    await seen.state("ended")
    assert clock.now - 100 == pytest.approx(9, abs=0.3)
    assert [now.scene for now in seen.all] == sorted(now.scene for now in seen.all)
    starts = {now.caption: now.at for now in reversed(seen.all) if now.caption}
    assert [starts[f"Words {n}"] for n in range(3)] == pytest.approx([0, 3, 6], abs=0.05)
    assert covered(seen.last.ranges) == pytest.approx(9, abs=0.01)


async def test_a_faster_storyboard_takes_less_time(seen: Any, clock: Clock) -> None:
    player = StoryboardPlayer(seen, clock=clock, sleep=clock.sleep)
    await player.rate(1.25)
    await player.open(MEDIA)
    await seen.state("ended")
    assert clock.now - 100 == pytest.approx(9 / 1.25, abs=0.3)
    await player.larger(True)
    assert not seen.last.larger


actions = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.floats(0.05, 4)),
        st.tuples(st.just("seek"), st.floats(-1, 12)),
        st.tuples(st.sampled_from(["play", "pause", "hide", "show"]), st.just(0.0)),
        st.tuples(st.just("rate"), st.sampled_from(RATES)),
    ),
    max_size=15,
)


@given(actions)
def test_whatever_is_pressed_what_was_shown_is_what_ran(done: list[tuple[str, float]]) -> None:
    """An oracle beside the player: time spent playing, times speed, is what was shown."""
    asyncio.run(compare(done))


async def compare(done: list[tuple[str, float]]) -> None:
    clock, reports = Clock(), list[Showing]()
    moved = asyncio.Event()

    async def stand(_: float) -> None:
        await moved.wait()

    player = StoryboardPlayer(reports.append, clock=clock, sleep=stand)
    await player.open(MEDIA)
    ran = 0.0
    for what, value in done:
        if what == "wait":
            await asyncio.sleep(0)
            now = player.showing
            if now.state == "playing":
                step = min(value, 0.5, (now.length - now.at) / now.rate)
                ran += step * now.rate
                clock.now += step
                player._reporter.progress(player._reporter.here)
        elif what in ("seek", "rate"):
            await getattr(player, what)(value)
        else:
            await getattr(player, what)()
    await player.close()
    shown = sum(each.end - each.start for each in player.showing.ranges)
    assert shown == pytest.approx(ran, abs=0.06 * (len(done) + 1))
    assert all(0 <= each.start < each.end <= 9 for each in player.showing.ranges)


def test_words_in_the_window_run_on_between_reports(clock: Clock) -> None:
    captions = Captions(clock)
    captions.open([[0.0, 1.0, "One"], [1.0, 2.0, "Two"]], 1.0)
    captions.place(0.8, running=True)
    assert captions.text == "One"
    clock.now += 0.25
    assert captions.text == "Two"
    captions.stand()
    clock.now += 5
    assert captions.text == "Two"
    captions.place(0.2, running=True)
    captions.rate(2.0)
    clock.now += 0.5
    assert captions.text == "Two"
    captions.open([], 1.0)
    assert captions.text == ""


class Asked:
    """Writes down what it is asked."""

    def __init__(self, *, larger: bool = True) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.capabilities = Capabilities(larger_captions=larger)

    def __getattr__(self, name: str) -> Any:
        async def note(value: Any = None) -> None:
            self.asked.append((name, value))

        return note


@pytest.mark.parametrize(
    ("wish", "changes", "asked"),
    [
        ("toggle", {}, [("pause", None)]),
        ("toggle", {"state": "paused"}, [("play", None)]),
        ("back", {}, [("seek", -6.0)]),
        ("on", {}, [("seek", 14.0)]),
        ("again", {}, [("seek", 0.0), ("play", None)]),
        ("scene-on", {}, [("seek", 6)]),
        ("scene-back", {}, [("seek", 0)]),
        ("scene-back", {"at": 5.5}, [("seek", 3)]),
        ("slower", {}, [("rate", 0.9)]),
        ("faster", {"rate": 1.25}, [("rate", 1.25)]),
        ("sooner", {}, [("delay", -50)]),
        ("later", {"delay_ms": 50}, [("delay", 100)]),
        ("louder", {"volume": 90}, [("volume", 100)]),
        ("softer", {"volume": 90}, [("volume", 80)]),
        ("captions", {}, [("larger", True), ("captions", True)]),
        ("captions", {"larger": True}, [("larger", False), ("captions", False)]),
        ("captions", {"captions": False}, [("larger", False), ("captions", True)]),
        ("full", {"full": True}, [("full", False)]),
        ("hide", {}, [("hide", None)]),
        ("close", {}, [("stop", None)]),
        ("gone", {}, [("stop", None)]),
        ("dance", {}, []),
    ],
)
async def test_a_wish_becomes_a_command(
    wish: str, changes: dict[str, Any], asked: list[tuple[str, Any]]
) -> None:
    at: dict[str, Any] = {"state": "playing", "clip": "clip-f01", "player": "libvlc", "at": 4.0}
    player: Any = Asked()
    await obey(player, wish, Showing(**{**at, **changes}), TOLD)
    assert player.asked == asked


async def test_captions_that_cannot_be_larger_only_go_on_and_off() -> None:
    player: Any = Asked(larger=False)
    now = Showing(state="playing", clip="clip-f01", player="storyboard")
    await obey(player, "captions", now, TOLD)
    assert player.asked == [("larger", False), ("captions", False)]
