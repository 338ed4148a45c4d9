"""`dev.py pictures`: what the kit says where there is no renderer, and what it leaves alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit import VERSION
from srt_tui.studio.stills import read_stills

ROOT = Path(__file__).parents[2]
PACK = ROOT / "content" / "steady-ground"


def kit(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The kit as `dev.py pictures` starts it."""
    return subprocess.run(
        [sys.executable, "-m", "kit", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{PACK}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("what", ["check", "compare"])
def test_a_picture_that_could_not_be_rendered_is_named_with_the_reason(what: str) -> None:
    done = kit(what, "clip-f01:1")
    assert done.returncode == 1
    assert done.stdout.startswith("clip-f01:1: failed")
    assert "No module named 'bpy'" in done.stdout


def test_a_picture_that_has_no_description_is_said_to_have_none() -> None:
    done = kit("check", "clip-f01:99")
    assert done.returncode == 1
    assert done.stderr == "No description of clip-f01:99 was found. Check its name.\n"


def test_stills_made_by_this_kit_from_these_words_are_not_made_again() -> None:
    assert {made.kit for made in read_stills(PACK / "clips" / "clip-f01").values()} == {VERSION}
    done = kit("still", "clip-f01")
    assert done.returncode == 0
    assert set(done.stdout.split("\n")[:-1]) == {
        f"clip-f01:{id}: unchanged" for id in read_stills(PACK / "clips" / "clip-f01")
    }


def test_a_picture_without_a_kept_still_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    clip = tmp_path / "clip-f01"
    clip.mkdir()
    (clip / "pictures.toml").write_bytes(
        (PACK / "clips" / "clip-f01" / "pictures.toml").read_bytes()
    )
    done = kit("compare", "--clips", str(tmp_path), "clip-f01:1")
    assert done.returncode == 1
    assert done.stdout == "clip-f01:1: nothing to compare with; no still is kept\n"
