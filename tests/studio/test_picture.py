from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.content import Clip
from srt_tui.domain.errors import SrtError
from srt_tui.studio import Voices
from srt_tui.studio.lettering import FPS, HEIGHT, WIDTH, card_lines
from srt_tui.studio.narration import unhurried
from srt_tui.studio.picture import (
    ALL_SIX,
    CAPTIONS_FROM,
    DARK,
    LIGHT,
    LOOKS,
    Painter,
    Paper,
    frames,
)
from srt_tui.studio.speech import taken
from srt_tui.studio.timing import Timeline

CARD = "I go early. I say it. I come back only if I am calm, allowed and welcome. A no is a no."


def luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance as WCAG defines it."""
    shares = (red / 255, green / 255, blue / 255)
    parts = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def pixel(frame: bytes, x: int, y: int) -> float:
    at = 4 * (y * WIDTH + x)
    return luminance(frame[at + 2], frame[at + 1], frame[at])


def ink(colour: str) -> float:
    return luminance(*(int(colour[n : n + 2], 16) for n in (1, 3, 5)))


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.fixture
def timeline(story: Clip, tones: Voices) -> Timeline:
    takes = [taken(n.text, tones.speak(n.text, n.speaker, 1.0)) for n in story.lines]
    return unhurried(story, takes, CARD)[0]


papers = pytest.mark.parametrize("paper", [DARK, LIGHT], ids=["dark", "light"])


@pytest.mark.usefixtures("_film_parts")
@papers
@pytest.mark.parametrize("lead", [*LOOKS, "all six"])
def test_words_stand_out_seven_to_one_from_their_ground(
    story: Clip, timeline: Timeline, lead: str, paper: Paper
) -> None:
    clip = msgspec.structs.replace(story, lead=lead.title())
    surface = Painter(clip, timeline, CARD, paper)._ground  # kept: its data does not keep it
    ground = bytes(surface.get_data())
    lights = [luminance(*ground[at : at + 3][::-1]) for at in range(0, len(ground), 4 * 997)]
    nearest = max(lights) if paper is DARK else min(lights)
    assert contrast(ink(paper.ink), nearest) >= 7
    mark = paper.mark(LOOKS.get(lead, ALL_SIX))
    assert contrast(ink(mark), nearest) >= 4.5


@pytest.mark.usefixtures("_film_parts")
@papers
def test_the_bottom_of_every_picture_is_dark_and_empty_for_the_captions(
    story: Clip, timeline: Timeline, paper: Paper
) -> None:
    painter = Painter(story, timeline, CARD, paper)
    for at in (0.0, 2.0, timeline.lines[1].start + 0.2, timeline.card + 2):
        frame = painter.frame(at)
        for y in range(CAPTIONS_FROM + 8, HEIGHT, 16):
            assert max(pixel(frame, x, y) for x in range(0, WIDTH, 16)) < 0.05
        assert (
            max(pixel(frame, x, y) for x in range(0, WIDTH, 8) for y in range(640, 720, 8)) < 0.02
        )


@pytest.mark.usefixtures("_film_parts")
def test_the_light_form_does_not_begin_in_the_dark(story: Clip, timeline: Timeline) -> None:
    frame = Painter(story, timeline, CARD, LIGHT).frame(0.0)
    assert pixel(frame, 1200, 40) > 0.7


@pytest.mark.usefixtures("_film_parts")
def test_words_stand_on_the_picture_and_the_card_comes_last(
    story: Clip, timeline: Timeline
) -> None:
    painter = Painter(story, timeline, CARD)

    def bright(at: float, top: int, bottom: int) -> int:
        frame = painter.frame(at)
        rows = range(top, bottom, 3)
        return sum(pixel(frame, x, y) > 0.5 for x in range(96, 1184, 3) for y in rows)

    assert bright(2.0, 240, 380) > 200
    assert bright(2.0, 400, 460) == 0
    speaking = (timeline.lines[1].start + timeline.lines[1].end) / 2
    assert bright(speaking, 400, 460) > 10
    assert bright(timeline.card + 2, 400, 460) > 10


@pytest.mark.usefixtures("_film_parts")
def test_nothing_blinks(story: Clip, timeline: Timeline) -> None:
    """Between two pictures the mean luminance changes by less than one in a hundred."""
    painter = Painter(story, timeline, CARD)
    spots = [(x, y) for x in range(0, WIDTH, 32) for y in range(0, HEIGHT, 32)]

    def mean(n: int) -> float:
        frame = painter.frame(n / FPS)
        return sum(pixel(frame, x, y) for x, y in spots) / len(spots)

    change = round(timeline.scenes[1].start * FPS)
    for around in (range(25), range(change - 20, change + 20)):
        means = [mean(n) for n in around]
        assert max(abs(one - other) for one, other in pairwise(means)) < 0.01


@given(st.lists(st.sampled_from(["I", "go", "early.", "No", "drink,", "allowed", "welcome."]),
                min_size=1, max_size=40))  # fmt: skip
def test_a_card_keeps_its_words_in_lines_short_enough_to_stand_large(words: list[str]) -> None:
    lines = card_lines(" ".join(words))
    assert " ".join(lines).split() == words
    assert max(map(len, lines)) <= 46


def test_short_sentences_share_a_line_and_long_ones_are_broken_in_the_middle() -> None:
    assert card_lines(CARD) == [
        "I go early. I say it.",
        "I come back only if I am",
        "calm, allowed and welcome.",
        "A no is a no.",
    ]


def test_without_the_drawing_library_the_error_says_what_to_install(
    story: Clip, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(SrtError, match=r"dev\.py studio"):
        next(frames(story, timeline, ""))
