"""What every command has in common: help, mistakes, faults, and what is not loaded."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from srt_tui.cli import finding, mistakes
from srt_tui.cli.command import Verb
from srt_tui.cli.main import main
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.locations import locate
from srt_tui.version import __version__

HEAVY = ("textual", "vlc", "tinydb", "cryptography", "rich")


def test_the_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"srt {__version__}\n"


def test_help_begins_with_examples_and_names_every_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Examples:")
    for command in finding.COMMANDS.values():
        assert command.help in said
    assert max(len(line) for line in said.splitlines()) <= 80


def test_every_example_of_the_help_is_a_command_that_exists() -> None:
    from srt_tui.cli.overview import EXAMPLES  # noqa: PLC0415 - only here

    for line in EXAMPLES.splitlines():
        typed = line.split("  ")[0].split()[1:]
        command, rest = finding.find(typed)
        command.parse(rest)


@pytest.mark.parametrize("name", list(finding.COMMANDS))
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*name.split(), "--help"] if name else ["--or-demo", "--help"])
    said = capsys.readouterr().out
    assert said.startswith(f"usage: srt {name}".rstrip())
    assert "positional arguments" not in said
    assert "show this help message" not in said


@pytest.mark.parametrize("typed", [("--version",), ("--help",), ("wher",), ("where", "--help")])
def test_light_commands_load_nothing_heavy(
    typed: tuple[str, ...], loaded_by: Callable[..., set[str]]
) -> None:
    assert loaded_by(*typed).isdisjoint({*HEAVY, "msgspec", "platformdirs"})


@pytest.mark.parametrize("typed", [("where",), ("doctor",), ("brief", "JD-07")])
def test_no_command_that_prints_loads_the_screens_or_vlc(
    typed: tuple[str, ...], loaded_by: Callable[..., set[str]]
) -> None:
    assert loaded_by(*typed).isdisjoint({"textual", "vlc", "rich"})


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("wher", "Did you mean: srt where"),
        ("doctr", "Did you mean: srt doctor"),
        ("content chek", "Did you mean: srt content check"),
        ("conten check", "Did you mean: srt content check"),
        ("content", "There is: content check."),
        ("xyzzy", "What there is: srt --help"),
        ("where more", "Try: srt where --help"),
        ("doctor --jsn", "Try: srt doctor --help"),
        ("--oops", "Try: srt --help"),
    ],
)
def test_a_mistyped_command_is_one_line_with_the_right_one(
    typed: str, remedy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed.split()) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.endswith(remedy)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("note AB-12 x", "N is a number, and “x” is none."),
        ("note", "REF is missing."),
        ("note AB-12 1 2", "“2” does not belong there."),
        ("note AB-12 --frm md", "“--frm” does not belong there."),
        ("note AB-12 --form pdf", "--form can be text, md or html, not “pdf”."),
        ("evaluate --json --csv", "--csv and --json do not go together."),
        ("evaluate --json=x", "--json takes no word, and has “x”."),
        ("evaluate --as-of", "--as-of needs a word after it."),
        ("evaluate --as-of soon", "--as-of: a date is written 2026-03-31."),
    ],
)
def test_every_mistake_after_a_command_is_one_plain_sentence(
    typed: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed.split()) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"{sentence} Try: srt {typed.split(maxsplit=1)[0]} --help"


def test_a_mistake_that_has_no_sentence_yet_is_told_as_it_is() -> None:
    assert mistakes.mistake("something new") == "something new."


@pytest.mark.parametrize("command", [(), ("demo",), ("--or-demo",)])
def test_without_a_terminal_the_screens_say_so_at_once(
    srt: Callable[..., Any], command: tuple[str, ...]
) -> None:
    said = srt(*command)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("The companion needs a terminal")
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("kind", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_none(kind: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "srt_tui"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=tmp_path,
            env={**os.environ, "TERM": kind},
            timeout=60,
            check=False,
        )
        assert done.returncode == 2
        assert os.read(ours, 1000).startswith(b"This terminal says that it cannot draw")
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_terminal_without_our_quotation_marks_shows_others(srt: Callable[..., Any]) -> None:
    said = srt("wher", PYTHONIOENCODING="ascii:strict")
    assert said.code == 2
    assert "?wher?" in said.err


def test_closed_streams_do_not_matter(tmp_path: Path) -> None:
    script = f'"{sys.executable}" -m srt_tui <&- >&- 2>&-; echo $?'
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "2\n"


def test_a_reader_that_leaves_early_is_no_failure(tmp_path: Path) -> None:
    script = f'("{sys.executable}" -m srt_tui --help; echo $? >&2) | true'
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr == "0\n"


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], int]], None]:
    """Puts a command `fail` in its place."""

    def plant(run: Callable[[], int]) -> None:
        command = Verb("fail", "srt fail", "fails", lambda _: run())
        monkeypatch.setitem(finding.COMMANDS, "fail", command)

    return plant


def test_a_failure_is_its_sentence_and_its_code(
    planted: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    def held() -> int:
        raise SrtError("The records are in use.", "Close the other window.", Exit.LOCKED)

    planted(held)
    assert main(["fail"]) == 3
    assert capsys.readouterr().err == "The records are in use. Close the other window.\n"


def test_a_fault_of_the_program_shows_and_logs_nothing_of_what_was_worked_on(
    planted: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    secret = "canary words of his"

    def faulty() -> int:
        raise ValueError(secret)

    planted(faulty)
    assert main(["fail"]) == 1
    captured = capsys.readouterr()
    (line,) = captured.err.splitlines()
    assert line.startswith("Something went wrong inside the program (code ")
    log = locate().log
    assert log.stat().st_mode & 0o077 == 0
    kept = log.read_text()
    assert "ValueError cli/main.py:" in kept
    assert line.split("code ")[1][:6] in kept
    assert secret not in captured.out + captured.err + kept


def test_a_log_that_cannot_be_written_does_not_hide_the_fault(
    planted: Callable[..., None], capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    (home / "srt").write_text("in the way")

    def faulty() -> int:
        raise ValueError

    planted(faulty)
    assert main(["fail"]) == 1
    assert "srt where" not in capsys.readouterr().err


def test_a_fault_outside_our_code_has_no_place(capsys: pytest.CaptureFixture[str]) -> None:
    from srt_tui.cli.failure import told  # noqa: PLC0415 - only here

    assert told(ValueError("x")) == 1
    assert "ValueError outside" in locate().log.read_text()
    assert "x" not in capsys.readouterr().err.split()


def test_ctrl_c_leaves_with_the_usual_code(planted: Callable[..., None]) -> None:
    def stopped() -> int:
        raise KeyboardInterrupt

    planted(stopped)
    assert main(["fail"]) == 130
