"""Other recordings of the same words become sound tracks of the same film."""

from pathlib import Path

import pytest

from srt_tui.domain.content import Clip
from srt_tui.domain.errors import SrtError
from srt_tui.studio.narration import narrate
from srt_tui.studio.sound import RATE, Samples, beginnings, joined, seconds, silence, write_wav
from srt_tui.studio.timing import Timeline
from srt_tui.studio.tracks import tracks
from tests.studio.conftest import Tones, spoken
from tests.support.parts import needed


@pytest.fixture
def told(story: Clip, tmp_path: Path) -> tuple[Timeline, Samples]:
    needed("ffmpeg")
    return narrate(story, card="", folder=tmp_path, voices=Tones(), progress=lambda _share: None)


def test_each_recorded_line_is_laid_where_the_clip_speaks_it(
    told: tuple[Timeline, Samples], tmp_path: Path
) -> None:
    (tmp_path / "voice-leeds").mkdir()
    write_wav(tmp_path / "voice-leeds" / "line-02.wav", spoken("I did so."))
    (found,) = tracks(tmp_path, *told).items()
    name, sound = found
    assert name == "voice-leeds"
    begun = beginnings(sound, 0.3)
    for line in told[0].lines:
        assert min(abs(at - line.start) for at in begun) < 0.05


def test_a_line_too_long_for_its_place_is_named(
    told: tuple[Timeline, Samples], tmp_path: Path
) -> None:
    (tmp_path / "voice-leeds").mkdir()
    write_wav(tmp_path / "voice-leeds" / "line-01.wav", spoken("word " * 60))
    with pytest.raises(SrtError, match=r"voice-leeds/line-01\.wav is [\d.]+ seconds too long"):
        tracks(tmp_path, *told)


def test_speech_begins_first_and_after_long_enough_rests() -> None:
    sound = joined([silence(0.5), spoken("One."), silence(0.1), spoken("Two, three.")])
    assert len(beginnings(sound, 0.3)) == 2
    assert len(beginnings(sound, 0.15)) == 3
    assert beginnings(silence(1.0), 0.3) == ()
    assert seconds(silence(1.0)) == 1.0
    assert RATE == 24_000
