"""`dev.py`: the one command, and what it says when it cannot."""

import importlib.util
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`dev.py` over a checkout that holds only what it reads; pip and venv are written down."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("pyproject.toml", "constraints.txt", "constraints-pictures.txt"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


@pytest.fixture
def ran(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What `dev.py` starts, instead of starting it; a made environment is an empty shell."""
    calls: list[tuple[str, ...]] = []

    def child(program: Path, *arguments: str) -> int:
        calls.append((program.name, *arguments))
        if "venv" in arguments:
            python = Path(arguments[-1]) / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.write_text("#!/bin/sh\nexit 0\n")
            python.chmod(stat.S_IRWXU)
        return 0

    monkeypatch.setattr(dev, "child", child)
    return calls


def test_the_first_use_makes_the_environment_and_installs_what_is_asked_for(
    dev: ModuleType, ran: list[tuple[str, ...]]
) -> None:
    dev.environment(".venv", ("test",))
    make, install = ran
    assert "venv" in make
    assert install[install.index("-c") + 1] == "constraints.txt"
    assert any(each.startswith("textual") for each in install)
    assert not any(each.startswith("kokoro") for each in install)


def test_a_second_use_installs_nothing(dev: ModuleType, ran: list[tuple[str, ...]]) -> None:
    dev.environment(".venv", ("test",))
    ran.clear()
    dev.environment(".venv", ("test",))
    dev.environment(".venv", ())
    assert ran == []


def test_a_changed_version_is_installed_with_all_that_was_there(
    dev: ModuleType, ran: list[tuple[str, ...]], tmp_path: Path
) -> None:
    dev.environment(".venv", ("test",))
    ran.clear()
    (tmp_path / "constraints.txt").write_text("textual==8.2.0\n")
    dev.environment(".venv", ())
    ((_, *install),) = ran
    assert any(each.startswith("pytest>") for each in install)


def test_an_environment_that_was_cut_off_while_it_was_made_is_made_again(
    dev: ModuleType, ran: list[tuple[str, ...]], tmp_path: Path
) -> None:
    broken = tmp_path / ".venv" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(stat.S_IRWXU)
    with pytest.raises(FileExistsError):
        dev.environment(".venv", ())
    assert "--clear" in ran[0]


def test_a_python_that_cannot_make_environments_says_what_to_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _: None)
    assert dev.main(["test"]) == 1
    said = capsys.readouterr().err
    assert re.search(r"sudo apt install python3\.\d+-venv$", said.strip())


def test_an_old_python_is_told_in_one_sentence(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = SimpleNamespace(version_info=(3, 9, 2), version="3.9.2 (old)", stderr=sys.stderr)
    monkeypatch.setattr(dev, "sys", old)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err.startswith("dev.py: this is Python 3.9.2, and srt_tui needs")


def test_a_verb_that_is_none_names_those_there_are() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "tests"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "dev.py has no verb “tests”. It has: run, test, bench, voices, studio, pictures.\n"
    )


def test_a_failing_check_stops_before_the_tests_and_says_which(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "environment", lambda *_: Path("python"))
    monkeypatch.setattr(dev, "child", lambda program, *_: int(program.name == "mypy"))
    assert dev.main(["test"]) == 1
    captured = capsys.readouterr()
    assert "the check “mypy” failed; nothing was run after it." in captured.err
    assert "pytest" not in captured.out


def test_the_picture_kit_has_an_environment_of_its_own_with_its_own_versions(
    dev: ModuleType,
    ran: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "RENDERER_PYTHON", sys.version_info[:2])
    assert dev.main(["pictures"]) == 0
    make, install = ran
    assert make[-1].endswith(".pictures")
    assert install[install.index("-c") + 1] == "constraints-pictures.txt"
    assert any(each.startswith("bpy") for each in install)
    assert "ready; for example" in capsys.readouterr().out
    ran.clear()
    assert dev.main(["pictures", "proof", "clip-f01:1"]) == 0
    assert ran == [("python", "-m", "kit", "proof", "clip-f01:1")]


def test_the_picture_kit_says_which_python_it_needs(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "RENDERER_PYTHON", (2, 6))
    assert dev.main(["pictures"]) == 1
    assert "needs Python 2.6, and no python2.6 was found." in capsys.readouterr().err
    monkeypatch.setattr(dev.shutil, "which", lambda _: "python2.6")
    assert dev.exactly((2, 6)) == Path("python2.6")


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-pictures.txt"])
def test_every_constraint_is_an_exact_version_and_nothing_else(name: str) -> None:
    for line in (ROOT / name).read_text().splitlines():
        assert re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.!+-]+", line)
