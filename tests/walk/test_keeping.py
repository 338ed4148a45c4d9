"""What is kept, who may see it, who looked, and how it leaves: in the running program."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from srt_tui.cli import failure
from srt_tui.cli.main import main
from tests.support.terminal import Terminal
from tests.walk.conftest import PASSPHRASE, REFERENCE, ROOT, Machine, go_on

WORDS = "quarrelsomeheron"
FAULTY = """
import sys
from srt_tui.cli.main import main
from srt_tui.tui.session.doors import Doors

def fail(self):
    his = self._screen.query_one("#words").text
    raise ValueError(his)

Doors.do_private = fail
sys.exit(main([]))
"""


def passphrase_file(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase where commands find it."""
    secret = machine.home / "secret"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE)
    monkeypatch.setenv("SRT_PASSPHRASE_FILE", str(secret))


def test_a_fault_in_the_middle_of_his_words_keeps_them_and_shows_nothing(machine: Machine) -> None:
    with Terminal(
        [sys.executable, "-c", FAULTY], env=machine.env, cwd=str(machine.home)
    ) as terminal:
        go_on(terminal)
        terminal.press("w")
        terminal.expect("Enter Keep")
        terminal.press(WORDS, "f2")
        assert terminal.wait() == 1
        terminal.at_rest()
        before, left = bytes(terminal.written).rsplit(b"\x1b[?1049l", 1)
        assert b"What was typed is kept." in left
        assert WORDS.encode() not in left
        assert b"Traceback" not in before + left
        assert b"ValueError" not in before + left
        assert terminal.modes_left_on() == []
    assert machine.typed() == WORDS
    logs = [p.read_text() for p in machine.home.rglob("*.log")]
    assert not any(WORDS in log for log in logs)


def test_a_person_is_held_and_then_erased_on_the_person_screen(machine: Machine) -> None:
    with machine.start() as terminal:
        terminal.expect("Locked")
        terminal.press(PASSPHRASE, "enter")
        terminal.expect(REFERENCE)
        terminal.press("p")
        terminal.expect("Person · ")
        terminal.press("k")
        terminal.expect("Held: ")
        terminal.press("e")
        terminal.expect(f"Erase {REFERENCE}?")
        terminal.press(REFERENCE, "enter")
        terminal.expect("Removed on ")
        assert "Out of reach:" in terminal.text
        assert REFERENCE not in terminal.text
        terminal.at_rest()
        terminal.press("escape")
        terminal.expect("Nobody here yet.")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert list(machine.folder.glob("store/**/*.draft")) == []
    assert list(machine.folder.glob("store/p/*")) == []


def test_looks_changes_and_exports_are_in_the_access_log_without_content(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    passphrase_file(machine, monkeypatch)
    for command in ("history", "brief", "export"):
        assert main([command, REFERENCE]) == 0
    assert main(["hold", REFERENCE]) == 0
    with machine.opened() as workspace:
        lines = workspace.vault.access(REFERENCE)
        everything = workspace.vault.access()
    kinds = [line.kind for line in lines]
    assert kinds.count("viewed") >= 3
    assert {"added", "changed", "exported"} <= set(kinds)
    assert any(line.kind == "unlocked" for line in everything)
    assert REFERENCE not in repr(everything)


def test_what_opening_found_is_said_on_the_screen_and_by_commands(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = machine.folder.glob("store/p/*.sealed")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with machine.start() as terminal:
        terminal.expect("Locked")
        terminal.press(PASSPHRASE, "enter")
        terminal.expect(REFERENCE)
        if "Found on opening" not in terminal.text:
            terminal.press("enter")
        assert "A file was damaged." in terminal.expect("Found on opening")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    (file,) = machine.folder.glob("store/p/*.sealed")
    file.write_bytes(file.read_bytes() + b"\0\1")
    passphrase_file(machine, monkeypatch)
    assert main(["verify"]) in (0, 1)
    assert main(["history", REFERENCE]) == 0
    assert "was dropped" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Work", "iCloud Drive"])
def test_a_folder_that_is_copied_elsewhere_is_named_by_doctor(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: str,
) -> None:
    monkeypatch.setenv("SRT_HOME", str(home / folder))
    main(["doctor"])
    assert "copied to a cloud" in capsys.readouterr().out


def test_a_folder_that_is_a_link_is_named_by_doctor(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "elsewhere").mkdir()
    (home / "srt").mkdir()
    (home / "srt" / "store").symlink_to(home / "elsewhere")
    main(["doctor"])
    assert "is a link to another place" in capsys.readouterr().out


def test_all_that_is_made_is_for_the_user_alone_under_any_umask(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0)
    try:
        machine = Machine(home)
        machine.cut_off("f01", "3-p1")
        passphrase_file(machine, monkeypatch)
        (home / "stick").mkdir(mode=0o700)
        assert main(["backup", str(home / "stick")]) == 0
        assert main(["export", REFERENCE, "--to", str(home / "out.json")]) == 0
        assert failure.told(ValueError()) == 1
    finally:
        os.umask(before)
    (machine.folder / "settings.toml").unlink()
    (home / "secret").unlink()
    for path in home.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), (path.name, oct(mode))


def test_no_core_is_dumped_once_the_records_are_open(machine: Machine) -> None:
    script = (
        "import resource\n"
        "import srt_tui.cli.services as s\n"
        "with s.opened(): print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    secret = machine.home / "secret"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE)

    def allowed() -> None:
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

    done = subprocess.run(
        [sys.executable, "-c", script],
        env=machine.env | {"SRT_PASSPHRASE_FILE": str(secret)},
        cwd=ROOT, capture_output=True, text=True, check=True, preexec_fn=allowed,
    )  # fmt: skip
    assert done.stdout.strip() == "0"
