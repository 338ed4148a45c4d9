"""A short fixture story, and a voice of plain tones that rests at each mark as a speaker does."""

import math
import shutil
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from srt_tui import studio
from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.studio import check
from srt_tui.studio.manifest import MANIFEST, file_hash, read_manifest
from srt_tui.studio.sound import RATE, Samples, joined, silence, write_wav
from srt_tui.studio.speech import is_mark, is_stop
from tests.support.once import made_once
from tests.support.parts import needed

CARD = "I look twice. I lift slowly."


def spoken(text: str) -> Samples:
    """Each word as a tone as long as its letters ask; 0.4 s of rest after a sentence."""
    parts = list[Samples]()
    for word in text.split():
        length = 0.06 * (len(word) + 1)
        parts.append(
            array(
                "h",
                (round(9000 * math.sin(n * 0.05)) for n in range(round(length * RATE))),
            )
        )
        parts.append(silence(0.4 if is_stop(word) else 0.2 if is_mark(word) else 0.0))
    return joined(parts)


class Tones:
    """Voices that need no model; they count what they were asked for."""

    def __init__(self) -> None:
        self.asked = list[tuple[str, str]]()

    def speak(self, text: str, speaker: str, pace: float) -> Samples:
        """The text as tones; `pace` does not change them."""
        assert pace > 0
        self.asked.append((speaker, text))
        return spoken(text)


@pytest.fixture
def tones() -> Tones:
    return Tones()


@pytest.fixture(scope="session")
def story() -> Clip:
    """Two scenes, a narrator and two speakers."""
    return Clip(
        id="clip-x01",
        title="The gate",
        lead="Marcus",
        content_note="Nothing to warn about.",
        scenes=(
            Scene(
                number=1,
                picture="A gate off its hinge.",
                words="A broken gate",
                lines=(
                    Line(speaker="NARRATOR", text="The gate has hung loose, badly, for weeks."),
                    Line(speaker="MARCUS", text="I said so."),
                ),
            ),
            Scene(
                number=2,
                picture="The same gate, straight.",
                words="Mended",
                lines=(
                    Line(speaker="PRIYA", text="How was that?"),
                    Line(speaker="NARRATOR", text="He thinks. All right."),
                ),
            ),
        ),
    )


@pytest.fixture(scope="session")
def _film_parts() -> Iterator[None]:
    """What making and checking a film needs; a film that was not changed is measured once."""
    needed("ffmpeg", "ffprobe", "cairocffi", "cv2")
    from srt_tui.studio import check_picture  # noqa: PLC0415 - needs the libraries

    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((check, "loudness"), (check, "decoded"), (check_picture, "look")):
            patch.setattr(module, name, _once(getattr(module, name)))
        yield


def _once(measure: Callable[..., Any]) -> Callable[..., Any]:
    """A measurement that is remembered by the bytes of the film."""
    known = dict[str, Any]()

    def measured(film: Path, *about: object) -> Any:
        key = f"{file_hash(film)} {about}"
        if key not in known:
            found = measure(film, *about)
            known[key] = list(found) if isinstance(found, Iterator) else found
        return known[key]

    return measured


@pytest.fixture(scope="session")
def _built(story: Clip, _film_parts: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story as a clip, made once from recorded lines; its manifest says 60 seconds or more."""

    def make(folder: Path) -> None:
        for number, line in enumerate(story.lines, 1):
            write_wav(folder / f"line-{number:02}.wav", spoken(line.text))
        silent = Tones()
        told = list[tuple[str, float]]()
        studio.build(
            story, card=CARD, folder=folder, voices=silent, progress=lambda *step: told.append(step)
        )
        assert silent.asked == []
        assert told[-1] == ("plain", 1.0)
        assert {what for what, _ in told} == {"voices", "plain"}

    return made_once(tmp_path_factory, "plain-film", make)


@pytest.fixture
def built(_built: Path, tmp_path: Path) -> Path:
    """A copy of the built clip, to be broken."""
    folder = tmp_path / "clip-x01"
    shutil.copytree(_built, folder, ignore=shutil.ignore_patterns("*.wav"))
    assert read_manifest(folder / MANIFEST).clip == "clip-x01"
    return folder


def draw_stills(folder: Path) -> None:
    """Two stills with depth, as the kit leaves them: a wall, a lit window, a near table."""
    import cv2  # noqa: PLC0415 - a machine without it skips these tests
    import numpy as np  # noqa: PLC0415 - the same

    for number in (1, 2):
        still = np.full((792, 1408, 3), (96, 92, 84), np.uint8)
        still[100:330, 900:1250] = (150, 190, 225)
        still[470:] = (38, 60, 84)
        still[360:520, 300 : 420 + 40 * number] = (134, 95, 47)
        cv2.imwrite(str(folder / f"scene-{number}.jpg"), cv2.GaussianBlur(still, (0, 0), 2))
        depth = np.full((396, 704), 40, np.uint8)
        depth[235:] = np.linspace(60, 220, 161, dtype=np.uint8)[:, None]
        depth[180:260, 150:215] = 150
        cv2.imwrite(str(folder / f"scene-{number}-depth.png"), depth)


def _draw_lighter(still: Path, second: Path) -> None:
    """A second picture of a scene, so much lighter that only a cut may bring it."""
    import cv2  # noqa: PLC0415 - as above
    import numpy as np  # noqa: PLC0415 - as above

    picture = cv2.imread(str(still))
    assert picture is not None
    picture[:470] = np.minimum(picture[:470], 225) + 30
    cv2.imwrite(str(second), picture)


@pytest.fixture(scope="session")
def film_folder(story: Clip, _film_parts: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story as a film of two stills, made once from recorded lines, without a renderer."""

    def make(folder: Path) -> None:
        draw_stills(folder)
        _draw_lighter(folder / "scene-2.jpg", folder / "scene-2b.jpg")
        for number, line in enumerate(story.lines, 1):
            write_wav(folder / f"line-{number:02}.wav", spoken(line.text))
        studio.build(
            story,
            card=CARD,
            folder=folder,
            voices=Tones(),
            progress=lambda _what, _share: None,
            forms=["standard"],
        )

    return made_once(tmp_path_factory, "standard-film", make)


@pytest.fixture
def filmed(film_folder: Path, tmp_path: Path) -> Path:
    """A copy of the film and its stills, to be broken."""
    folder = tmp_path / "clip-x01"
    shutil.copytree(film_folder, folder, ignore=shutil.ignore_patterns("*.wav"))
    return folder
