"""The commands that print: what they say, and what they leave out."""

import json
from collections.abc import Callable

import pytest

from srt_tui.cli.main import main
from srt_tui.locations import locate

Printed = Callable[..., str]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    """What a command prints when it ends with this code."""

    def run(*typed: str, code: int = 0) -> str:
        assert main(list(typed)) == code, capsys.readouterr().err
        captured = capsys.readouterr()
        return captured.out if code == 0 else captured.out + captured.err

    return run


def test_where_names_every_path_and_says_what_is_not_there_yet(printed: Printed) -> None:
    said = printed("where")
    for path in locate():
        assert str(path) in said
    records = next(line for line in said.splitlines() if line.startswith("records"))
    assert records.endswith("(not there yet)")


def test_doctor_says_what_works_before_there_are_records(printed: Printed) -> None:
    said = printed("doctor")
    assert "24 exercises, 26 stories" in said
    assert "None yet; srt makes them." in said
    assert "There is none here; commands that print still work." in said
    found = json.loads(printed("doctor", "--json"))
    assert {line["what"] for line in found} >= {"program", "terminal", "storyboard", "pack"}


@pytest.mark.usefixtures("records")
def test_doctor_finds_the_records_without_opening_them(printed: Printed) -> None:
    assert "records    Sealed." in printed("doctor")


def test_doctor_fails_where_the_settings_cannot_be_used(printed: Printed) -> None:
    path = locate().settings
    path.parent.mkdir(parents=True)
    path.write_text("idle_minuts = 1")
    assert "Did you mean “idle_minutes”?" in printed("doctor", code=1)


@pytest.mark.usefixtures("records")
def test_the_note_is_the_latest_or_the_one_asked_for(printed: Printed) -> None:
    latest = printed("note", "jd 07")
    for part in ("CHECK IN", "REVIEW", "INTERVENTION", "SUMMARISE", "SET TASKS"):
        assert part in latest
    assert "It's the jaw" in latest
    assert "It's the jaw" not in printed("note", "JD-07", "1")
    assert printed("note", "JD-07", "4") == latest


@pytest.mark.usefixtures("records")
def test_nobody_and_no_such_session_are_plain_failures(printed: Printed) -> None:
    assert printed("note", "ZX-99", code=2).startswith("There is nobody with that reference.")
    assert printed("note", "JD-07", "99", code=2).startswith("There is no such session.")
    assert printed("note", "someone", code=2).startswith("That is not a reference")
