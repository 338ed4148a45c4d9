"""`srt` at a terminal: the demo where there is nothing yet, and straight in with a passphrase file.

How the screens behave is told in tests/tui.
"""

import sys
from pathlib import Path

import pytest

from tests.support.terminal import Terminal


def opened(*arguments: str) -> Terminal:
    return Terminal([sys.executable, "-m", "srt_tui", *arguments])


def test_without_records_a_first_look_is_the_demo_and_leaves_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with opened("--or-demo") as terminal:
        terminal.expect("JD-07")
        assert "DEMO" in terminal.text
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert not (home / "srt" / "store").exists()
    assert list(tmp_path.glob("srt-demo-*")) == []


def test_with_records_the_same_command_opens_them(records: Path) -> None:
    with opened("--or-demo") as terminal:
        terminal.expect("JD-07")
        assert "DEMO" not in terminal.text
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert records.is_dir()


def test_a_wrong_passphrase_in_the_file_is_said_before_any_screen(
    records: Path, home: Path
) -> None:
    assert records.is_dir()
    (home / "passphrase").write_text("not it")
    with opened() as terminal:
        assert terminal.wait() == 3
        assert "\x1b[?1049h" not in terminal.written.decode()


def test_doctor_at_a_terminal_says_its_size() -> None:
    with opened("doctor") as terminal:
        shown = terminal.expect("works  terminal   xterm-256color, 80 by 24.")
        assert terminal.wait() == 0
    assert "works  program" in shown
