from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.domain.captions import read_captions
from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.domain.playback import Cue
from srt_tui.studio.captions import (
    captions,
    fits,
    hurried,
    rate,
    read_webvtt,
    shown_name,
    webvtt,
    wrapped,
)
from srt_tui.studio.narration import unhurried
from srt_tui.studio.sound import Rest, silence
from srt_tui.studio.speech import Stop, Take, Word, is_stop
from srt_tui.studio.timing import AFTER_SPEECH, LEAD_IN, LONGEST, Timeline, lay_out


def take(text: str, a_word: float = 0.33) -> Take:
    """Every word as long as every other, with 0.3 s of rest after a sentence inside the text."""
    words, stops, at = list[Word](), list[Stop](), 0.0
    texts = text.split()
    for n, word in enumerate(texts):
        words.append(Word(text=word, start=at, end=at + a_word))
        at += a_word
        if is_stop(word) and n < len(texts) - 1:
            stops.append(Stop(word=n, rest=Rest(start=at, end=at + 0.3)))
            at += 0.3
    return Take(samples=silence(at), words=tuple(words), stops=tuple(stops))


def clip(*scenes: list[tuple[str, str]]) -> Clip:
    return Clip(
        id="clip-x01",
        title="A title",
        lead="Marcus",
        content_note="",
        scenes=tuple(
            Scene(
                number=n,
                picture=f"Picture {n}",
                words=f"Words {n}",
                lines=tuple(Line(speaker=who, text=text) for who, text in lines),
            )
            for n, lines in enumerate(scenes, 1)
        ),
    )


def laid(*scenes: list[tuple[str, str]], card: str = "", a_word: float = 0.33) -> Timeline:
    script = clip(*scenes)
    timeline, _ = unhurried(script, [take(line.text, a_word) for line in script.lines], card)
    return timeline


SENTENCES = st.lists(
    st.lists(st.sampled_from(["he", "walks", "down", "to", "slow", "river", "and", "counts"]),
             min_size=2, max_size=9).map(lambda words: " ".join(words) + "."),
    min_size=1, max_size=5,
).map(" ".join)  # fmt: skip
SCENES = st.lists(
    st.lists(st.tuples(st.sampled_from(["NARRATOR", "PRIYA", "MARCUS"]), SENTENCES),
             min_size=1, max_size=4),
    min_size=1, max_size=3,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(SCENES)
def test_captions_of_any_script_are_its_words_in_two_short_lines_slow_enough_to_read(
    scenes: list[list[tuple[str, str]]],
) -> None:
    timeline = laid(*scenes)
    cues = captions(timeline)
    said = [(cue.speaker, word) for cue in cues for word in cue.text.split()]
    script = [
        (shown_name(who), word) for lines in scenes for who, text in lines for word in text.split()
    ]
    assert said == script
    for cue in cues:
        assert fits(cue.text.split("\n"), cue.speaker)
        assert rate(cue) <= 180.1
    for cue, after in pairwise(cues):
        assert cue.end <= after.start
    starts = {cue.start for cue in cues}
    assert {round(line.start, 3) for line in timeline.lines} <= starts


@settings(max_examples=60, deadline=None)
@given(SCENES)
def test_what_is_written_as_webvtt_is_read_back(scenes: list[list[tuple[str, str]]]) -> None:
    cues = captions(laid(*scenes))
    text = webvtt(cues)
    strict = [(cue.start, cue.end, cue.speaker, cue.text) for cue in read_webvtt(text)]
    assert strict == [(cue.start, cue.end, cue.speaker, cue.text) for cue in cues]
    read = read_captions(text)
    assert [cue.text for cue in read.cues] == [cue.text.replace("\n", " ") for cue in cues]
    assert read.faults == ()


def test_captions_and_lines_end_with_a_sentence_where_they_can() -> None:
    text = "He is a roofer. She keeps accounts. They meet on the first day of spring, as before."
    cues = captions(laid([("NARRATOR", text)], a_word=0.25))
    assert [cue.text for cue in cues] == [
        "He is a roofer. She keeps accounts.",
        "They meet on the first day\nof spring, as before.",
    ]


def test_a_long_sentence_breaks_at_its_comma() -> None:
    text = "When the long and slow night shift is over at last, he drives the lorry back to town."
    first, second = captions(laid([("NARRATOR", text)]))
    assert first.text.endswith("at last,")
    assert second.text.split()[0] == "he"


def test_the_name_of_a_speaker_counts_in_the_first_line() -> None:
    words = ["Think", "ahead", "to", "your", "sixtieth", "birthday"]
    assert wrapped(words) == ("Think ahead to your sixtieth birthday",)
    lines = wrapped(words, "Priya")
    assert lines is not None
    assert len(lines) == 2
    assert not fits([" ".join(words)], "Priya")


def test_what_does_not_fit_two_lines_is_not_wrapped() -> None:
    assert wrapped(["word"] * 30) is None


def test_a_word_longer_than_a_line_still_becomes_a_caption() -> None:
    (cue,) = captions(laid([("NARRATOR", "a" * 50)]))
    assert cue.text == "a" * 50
    assert not fits([cue.text], "")


def test_the_narrator_goes_unnamed_and_others_are_tagged() -> None:
    text = webvtt(captions(laid([("NARRATOR", "He knocks."), ("DANNY", "Is now <all> right?")])))
    assert "<v Danny>Is now &lt;all&gt; right?" in text
    assert "arrator" not in text
    assert read_webvtt(text)[1].text == "Is now <all> right?"


def test_fast_speech_is_given_time_by_a_longer_rest() -> None:
    lines = [("NARRATOR", "He counts all of the lamp posts by the river."), ("NARRATOR", "Good.")]
    hasty, _ = lay_out(clip(lines), [take(text, 0.12) for _, text in lines], "", {})
    assert hurried(hasty)
    calm = laid(lines, a_word=0.12)
    assert hurried(calm) == {}
    assert max(rate(cue) for cue in captions(calm)) <= 180


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "WEBVTT"),
        ("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nHello", "times"),
        ("WEBVTT\n\n00:00:01.000 -> 00:00:02.000\nHello", "times"),
        ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n", "no words"),
        ("WEBVTT\n\n00:00:02.000 --> 00:00:01.000\nHello", "ends before"),
        ("WEBVTT\n\nNOTE only a note", "times"),
    ],
)
def test_any_other_form_of_captions_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_webvtt(text)


