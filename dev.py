#!/usr/bin/env python3
"""Run, test and measure srt_tui from a checkout, with nothing but Python 3.11 or newer."""

from __future__ import annotations  # an older Python must get as far as saying so

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
HELP = """\
python3 dev.py run [ARGUMENTS]   open the companion; the demo when there is no store yet
python3 dev.py test [TEST …]     format, lint, types, house rules, then every test (or these tests)
python3 dev.py test --quick      the same with the tests of what changes most: under a minute
python3 dev.py test --all        every test on Debian or Ubuntu: installs what they need, asks first
python3 dev.py test --bare       the tests that want a program, with all such programs hidden
python3 dev.py bench [--large]   measure it against the same bare machine
python3 dev.py voices            fetch the studio's voices and check their hash
python3 dev.py studio ARGUMENTS  the authoring commands: srt ARGUMENTS with the studio's packages
python3 dev.py pictures ARGUMENTS  render the clips' pictures; needs Python 3.11 (see README)

The first use makes an environment beside this file (.venv; .studio for voices and studio;
.pictures for pictures) and needs the internet or a local package index once. Later uses start
at once."""


class Failure(Exception):  # noqa: N818 - it is not always an error of ours
    """A step that could not be done, in one sentence."""


def main(arguments: list[str]) -> int:
    """Do what the first word says; return the exit code."""
    verb, *rest = arguments or ["help"]
    if verb in ("help", "-h", "--help"):
        print(HELP)
        return 0
    verbs = {
        "run": run, "test": test, "bench": bench,
        "voices": voices, "studio": studio, "pictures": pictures,
    }  # fmt: skip
    if sys.version_info < OLDEST:
        print(
            f"dev.py: this is Python {sys.version.split()[0]}, and srt_tui needs 3.11 or newer; "
            "start this file with a newer one, for example python3.12 dev.py.",
            file=sys.stderr,
        )
        return 1
    if verb not in verbs:
        print(f"dev.py has no verb “{verb}”. It has: {', '.join(verbs)}.", file=sys.stderr)
        return 2
    try:
        return verbs[verb](rest)
    except Failure as failure:
        print(f"dev.py: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open the program in its environment; it takes this process's place."""
    python = environment(".venv", ())
    become(python, "-P", "-m", "srt_tui", *(arguments or ["--or-demo"]))


def test(arguments: list[str]) -> int:
    """Every check, then pytest; with the names of tests only pytest, on those."""
    if arguments == ["--all"]:
        everything()
    python = environment(".venv", ("test",))
    if arguments == ["--bare"]:
        return bare(python)
    if arguments == ["--quick"]:
        check(python)
        return child(python, "-m", "pytest", *WORKERS, *QUICK)
    if arguments:
        return child(python, "-m", "pytest", *arguments)
    check(python)
    return child(python, "-m", "pytest", *WORKERS, "--cov", "--cov-report=", "--gates")


WORKERS = (f"--numprocesses={min(8, 2 * (os.cpu_count() or 1))}", "--dist=worksteal")
"""Two for each core: half of a test in a terminal or a window is waiting for it."""

QUICK = (
    *(f"tests/{room}" for room in ("domain", "house", "library", "present", "reports", "store")),
    "tests/workflow",
    "--ignore=tests/house/test_children.py",
    "--ignore=tests/house/test_imports.py",
    "--ignore=tests/house/test_wheel.py",
    "--ignore=tests/library/test_marks.py",
    "--ignore=tests/library/test_mutants.py",
    "--ignore=tests/reports/test_chromium.py",
    "--ignore=tests/workflow/test_long_session.py",
    "--ignore=tests/workflow/test_watch.py",
)
"""Rooms without a player or a display, less the few files that take longest."""


def check(python: Path) -> None:
    """Format, lint, types, imports. Raises Failure at the first that is not right."""
    for name, command in {
        "ruff format": ("ruff", "format", "--check", "--quiet"),
        "ruff check": ("ruff", "check", "--quiet"),
        "mypy": ("mypy", "--no-error-summary"),
        "lint-imports": ("lint-imports",),
    }.items():
        say(name)
        program, *rest = command
        if child(python.parent / program, *rest):
            raise Failure(f"the check “{name}” failed; nothing was run after it.")
    say("pytest")


def everything() -> NoReturn:
    """What CI runs; packages of the system are only installed after a yes."""
    script = ROOT / ".ci" / "run"
    listed = subprocess.run([script, "--missing"], capture_output=True, text=True, check=False)
    if missing := " ".join(listed.stdout.split()):
        say(f"the tests need these packages, and apt can install them: {missing}")
        try:
            answer = input("Install them now? (y/n) ")
        except EOFError:
            answer = ""
        if answer.strip().lower() not in ("y", "yes"):
            raise Failure("nothing was installed. python3 dev.py test runs what needs none of it.")
    become(script)


PARTS = (
    "Xvfb", "chromium", "chromium-browser", "espeak-ng", "ffmpeg", "ffprobe", "git", "import",
    "mpv", "openbox", "strace", "tmux", "xdotool", "xprop", "xwd",
)  # fmt: skip
LIBRARIES = ("cairocffi", "tkinter", "vlc")
"""Modules that are nothing without a library of the system."""
WANT_PARTS = (
    "tests/cli/test_author.py",
    "tests/faults/test_mutants.py::test_a_fault_loses_nothing_and_is_told[K2]",
    "tests/faults/test_small_disk.py",
    "tests/faults/test_traced.py",
    "tests/house/test_tracked.py",
    "tests/house/test_wheel.py",
    "tests/player",
    "tests/reports/test_chromium.py",
    "tests/studio",
    "tests/walk/test_three_players.py",
    "tests/walk/test_whole_session.py",
    "tests/workflow/test_watch.py",
)


def bare(python: Path) -> int:
    """Pytest where Python seems to be all there is: each test passes or says what it needs."""
    with tempfile.TemporaryDirectory() as folder:
        programs, modules = Path(folder, "programs"), Path(folder, "modules")
        programs.mkdir()
        modules.mkdir()
        for place in filter(os.path.isdir, os.get_exec_path()):
            for program in Path(place).iterdir():
                if program.name not in PARTS and not os.path.lexists(programs / program.name):
                    (programs / program.name).symlink_to(program)
        for name in LIBRARIES:
            (modules / f"{name}.py").write_text("raise ImportError\n")
        env = surroundings() | {"PATH": str(programs), "SRT_BARE": str(modules)}
        env["PYTHONPATH"] = os.pathsep.join((str(modules), env["PYTHONPATH"]))
        for display in ("DISPLAY", "WAYLAND_DISPLAY"):
            env.pop(display, None)
        command = [str(python), "-m", "pytest", *WORKERS, *WANT_PARTS]
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def bench(arguments: list[str]) -> int:
    """Run every measurement in turn; 1 when one falls short."""
    scripts = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    if not scripts:
        raise Failure("there is nothing to measure in tests/bench yet.")
    python = environment(".venv", ("test",))
    return max(child(python, str(script), *arguments) for script in scripts)


def voices(arguments: list[str]) -> int:
    """Fetch the studio's voices."""
    python = environment(".studio", ("studio",))
    return child(python, "-m", "srt_tui", "clips", "voices", *arguments)


def studio(arguments: list[str]) -> int:
    """Run `srt` with the studio's packages; without arguments only install them."""
    python = environment(".studio", ("studio",))
    if arguments:
        become(python, "-P", "-m", "srt_tui", *arguments)
    say("ready; for example: python3 dev.py studio clips build clip-f01")
    return 0


def pictures(arguments: list[str]) -> int:
    """Run the picture kit; without arguments only install it.

    It stays apart from the studio: the renderer and the speech engine want different versions
    of the same package.
    """
    python = environment(
        ".pictures", ("pictures",), "constraints-pictures.txt", exactly(RENDERER_PYTHON)
    )
    if arguments:
        return child(python, "-m", "kit", *arguments)
    say("ready; for example: python3 dev.py pictures proof clip-f01:1")
    return 0


KIT = Path("content", "steady-ground", "kit")
RENDERER_PYTHON = (3, 11)  # the only one that the renderer is built for


def exactly(version: tuple[int, int]) -> Path:
    """A Python of this version: the running one, or the one on the path."""
    if sys.version_info[:2] == version:
        return Path(sys.executable)
    name = ".".join(map(str, version))
    found = shutil.which(f"python{name}")
    if not found:
        raise Failure(f"the picture kit needs Python {name}, and no python{name} was found.")
    return Path(found)


def environment(
    folder: str,
    extras: tuple[str, ...],
    constraints: str = "constraints.txt",
    python_for_it: Path = Path(sys.executable),
) -> Path:
    """The Python of the environment `folder`, made or brought up to date when it is not."""
    place = ROOT / folder
    python = place / "bin" / "python"
    stamp = place / "srt-stamp.json"
    digest = hashlib.sha256(
        (ROOT / "pyproject.toml").read_bytes() + (ROOT / constraints).read_bytes()
    ).hexdigest()
    have = read_stamp(stamp)
    if python.exists() and have.get("digest") == digest and set(extras) <= set(have["extras"]):
        return python
    if not (python.exists() and works(python)):
        make(place, python_for_it)
    stamp.unlink(missing_ok=True)
    wanted = sorted({*extras, *have.get("extras", ())})
    say(f"installing into {folder}, as {constraints} says")
    if child(python, "-m", "pip", *PIP, "-c", constraints, *requirements(wanted)):
        raise Failure(
            "the packages could not be installed; the lines above say why. "
            "The first use needs the internet or a local package index."
        )
    stamp.write_text(json.dumps({"digest": digest, "extras": wanted}))
    return python


PIP = ("install", "--quiet", "--disable-pip-version-check", "--no-input")


def read_stamp(stamp: Path) -> dict[str, list[str] | str]:
    """What was installed last time; nothing when that is not known."""
    try:
        return dict(json.loads(stamp.read_text()))
    except (OSError, ValueError):
        return {}


def works(python: Path) -> bool:
    """Whether the environment can install packages; one cut off while it was made cannot."""
    quiet = subprocess.run(
        [python, "-I", "-m", "pip", "--version"], capture_output=True, check=False
    )
    return quiet.returncode == 0


def make(place: Path, python: Path) -> None:
    """Make an environment with this Python."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not importlib.util.find_spec("ensurepip"):
        raise Failure(
            f"this Python cannot make an environment. On Debian or Ubuntu install the rest of "
            f"it with: sudo apt install python{version}-venv"
        )
    say(f"making {place.name} with Python {version}")
    if child(python, "-m", "venv", "--clear", str(place)):
        raise Failure(f"{place.name} could not be made; the lines above say why.")


def requirements(extras: list[str]) -> list[str]:
    """What pyproject.toml asks for, with these extras."""
    import tomllib  # noqa: PLC0415 - an older Python must get as far as saying so

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    optional = project["optional-dependencies"]
    return [*project["dependencies"], *(each for extra in extras for each in optional[extra])]


def surroundings() -> dict[str, str]:
    """The variables of a child: it finds package and kit here, whatever folder it starts in."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / KIT.parent)))}


def child(program: Path, *arguments: str) -> int:
    """Run a program in the checkout and return its exit code."""
    return subprocess.run(
        [program, *arguments], cwd=ROOT, env=surroundings(), check=False
    ).returncode


def become(program: Path, *arguments: str) -> NoReturn:
    """Go on as another program, in the folder the command was typed in."""
    sys.stdout.flush()
    os.execve(program, [str(program), *arguments], surroundings())  # noqa: S606 - no shell wanted


def say(line: str) -> None:
    """One line of progress."""
    print(f"· {line}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
