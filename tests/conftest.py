"""What holds for every test: a home of its own, a fixed terminal, no network; and the gates."""

import io
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

ROOT = Path(__file__).parents[1]

GATES: dict[str, tuple[str, float]] = {
    "domain": ("srt_tui/domain/*", 100),
    "workflow": ("srt_tui/workflow/*", 100),
    "reports": ("srt_tui/reports/*", 100),
    "present": ("srt_tui/present/*", 100),
    "everything": ("srt_tui/*", 90),
}
"""The share of lines and branches, in per cent, that the tests of a part must reach."""

FIXED = {
    "TERM": "xterm-256color",
    "COLUMNS": "80",
    "LINES": "24",
    "TZ": "Europe/London",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("SRT_BARE")))),
    "TEXTUAL_ANIMATIONS": "none",
}
UNSET = ("SRT_PASSPHRASE_FILE", "NO_COLOR", "FORCE_COLOR", "XDG_RUNTIME_DIR")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home; the terminal, the language and the time zone are always the same."""
    place = tmp_path / "home"
    place.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("SRT_HOME", str(place / "srt"))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(place / kind.lower()))
    for name, value in FIXED.items():
        monkeypatch.setenv(name, value)
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    before = os.environ.get("TZ")
    time.tzset()
    yield place
    monkeypatch.undo()
    if os.environ.get("TZ") != before:
        time.tzset()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may look beyond this machine; sockets in the file system are let through."""

    def local_only(name: str) -> Callable[..., Any]:
        allowed = getattr(socket.socket, name)

        def guarded(self: socket.socket, *arguments: Any) -> Any:
            if self.family is not socket.AF_UNIX:
                pytest.fail(f"something tried to reach the network: {name}")
            return allowed(self, *arguments)

        return guarded

    def no_lookup(*_: Any, **__: Any) -> None:
        pytest.fail("something tried to look up a network name")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, local_only(name))
    monkeypatch.setattr(socket, "getaddrinfo", no_lookup)


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cursor blinks, so that a picture of a screen is the same each time."""
    if "textual" in sys.modules:
        from textual.widgets import Input, TextArea  # noqa: PLC0415 - only where screens are tested

        for widget in (Input, TextArea):
            monkeypatch.setattr(widget.cursor_blink, "_default", False)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--gates` holds the shares of GATES; `dev.py test` asks for it after measuring."""
    parser.addoption("--gates", action="store_true", help="hold the coverage gates")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A gate that is not reached fails the run."""
    measured = not hasattr(session.config, "workerinput")  # a worker has only its own share
    if session.config.getoption("--gates") and measured and exitstatus == pytest.ExitCode.OK:
        short = list(below_the_gates(ROOT / ".coverage"))
        session.config.stash[SHORT] = short
        if short:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say which gates were not reached, and where; and what was passed over for want of a part."""
    for line in config.stash.get(SHORT, []):
        terminalreporter.write_line(line, red=True)
    if said := passed_over(terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(said)


def passed_over(skipped: Iterable[Any]) -> str:
    """How many tests need a part that is not here, which parts, and what installs them."""
    reasons = [str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped]
    wanting = [reason.removeprefix("needs ") for reason in reasons if reason.startswith("needs ")]
    if not wanting:
        return ""
    parts = sorted({part for each in wanting for part in each.split(", ")}, key=str.lower)
    return (
        f"{len(wanting)} tests were passed over, for they need {', '.join(parts)}. "
        "This installs it and runs all: python3 dev.py test --all"
    )


SHORT = pytest.StashKey[list[str]]()


def below_the_gates(data: Path) -> Iterator[str]:
    """What falls short in this measurement: a line for each gate, and one for each file of it."""
    measured = coverage.Coverage(data_file=str(data), config_file=str(ROOT / "pyproject.toml"))
    measured.load()
    for name, (files, least) in GATES.items():
        table = io.StringIO()
        try:
            reached = measured.report(include=[str(ROOT / files)], file=table)
        except coverage.exceptions.NoDataError:
            reached = 0.0
        if reached < least:
            yield f"coverage of {name} is {reached:.1f} %, below its gate of {least} %"
            yield table.getvalue()
