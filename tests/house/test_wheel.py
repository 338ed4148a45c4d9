"""The wheel holds the listed files and nothing else, and works where it is installed."""

import fnmatch
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from srt_tui.version import __version__
from tests.support.once import made_once
from tests.support.terminal import Terminal
from tests.support.tracked import ROOT, tracked

NAME = f"srt_tui-{__version__}"
SHIPPED = "srt_tui/_shipped/"
KIT = "content/steady-ground/kit/"  # GPL; stays in the checkout

LISTED = (
    "srt_tui/*.py",
    "srt_tui/tui/*.tcss",
    "srt_tui/tui/help/*.md",
    "srt_tui/store/FORMAT.md",
    "srt_tui/store/srt-case.schema.json",
    SHIPPED + "content/*/pack.toml",
    SHIPPED + "content/*/cast.toml",
    SHIPPED + "content/*/about.md",
    SHIPPED + "content/*/check.md",
    SHIPPED + "content/*/guide.md",
    SHIPPED + "content/*/moves.md",
    SHIPPED + "content/*/safety.md",
    SHIPPED + "content/*/signs.md",
    SHIPPED + "content/*/swaps.md",
    SHIPPED + "content/*/guides/*.md",
    SHIPPED + "content/*/practice/*.md",
    SHIPPED + "content/*/exercises/*.md",
    SHIPPED + "content/*/stages/*.md",
    SHIPPED + "content/*/clips/*/script.md",
    SHIPPED + "content/*/clips/*/captions.vtt",
    SHIPPED + "content/*/clips/*/clip.json",
    SHIPPED + "content/*/clips/*/plain.mp4",
    SHIPPED + "content/*/clips/*/standard.mp4",
    SHIPPED + "content/*/clips/*/pictures.toml",
    SHIPPED + "content/*/clips/*/stills.json",
    SHIPPED + "content/*/clips/*/scene-*.jpg",
    SHIPPED + "content/*/clips/*/scene-*-depth.png",
    SHIPPED + "sessions/*.md",
    f"{NAME}.dist-info/METADATA",
    f"{NAME}.dist-info/RECORD",
    f"{NAME}.dist-info/WHEEL",
    f"{NAME}.dist-info/entry_points.txt",
    f"{NAME}.dist-info/licenses/LICENSE",
)


def strays(names: list[str]) -> list[str]:
    """The files of a wheel that no line of the list allows; a star stays inside its folder,
    except for the modules and styles of the package."""
    return [name for name in names if not any(allowed(name, line) for line in LISTED)]


def allowed(name: str, line: str) -> bool:
    deep = line in ("srt_tui/*.py", "srt_tui/tui/*.tcss") and not name.startswith(SHIPPED)
    return fnmatch.fnmatchcase(name, line) and (deep or name.count("/") == line.count("/"))


def build(source: Path, target: Path, kind: str = "wheel") -> Path:
    subprocess.run(
        [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", target, source],
        check=True,
        capture_output=True,
    )
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is tracked, as a clone would hold it."""

    def copy(place: Path) -> None:
        for name in tracked():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)

    return made_once(tmp_path_factory, "source", copy)


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = made_once(tmp_path_factory, "wheel", lambda place: build(source, place))
    return next(place.iterdir())


@pytest.fixture(scope="module")
def srt(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `srt` of an environment that holds only the wheel and what it depends on."""
    place = tmp_path_factory.mktemp("installed") / "env"
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index",
         "--no-deps", "--disable-pip-version-check", wheel],
        check=True,
    )  # fmt: skip
    (packages,) = place.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return place / "bin" / "srt"


def elsewhere() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def test_the_wheel_holds_no_file_that_is_not_listed(wheel: Path) -> None:
    assert strays(zipfile.ZipFile(wheel).namelist()) == []


def test_the_wheel_holds_every_tracked_file_of_the_package_and_the_packs(wheel: Path) -> None:
    wanted = {
        name if name.startswith("srt_tui/") else SHIPPED + name
        for name in tracked()
        if name.startswith(("srt_tui/", "content/", "sessions/")) and not name.startswith(KIT)
    }
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_the_source_package_holds_the_packs_and_not_the_picture_kit(
    source: Path, tmp_path: Path
) -> None:
    with tarfile.open(build(source, tmp_path / "out", "sdist")) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert "content/steady-ground/pack.toml" in held
    assert [name for name in held if name.startswith(KIT)] == []


STRAYS = (
    "content/records.sealed",
    "content/steady-ground/clips/clip-f01/script.py",
    "content/steady-ground/exercises/old/f01.md",
    "content/steady-ground/notes.txt",
    "sessions/draft.json",
    "srt_tui/notes.md",
    "srt_tui/store/vault.json",
)


@pytest.fixture(scope="module")
def found(source: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The strays of a wheel in whose source each of them was planted."""

    def plant(place: Path) -> None:
        copy = place / "copy"
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("*.mp4", "*.jpg", "*.png"))
        for name in STRAYS:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_text("stray\n")
        build(copy, place / "out")

    (built,) = (made_once(tmp_path_factory, "planted", plant) / "out").iterdir()
    return strays(zipfile.ZipFile(built).namelist())


@pytest.mark.parametrize("name", STRAYS)
def test_a_stray_file_is_found_in_the_wheel(found: list[str], name: str) -> None:
    assert (name if name.startswith("srt_tui/") else SHIPPED + name) in found


def test_nothing_but_the_strays_is_called_one(found: list[str]) -> None:
    assert len(found) == len(STRAYS)


def test_the_installed_wheel_answers_from_where_it_is_installed(srt: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [srt, "--version"],
        cwd=tmp_path,
        env=elsewhere(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == f"srt {__version__}\n"
    where = subprocess.run(
        [srt.with_name("python"), "-c", "import srt_tui; print(srt_tui.__file__)"],
        cwd=tmp_path,
        env=elsewhere(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(srt.parents[1]))


def test_the_installed_wheel_runs_the_demo(srt: Path, tmp_path: Path) -> None:
    with Terminal([str(srt), "demo"], env=elsewhere(), cwd=str(tmp_path)) as terminal:
        terminal.expect("JD-07")
        assert "DEMO" in terminal.text
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
