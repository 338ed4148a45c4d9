"""The commands that print: what they say, and what they leave out."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from srt_tui.cli import services
from srt_tui.cli.main import main
from srt_tui.domain.entry import Closed
from srt_tui.locations import locate
from srt_tui.workflow import review

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
def test_the_note_can_be_printed_without_a_reference_on_it(printed: Printed) -> None:
    page = printed("note", "JD-07", "--form", "html")
    assert page.startswith("<!DOCTYPE html>")
    assert "It&#x27;s the jaw" in page
    assert "JD-07" not in page
    assert printed("note", "JD-07", "1", "--form", "md").startswith("# Note · session 1 · ")


@pytest.mark.usefixtures("records")
def test_the_history_can_be_read_by_another_program(printed: Printed) -> None:
    told = json.loads(printed("history", "JD-07", "--json"))
    assert told["reference"] == "JD-07"
    assert "not the official record" in told["notice"].lower()


@pytest.mark.usefixtures("records")
def test_nobody_and_no_such_session_are_plain_failures(printed: Printed) -> None:
    assert printed("note", "ZX-99", code=2).startswith("There is nobody with that reference.")
    assert "Did you mean JD-07?" in printed("brief", "jd07", code=2)
    assert "Did you mean JD-07?" in printed("history", "jd-77", code=2)
    assert "Look at the list: srt." in printed("brief", "ZX-99", code=2)
    assert printed("note", "JD-07", "99", code=2).startswith("There is no such session.")
    assert printed("note", "someone", code=2).startswith("That is not a reference")


@pytest.mark.usefixtures("records")
def test_the_brief_says_what_was_done_what_is_open_and_three_things_with_reasons(
    printed: Printed,
) -> None:
    said = printed("brief", "JD-07")
    assert said.startswith("Brief · JD-07 · ")
    assert "- “It's the jaw. Always the jaw.”" in said
    assert "Step: Say my number three times a day. Not looked at yet." in said
    suggested = said.split("Suggested today")[1].split("How it has been")[0]
    assert suggested.count("\n- ") == 3
    assert "- f05 Stepping away safely: Next in the foundation" in suggested
    stories = said.split("Stories here")[1]
    assert "- With a recording: f05, f04 and e02." in stories


@pytest.mark.usefixtures("records")
def test_the_brief_of_somebody_new_begins_at_the_beginning(printed: Printed) -> None:
    said = printed("brief", "TB-05")
    assert "Not met yet." in said
    assert "- f01 What matters to me" in said


@pytest.mark.usefixtures("records")
def test_the_history_is_what_was_done_and_said(printed: Printed) -> None:
    said = printed("history", "JD-07")
    assert "4 sessions" in said
    assert "f04 Early signs" in said
    assert "Cold water works. Counting does not." in said
    assert "Say my number three times a day" in said
    assert "No session yet." in printed("history", "TB-05")


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("typed", ["brief JD-07", "history JD-07", "supervision JD-07", "evaluate"])
def test_every_report_can_be_text_markdown_or_a_page(typed: str, printed: Printed) -> None:
    text, markdown, page = (printed(*typed.split(), "--form", f) for f in ("text", "md", "html"))
    assert markdown.startswith("# ")
    assert page.startswith("<!DOCTYPE html>")
    assert "://" not in page
    assert text == printed(*typed.split())


@pytest.mark.usefixtures("records")
def test_marks_signs_and_moves_are_on_the_supervision_sheet_and_in_no_shareable_form(
    printed: Printed,
) -> None:
    sheet = printed("supervision", "LN-09")
    assert "My own marks" in sheet
    assert "Against the exercise in f06." in sheet
    assert "Say what you see, kindly" in sheet
    for typed in ("note LN-09", "history LN-09", "evaluate", "export LN-09 --format csv"):
        said = printed(*typed.split())
        assert "My own marks" not in said
        assert "Against the exercise" not in said
        assert "Say what you see" not in said
    assert "My own marks" in printed("supervision", "LN-09", "--since", "2020-01-01")
    assert printed("supervision", "LN-09", "--since", "soon", code=2).startswith(
        "--since: a date is written 2026-03-31."
    )


@pytest.mark.usefixtures("records")
def test_the_next_appointment_is_printed_for_a_calendar(printed: Printed) -> None:
    assert printed("appointment", "JD-07", code=1).startswith("No next appointment was put down.")
    with services.opened() as workspace:
        last = review.history(workspace, "JD-07").sessions[-1].number
        next_on = workspace.today + dt.timedelta(days=7)
        workspace.person("JD-07").append(Closed(at=workspace.now(), session=last, next_on=next_on))
    said = printed("appointment", "JD-07")
    assert f"DTSTART;VALUE=DATE:{next_on:%Y%m%d}" in said
    assert "SUMMARY:Appointment" in said
    assert "JD" not in said


@pytest.mark.usefixtures("records")
def test_the_page_to_take_home_is_the_latest_card_or_those_asked_for(printed: Printed) -> None:
    said = printed("takehome", "JD-07")
    assert "Early signs" in said
    assert "JD-07" not in said
    assert "jaw" not in said
    both = printed("takehome", "JD-07", "f01", "f04", "--words", "--step", "Ring my brother")
    assert "What matters to me" in both
    assert "It's the jaw" in both
    assert "Ring my brother" in both
    assert "Did you mean “f04”?" in printed("takehome", "JD-07", "f4", code=2)


@pytest.mark.usefixtures("records")
def test_the_evaluation_counts_people_and_can_leave_small_counts_out(printed: Printed) -> None:
    counted = json.loads(printed("evaluate", "--json"))
    assert counted["people"] == 8
    assert sum(counted["funnel"].values()) == 8
    shared = json.loads(printed("evaluate", "--json", "--share"))
    assert set(shared["funnel"].values()) == {None}
    assert json.loads(printed("evaluate", "--json", "--as-of", "2020-01-01"))["people"] == 0


@pytest.mark.usefixtures("records")
def test_the_evaluation_as_csv_has_a_codebook_that_names_every_table(printed: Printed) -> None:
    rows = list(csv.DictReader(io.StringIO(printed("evaluate", "--csv"))))
    people = {row["item"]: int(row["count"]) for row in rows if row["table"] == "funnel"}
    assert sum(people.values()) == 8
    shared = csv.DictReader(io.StringIO(printed("evaluate", "--csv", "--share")))
    assert {row["count"] for row in shared if row["table"] == "funnel"} == {""}
    named = {row["name"] for row in csv.DictReader(io.StringIO(printed("evaluate", "--codebook")))}
    assert {row["table"] for row in rows} <= named
    assert "do not go together" in printed("evaluate", "--csv", "--json", code=2)


@pytest.mark.usefixtures("records")
def test_only_lines_that_somebody_marked_leave_a_draft_of_reflections(
    printed: Printed, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.csv"
    draft.write_text(printed("reflections", "draft"))
    assert "JD-07" not in draft.read_text()
    assert printed("reflections", "release", str(draft), code=1).startswith("No line is marked")
    draft.write_text(draft.read_text().replace("\n,f04,", "\nyes,f04,", 1))
    assert len(printed("reflections", "release", str(draft)).splitlines()) == 2
    assert printed("reflections", "release", str(tmp_path), code=1).startswith("That file could")


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
    "typed",
    [
        "note JD-07",
        "brief JD-07",
        "history JD-07",
        "search jaw",
        "verify",
        "export TB-05",
        "evaluate",
    ],
)
def test_no_command_over_records_loads_the_screens_or_vlc(
    typed: str, loaded_by: Callable[..., set[str]]
) -> None:
    found = loaded_by(*typed.split())
    assert "cryptography" in found
    assert found.isdisjoint({"textual", "vlc", "rich"})