def test_the_pace_is_that_of_the_brief_where_the_voices_leave_room() -> None:
    sentence = "He walks down to the river, and he counts lamp posts. "
    lines = [("NARRATOR", (sentence * 4).strip())] * 2
    timeline = laid(lines, lines, card="One two three.", a_word=0.36)
    assert timeline.pace == pytest.approx(137, abs=0.5)


def test_a_slow_reading_has_the_shortest_rests() -> None:
    timeline = laid([("NARRATOR", "One two. Three four.")], a_word=1.0)
    (line,) = timeline.lines
    assert line.words[2].start - line.words[1].end == pytest.approx(0.4, abs=0.01)


def test_scenes_change_in_the_rest_between_them_and_the_first_starts_at_nought() -> None:
    timeline = laid([("NARRATOR", "One two three.")], [("NARRATOR", "Four five six.")])
    first, second = timeline.lines
    assert timeline.scenes[0].start == 0
    assert first.start == LEAD_IN
    assert timeline.scenes[1].start == pytest.approx((first.end + second.start) / 2)
    assert timeline.length == pytest.approx(second.end + AFTER_SPEECH)
    assert timeline.card == 0


def test_the_card_is_held_to_be_read_but_not_past_ninety_seconds() -> None:
    card = "word " * 30
    short = laid([("NARRATOR", "One two three.")], card=card)
    assert short.length - short.card == pytest.approx(10)
    sentence = "He walks down to the slow river and back again. "
    full = laid([("NARRATOR", (sentence * 20).strip())], card=card)
    assert full.length == pytest.approx(LONGEST, abs=0.1)
    assert full.length - full.card < 9


def test_a_story_for_the_player_carries_scenes_and_captions() -> None:
    timeline = laid([("NARRATOR", "One two three.")], [("MARCUS", "Four five six.")])
    cues = captions(timeline)
    story = timeline.story(cues)
    cue = story.cue(cues[1].start)
    assert cue == cues[1]
    assert isinstance(cue, Cue)
    assert cue.scene == 2
    scene = story.scene(cue.start)
    assert scene is not None
    assert scene.words == "Words 2"
