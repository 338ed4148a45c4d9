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


@pytest.mark.usefixtures("records")
def test_the_brief_says_what_was_done_what_is_open_and_three_things_with_reasons(
    printed: Printed,
) -> None:
    said = printed("brief", "JD-07").splitlines()
    assert said[0].startswith("JD-07 · 30 min · room")
    assert "Foundation: 4 of 8" in said
    assert "“It's the jaw. Always the jaw.”" in said
    assert "Step: Say my number three times a day. Not looked at yet." in said
    assert any("not yet in the record" in line for line in said)
    first = said.index("1 f05 Stepping away safely")
    assert said[first + 1].startswith("  Next in the foundation")
    assert [line[0] for line in said[first:] if line and not line.startswith(" ")] == list("123")
    assert len(said) == len(set(said)) + said.count("") - 1


@pytest.mark.usefixtures("records")
def test_the_brief_of_somebody_new_begins_at_the_beginning(printed: Printed) -> None:
    said = printed("brief", "TB-05")
    assert "Not met yet." in said
    assert "1 f01 What matters to me" in said


@pytest.mark.usefixtures("records")
def test_the_history_is_every_session_with_outcome_and_words(printed: Printed) -> None:
    said = printed("history", "JD-07")
    assert [f"Session {n}" in said for n in range(1, 6)] == [True] * 4 + [False]
    assert "Early signs: done." in said
    assert "He said (asked: What did he do at 4 that worked?): “Cold water works." in said
    assert "Step: Say my number three times a day. Sure: 7." in said
    assert printed("history", "TB-05") == "No session yet.\n"


@pytest.mark.usefixtures("records")
def test_search_finds_every_line_with_all_the_words_and_never_mixes_people(
    printed: Printed,
) -> None:
    assert printed("search", "JAW", "always").splitlines() == [
        next(line for line in printed("search", "jaw").splitlines() if line.startswith("JD-07")),
        "1 found.",
    ]
    everybody = printed("search", "the")
    assert "JD-07" in everybody
    assert "GH-14" in everybody
    assert "JD-07" not in printed("search", "the", "--of", "GH-14")
    assert printed("search", "xyzzy") == "Nothing found.\n"


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    "typed", ["note JD-07", "brief JD-07", "history JD-07", "search jaw", "verify", "export TB-05"]
)
def test_no_command_over_records_loads_the_screens_or_vlc(
    typed: str, loaded_by: Callable[..., set[str]]
) -> None:
    found = loaded_by(*typed.split())
    assert "cryptography" in found
    assert found.isdisjoint({"textual", "vlc", "rich"})
