from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.studio.sound import (
    RATE,
    SPEECH_LEVEL,
    joined,
    levelled,
    onsets,
    rests,
    seconds,
    silence,
    trimmed,
)
from srt_tui.studio.speech import taken

TONE = array("h", [8000, -8000] * (RATE // 20))
"""A tenth of a second."""


def tone(length: float) -> "array[int]":
    return joined([TONE] * round(length * 10))


def test_silence_at_both_ends_is_trimmed_to_thirty_milliseconds() -> None:
    sound = trimmed(joined([silence(0.5), tone(1.0), silence(0.8)]))
    assert seconds(sound) == pytest.approx(1.06, abs=0.011)


def test_nothing_but_silence_trims_to_nothing() -> None:
    assert len(trimmed(silence(1.0))) == 0
    assert onsets(silence(1.0)) == ()
    assert levelled(silence(0.1)) == silence(0.1)
    assert rests(silence(0.0)) == ()


def test_quiet_and_loud_speech_come_to_one_level() -> None:
    quiet = array("h", (sample // 20 for sample in tone(0.5)))
    for sound in (quiet, tone(0.5)):
        assert max(levelled(sound)) == pytest.approx(SPEECH_LEVEL * 32767, rel=0.01)


def test_levelling_never_clips_a_peak() -> None:
    spiky = joined([array("h", [60, -60] * 12000), array("h", [20000])])
    assert max(levelled(spiky)) <= 32767


def test_rests_are_the_silences_between_sounds() -> None:
    sound = joined([tone(0.5), silence(0.4), tone(0.5), silence(0.05), tone(0.5)])
    (rest,) = rests(sound)
    assert (rest.start, rest.end) == pytest.approx((0.5, 0.9), abs=0.01)


def test_sound_begins_first_and_after_each_rest() -> None:
    sound = joined([silence(0.3), tone(0.5), silence(0.4), tone(0.5)])
    assert onsets(sound) == pytest.approx((0.3, 1.2), abs=0.01)


def test_words_are_placed_by_the_rests_at_the_marks() -> None:
    text = "He stops. One two three, and he goes on."
    sound = joined([tone(0.6), silence(0.5), tone(0.9), silence(0.2), tone(0.9)])
    take = taken(text, sound)
    at = {word.text: word.start for word in take.words}
    assert at["One"] == pytest.approx(1.1, abs=0.02)
    assert at["and"] == pytest.approx(2.2, abs=0.02)
    assert [stop.word for stop in take.stops] == [1]
    assert take.words[-1].end == pytest.approx(take.length)


def test_a_sentence_end_without_a_rest_is_placed_by_letters() -> None:
    take = taken("Aaaa. Bbbb.", tone(1.0))
    assert take.words[1].start == pytest.approx(0.5, abs=0.01)
    assert take.stops == ()


def test_an_unmatched_mark_stays_between_its_matched_neighbours() -> None:
    sound = joined([tone(0.3), silence(0.4), tone(0.3)])
    take = taken("Aaaa. Bb, cc.", sound)
    starts = [word.start for word in take.words]
    assert starts == sorted(starts)
    assert starts[1] == pytest.approx(0.7, abs=0.02)


def test_a_longer_rest_moves_what_follows_and_nothing_before() -> None:
    sound = joined([tone(0.5), silence(0.3), tone(0.5), silence(0.3), tone(0.5)])
    take = taken("Aaaa. Bbbb. Cccc.", sound)
    rested = take.rested(0.8, {1: 0.5})
    assert rested.length == pytest.approx(take.length + 0.5 + 0.5 + 0.5, abs=0.03)
    assert rested.words[0] == take.words[0]
    assert rested.words[2].start == pytest.approx(2.6 + 0.5, abs=0.03)
    assert take.added(0.8) == pytest.approx(1.0, abs=0.03)
    begun = onsets(rested.samples)
    assert [word.start for word in rested.words] == pytest.approx(begun, abs=0.02)


WORDS = st.lists(
    st.sampled_from(["he", "walks", "down.", "slowly,", "gate", "mends", "it.", "Twenty?"]),
    min_size=1,
    max_size=30,
)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.lists(st.integers(1, 8), min_size=1, max_size=6), st.floats(0.0, 1.5))
def test_words_keep_their_order_whatever_the_rests(
    words: list[str], tenths: list[int], least: float
) -> None:
    sound = joined(part for t in tenths for part in (tone(t / 10), silence(0.3)))
    take = taken(" ".join(words), trimmed(sound))
    for each in (take, take.rested(least, {0: 0.2})):
        assert [word.text for word in each.words] == words
        times = [round(t, 9) for word in each.words for t in (word.start, word.end)]
        assert times == sorted(times)
        assert times[0] >= 0
        assert times[-1] <= each.length + 1e-3
