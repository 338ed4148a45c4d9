"""Who speaks with which voice, and speech made from text.

A recorded WAV in the clip's folder always wins: `line-07.wav` for the seventh line, `clip.wav`
for the whole clip. That is how a local accent gets in.
"""

import importlib.util
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from srt_tui.domain.content import Clip
from srt_tui.domain.errors import SrtError
from srt_tui.studio.fetch_voices import MODEL, VOICES
from srt_tui.studio.media import decoded
from srt_tui.studio.sound import Samples, levelled, trimmed

SPEED = 0.88

CAST: dict[str, dict[str, float]] = {
    "narrator": {"bm_george": 1.0},
    "priya": {"bf_emma": 1.0},
    "marcus": {"bm_lewis": 1.0},
    "tomasz": {"bm_lewis": 0.5, "bm_daniel": 0.5},
    "imran": {"bm_fable": 1.0},
    "danny": {"bm_daniel": 1.0},
    "graham": {"bm_george": 0.4, "bm_lewis": 0.6},
    "ryan": {"bm_fable": 0.5, "bm_daniel": 0.5},
    "craig": {"bm_lewis": 0.5, "bm_fable": 0.5},
    "bilal": {"bm_george": 0.5, "bm_daniel": 0.5},
    "tobi": {"bm_george": 0.5, "bm_fable": 0.5},
    "sam": {"bm_lewis": 0.25, "bm_daniel": 0.75},
    "elaine": {"bf_isabella": 1.0},
    "ania": {"bf_alice": 1.0},
    "denise": {"bf_lily": 1.0},
    "saira": {"bf_isabella": 0.5, "bf_lily": 0.5},
    "kelly": {"bf_alice": 0.5, "bf_lily": 0.5},
    "aisha": {"bf_lily": 0.7, "bf_alice": 0.3},
    "boss": {"bm_daniel": 0.6, "bm_george": 0.4},
    "stepdad": {"bm_lewis": 0.7, "bm_fable": 0.3},
}
"""A voice for each speaker, as shares of Kokoro's British voices; no two speakers share one."""

OTHERS: dict[str, float] = {"bf_emma": 0.5, "bf_lily": 0.5}
"""The voice of anyone who is not in the cast."""

SAID: dict[str, str] = {
    "Adeel": "Adeal",
    "Aisha": "Ayeesha",
    "Ania": "Anya",
    "Bilal": "Bilahl",
    "Ewa": "Evva",
    "Imran": "Imraan",
    "Pawel": "Pavvel",
    "Saira": "Sighra",
    "Tobi": "Toby",
    "Tomasz": "Tomash",
}
"""Names the voices would say wrongly, written as they are to be said."""


class Voices(Protocol):
    """Anything that can say a text as a speaker of the cast."""

    def speak(self, text: str, speaker: str, pace: float) -> Samples:
        """The text said, at `pace` times the usual; raises SrtError when there is no voice."""


class Kokoro:
    """The synthetic voices in a folder; they are loaded at the first word.

    `bearers` says who bears another's name, so that he keeps his own voice.
    """

    def __init__(self, folder: Path, bearers: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._bearers = {name.casefold(): who for name, who in (bearers or {}).items()}
        self._engine: Any = None

    def speak(self, text: str, speaker: str, pace: float) -> Samples:
        """Say the text in the speaker's voice.

        Raises SrtError when the engine or its voices are not on this machine.
        """
        engine = self._engine = self._engine or self._loaded()
        who = self._bearers.get(speaker.casefold(), speaker)
        shares = CAST.get(who.casefold(), OTHERS)
        voice = sum(share * engine.voices[name] for name, share in shares.items())
        spoken, _ = engine.create(_said(text), voice=voice, speed=SPEED * pace, lang="en-gb")
        return array("h", (spoken.clip(-1, 1) * 32_767).astype("<i2").tobytes())

    def _loaded(self) -> Any:
        if importlib.util.find_spec("kokoro_onnx") is None:
            raise SrtError("The speech engine is not installed here.", "Run: python3 dev.py studio")
        model, voices = self._folder / MODEL, self._folder / VOICES
        if not (model.is_file() and voices.is_file()):
            raise SrtError("The voices are not on this machine.", "Run: python3 dev.py voices")
        import kokoro_onnx  # noqa: PLC0415 - an authoring dependency, only in the studio

        return kokoro_onnx.Kokoro(str(model), str(voices))


def recorded_clip(folder: Path) -> "Samples | None":
    """The recording of the whole clip, if there is one."""
    path = folder / "clip.wav"
    return levelled(trimmed(decoded(path))) if path.is_file() else None


def speech(clip: Clip, number: int, folder: Path, voices: Voices, pace: float = 1.0) -> Samples:
    """Line `number` (from 0) as recorded, else as said by a voice; trimmed and levelled."""
    path = folder / f"line-{number + 1:02}.wav"
    line = clip.lines[number]
    raw = decoded(path) if path.is_file() else voices.speak(line.text, line.speaker, pace)
    return levelled(trimmed(raw))


def _said(text: str) -> str:
    for name, sound in SAID.items():
        text = text.replace(name, sound)
    return text
