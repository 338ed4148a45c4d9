"""A story of one's own from a new file to a draft clip, and a clip with another name in it."""

from pathlib import Path

import pytest

from srt_tui.cli.main import main
from srt_tui.domain.content import Clip
from srt_tui.locations import locate
from srt_tui.studio.building import source
from srt_tui.studio.manifest import MANIFEST, Form, Manifest, write_manifest

Captured = pytest.CaptureFixture[str]


class Studio:
    """Takes what would be built, and leaves a manifest."""

    def __init__(self) -> None:
        self.built = list[tuple[Clip, str, Path, tuple[str, ...]]]()

    def build(
        self, clip: Clip, *, card: str, folder: Path, forms: tuple[str, ...], **_: object
    ) -> Manifest:
        self.built.append((clip, card, folder, tuple(forms)))
        made = {
            form: Form(
                file=f"{form}.mp4", sha256="", seconds=31.4, bytes=1, loudness=-16, peak=-2,
                source=source(form, clip, card, folder),
            )
            for form in forms
        }  # fmt: skip
        manifest = Manifest(
            clip=clip.id, script="", captions="", pace=137, card=card, card_at=0, forms=made,
            lines=(),
        )  # fmt: skip
        for form in made.values():
            (folder / form.file).touch()
        write_manifest(folder / MANIFEST, manifest)
        return manifest


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> Studio:
    studio = Studio()
    monkeypatch.setattr("srt_tui.studio.building.build", studio.build)
    return studio


def test_a_new_file_becomes_a_draft_clip_in_one_command(
    tmp_path: Path, studio: Studio, capsys: Captured
) -> None:
    file = tmp_path / "our story.md"
    assert main(["clips", "new", str(file)]) == 0
    assert f"srt clips preview {file}" in capsys.readouterr().out
    assert main(["clips", "preview", str(file)]) == 0
    said = capsys.readouterr().out
    assert f"{file}:2: The script has" in said
    assert f"{tmp_path / 'our story' / 'plain.mp4'} is made: 31 seconds" in said
    ((clip, card, folder, forms),) = studio.built
    assert (clip.title, forms) == ("The broken gate", ("plain",))
    assert card.startswith("I stop.")
    assert folder == tmp_path / "our story"


def test_a_draft_with_stills_is_filmed_and_a_file_without_an_ending_has_a_folder_too(
    tmp_path: Path, studio: Studio
) -> None:
    file = tmp_path / "story"
    main(["clips", "new", str(file)])
    folder = tmp_path / "story-clip"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"scene-{number}.jpg").touch()
    assert main(["clips", "preview", str(file)]) == 0
    assert studio.built[0][2:] == (folder, ("plain", "standard"))


def test_an_old_file_is_never_written_over(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "story.md"
    file.write_text("mine")
    assert main(["clips", "new", str(file)]) == 2
    assert file.read_text() == "mine"
    assert capsys.readouterr().err == f"{file} is there already. Give another name.\n"
    assert main(["clips", "new", str(tmp_path / "none" / "story.md")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_story_that_breaks_the_form_is_told_with_its_lines(
    tmp_path: Path, studio: Studio, capsys: Captured
) -> None:
    file = tmp_path / "story.md"
    main(["clips", "new", str(file)])
    text = file.read_text().replace("> JOE: I did", "> I did").replace("## Scene 2", "## Later")
    file.write_text(text)
    line = text[: text.index("## Later")].count("\n") + 1
    capsys.readouterr()
    assert main(["clips", "preview", str(file)]) == 1
    said = capsys.readouterr().out
    assert f'{file}:{line}: "Later" is not a scene.' in said
    assert said.endswith("No clip can be made of it yet.\n")
    assert studio.built == []


def test_a_name_from_his_life_is_changed_and_the_clip_stays_on_this_computer(
    studio: Studio, capsys: Captured
) -> None:
    assert main(["clips", "build", "clip-f05", "--without", "danny"]) == 0
    ((clip, _, folder, _),) = studio.built
    said = " ".join(line.text for line in clip.lines)
    assert "Danny" not in said
    assert "LIAM" in {line.speaker for line in clip.lines}
    assert folder == locate().voices.parent / "clips" / "clip-f05-danny"
    assert str(folder) in capsys.readouterr().out
    assert main(["clips", "build", "clip-f05", "--without", "danny"]) == 0
    assert capsys.readouterr().out == "clip-f05 is made already.\n"
    assert main(["clips", "build", "clip-f05", "--without", "danny", "--again"]) == 0
    assert len(studio.built) == 2


def test_a_name_without_a_spare_gets_the_nearest(capsys: Captured) -> None:
    assert main(["clips", "build", "clip-f05", "--without", "Dany"]) == 2
    assert "Did you mean “Danny”?" in capsys.readouterr().err
