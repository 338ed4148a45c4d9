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

from tests.conftest import passed_over
from tests.support.parts import needed

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


def test_quick_checks_everything_and_runs_what_needs_no_player_and_no_display(
    dev: ModuleType, ran: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "environment", lambda *_: Path("python"))
    assert dev.main(["test", "--quick"]) == 0
    *checks, tests = ran
    assert [name for name, *_ in checks] == ["ruff", "ruff", "mypy", "lint-imports"]
    assert "--cov" not in tests
    chosen = {each for each in tests if each.startswith("tests/")}
    left_out = {each.removeprefix("--ignore=") for each in tests if each.startswith("--ignore=")}
    assert all((ROOT / each).exists() for each in chosen | left_out)
    assert not chosen & {"tests/player", "tests/walk", "tests/studio", "tests/faults"}
    for each in chosen:
        for path in (ROOT / each).rglob("*.py"):
            named = path.relative_to(ROOT).as_posix()
            looks = re.search(r"tests\.support\.display", path.read_text())
            assert named in left_out or not looks


@pytest.mark.parametrize(("answer", "goes_on"), [("y", True), ("n", False), (None, False)])
def test_all_asks_before_anything_is_installed(
    dev: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str | None,
    *,
    goes_on: bool,
) -> None:
    script = tmp_path / ".ci" / "run"
    script.parent.mkdir()
    script.write_text("#!/bin/sh\necho xvfb mpv\n")
    script.chmod(stat.S_IRWXU)
    ran: list[Path] = []

    def become(program: Path) -> None:
        ran.append(program)
        raise SystemExit

    def asked(_: str) -> str:
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr(dev, "become", become)
    monkeypatch.setattr("builtins.input", asked)
    if goes_on:
        with pytest.raises(SystemExit):
            dev.main(["test", "--all"])
    else:
        assert dev.main(["test", "--all"]) == 1
        assert "nothing was installed" in capsys.readouterr().err
    assert ran == ([script] if goes_on else [])


def test_the_script_of_ci_says_what_is_missing_and_installs_nothing_then() -> None:
    command = [str(ROOT / ".ci" / "run"), "--missing"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert all(re.fullmatch(r"[a-z0-9.+-]+", each) for each in said.stdout.split())


def test_in_the_bare_form_no_part_is_found_and_everything_else_is(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "look.py").write_text(
        "import os, shutil\n"
        "from tests.support.parts import is_here\n"
        f"parts = {dev.PARTS!r} + {dev.LIBRARIES!r} + ('libvlc',)\n"
        "assert [part for part in parts if is_here(part)] == []\n"
        "assert shutil.which('sh') and is_here('pytest')\n"
        "assert 'DISPLAY' not in os.environ\n"
    )
    (tmp_path / "tests" / "support").symlink_to(ROOT / "tests" / "support")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(dev, "WORKERS", ())
    monkeypatch.setattr(dev, "WANT_PARTS", ())
    pytest_is = tmp_path / "python"
    pytest_is.write_text(f'#!/bin/sh\nexec {sys.executable} "{tmp_path}/tests/look.py"\n')
    pytest_is.chmod(stat.S_IRWXU)
    assert dev.bare(pytest_is) == 0


def test_what_was_passed_over_is_one_line_that_names_the_parts_and_the_command() -> None:
    class Skip:
        def __init__(self, reason: str) -> None:
            self.longrepr = ("file", 1, f"Skipped: {reason}")

    reasons = ("needs mpv, Xvfb", "needs Xvfb", "this system lets nobody mount a small disk")
    assert passed_over(map(Skip, reasons)) == (
        "2 tests were passed over, for they need mpv, Xvfb. "
        "This installs it and runs all: python3 dev.py test --all"
    )
    assert passed_over([]) == ""


def test_a_missing_part_fails_the_test_on_the_machine_of_ci(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv("SRT_BARE", raising=False)
    with pytest.raises(pytest.fail.Exception, match="needs no-such-program"):
        needed("sh", "no-such-program")
    monkeypatch.setenv("SRT_BARE", "/hidden")
    with pytest.raises(pytest.skip.Exception, match="needs no-such-program"):
        needed("sh", "no-such-program")


def test_every_test_that_may_be_passed_over_is_in_the_proof_without_parts(
    dev: ModuleType,
) -> None:
    wanting = re.compile(r"support\.(?:parts|display|browser|tracked) import")
    for path in (ROOT / "tests").rglob("test_*.py"):
        name = path.relative_to(ROOT).as_posix()
        if wanting.search(path.read_text()) and name != "tests/house/test_dev.py":
            assert any(name.startswith(each.split("::")[0]) for each in dev.WANT_PARTS), name
