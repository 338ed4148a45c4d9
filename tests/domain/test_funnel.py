import datetime as dt
import runpy
from pathlib import Path
from typing import Any

import msgspec
import pytest

from srt_tui.domain.disclosure import shareable
from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.funnel import Evaluation, evaluate, state
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack

PILOT = Path(__file__).parents[1] / "samples" / "pilot.py"
TODAY = dt.date(2026, 12, 1)

# Morris and others (2021): 55 men referred; who stopped early and why.
EXPECTED = {
    "not-started": 14,
    "stopped": 20,
    "going-on": 3,
    "foundation-done": 12,
    "all-done": 6,
}
BREACHES = {"not-started": 6, "stopped": 6, "going-on": 0, "foundation-done": 0, "all-done": 0}


@pytest.fixture(scope="module")
def pilot() -> list[History]:
    people: Any = runpy.run_path(str(PILOT))["people"]
    return [History.of(msgspec.convert(person["entries"], list[AnyEntry])) for person in people()]


def told(evaluation: Evaluation, table: str, measure: str) -> dict[str, int | None]:
    return {item: row[measure] for item, row in evaluation.tables[table].items()}


def test_the_pilots_funnel_follows_from_the_entries_alone(pilot: list[History], pack: Pack) -> None:
    found = evaluate(pilot, pack, TODAY)
    assert found.people == sum(EXPECTED.values()) == 55
    assert told(found, "funnel", "people") == EXPECTED
    assert told(found, "reasons", "breach") == BREACHES
    for each, reasons in found.tables["reasons"].items():
        assert sum(number or 0 for number in reasons.values()) == EXPECTED[each]


def test_changing_one_person_moves_the_funnel(pilot: list[History], pack: Pack, make: Any) -> None:
    first = make.history([make.visited("f01")])
    found = evaluate([first, *pilot[1:]], pack, TODAY)
    assert told(found, "funnel", "people") == EXPECTED | {"not-started": 13, "going-on": 4}


def test_nobody_is_counted_before_his_first_entry(pilot: list[History], pack: Pack) -> None:
    assert evaluate(pilot, pack, dt.date(2018, 1, 1)).people == 0
    early = evaluate(pilot, pack, dt.date(2019, 1, 31))
    assert early.people == 8
    assert told(early, "reasons", "breach")["not-started"] == 3


def test_the_sample_is_the_same_file_every_time() -> None:
    once, again = (runpy.run_path(str(PILOT))["case_file"]() for _ in range(2))
    assert once == again


def test_the_sample_writes_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "pilot.json"
    monkeypatch.setattr("sys.argv", ["pilot.py", str(out)])
    runpy.run_path(str(PILOT), run_name="__main__")
    assert len(msgspec.json.decode(out.read_bytes())["people"]) == 55


def test_whoever_was_sent_an_appointment_and_never_came_has_not_started(
    make: Any, pack: Pack
) -> None:
    away = make.history([make.made("attended", came="no", reason="none-given")])
    assert state(away, pack.foundation, pack.order) == "not-started"
    assert state(make.history([]), pack.foundation, pack.order) == "going-on"


def test_uptake_outcomes_skips_and_rungs_are_counted_by_exercise(make: Any, pack: Pack) -> None:
    skip = make.made("skipped", what="exercise", id="f02", reason="no-time")
    plain = make.made("skipped", what="exercise", id="f02")
    people = [
        make.history(
            [make.visited("f01", "partly", minutes=10, rung="self"), skip],
            [make.visited("f01", minutes=20), plain, make.said("x", "f03")],
        ),
        make.history([make.visited("f01", "not-today")]),
    ]
    tables = evaluate(people, pack, TODAY).tables
    assert tables["exercises"]["f01"] == {
        "people": 2, "visits": 3, "done": 1, "partly": 1, "not-today": 1, "cut-off": 0,
        "skipped": 0,
    }  # fmt: skip
    assert tables["exercises"]["f03"]["cut-off"] == 1
    assert tables["exercises"]["f02"]["skipped"] == 2
    assert {k: v for k, v in tables["skips"]["f02"].items() if v} == {"no-time": 1, "other": 1}
    assert {k: v for k, v in tables["rungs"]["f01"].items() if v} == {
        "self": 1,
        "not-recorded": 2,
    }
    assert tables["minutes"]["f01"] == {"timed": 2, "median": 15}
    assert tables["minutes"]["f02"] == {"timed": 0, "median": None}


def test_stories_checks_steps_and_sessions_are_counted_without_a_mark(
    make: Any, pack: Pack
) -> None:
    def shown(form: str) -> Any:
        return make.made("clip-shown", clip="clip-f01", title="x", form=form, exercise="f01")

    step = make.made("step-set", text="x")
    history = make.history(
        [make.made("skipped", what="clip", id="clip-f01", reason="refused"), shown("plain")],
        [shown("transcript"), make.made("fit", clip="clip-f01", fit="childish")],
        [make.opened(format="phone"), make.passed(), make.passed(), step],
        [make.his(4, 4, 4, 4, 4), make.passed(), make.made("live-matter"), make.visited("f01")],
        [make.made("attended", came="no")],
        [make.made("rewatched", clip="clip-f01", title="x"), make.made("closed", cut=True)],
    )
    seq = history.steps()[0].seq
    looked = make.made("step-reviewed", step=seq, tried="half")
    tables = evaluate([History.of((*history.entries, looked))], pack, TODAY).tables
    assert tables["clips"]["clip-f01"] == {
        "shown": 1, "read": 1, "own-time": 1, "skipped": 1,
    }  # fmt: skip
    assert tables["fit"]["clip-f01"] == {"fits-me": 0, "partly": 0, "not-me": 0, "childish": 1}
    assert tables["check"] == {"his": {"done": 1, "passed": 1}}
    assert tables["steps"] == {"all": {"tried": 0, "half": 1, "not": 0, "not-looked-at": 0}}
    assert tables["sessions"]["all"] == {
        "held": 5, "did-not-come": 1, "cut-off": 1, "live-matter": 1, "without-exercise": 4,
        "room": 4, "phone": 1, "video": 0,
    }  # fmt: skip


def test_small_cells_are_not_told_nor_can_they_be_worked_out(
    pilot: list[History], pack: Pack
) -> None:
    found = shareable(evaluate(pilot, pack, TODAY))
    assert found.shareable
    assert told(found, "funnel", "people") == {
        "not-started": 14,
        "stopped": 20,
        "going-on": None,
        "foundation-done": 12,
        "all-done": None,
    }
    assert found.tables["reasons"]["not-started"] == {
        "open": None, "completed": 0, "breach": 6, "moved": None, "declined": 5, "other": 0,
    }  # fmt: skip
    assert set(found.tables["reasons"]["all-done"].values()) == {None}
    assert set(found.tables["reasons"]["going-on"].values()) == {None}


def test_no_table_of_the_shareable_form_holds_a_small_count(
    pilot: list[History], pack: Pack
) -> None:
    whole = evaluate(pilot, pack, TODAY)
    found = shareable(whole)
    small = (1, 2, 3, 4)
    assert any(n in small for t in whole.tables.values() for r in t.values() for n in r.values())
    for name, table in found.tables.items():
        for row in table.values():
            assert not any(value in small for value in row.values()), name


def test_one_hidden_part_of_a_sum_hides_another(make: Any, pack: Pack) -> None:
    people = [make.history([make.visited("f01")]) for _ in range(9)]
    people += [make.history([make.visited("f01", "partly")]) for _ in range(2)]
    people += [make.history([make.visited("f02", minutes=9)]) for _ in range(3)]
    tables = shareable(evaluate(people, pack, TODAY)).tables
    assert tables["exercises"]["f01"] == {
        "people": 11, "visits": 11, "done": None, "partly": None, "not-today": 0, "cut-off": 0,
        "skipped": 0,
    }  # fmt: skip
    assert tables["exercises"]["f02"] == {
        "people": None, "visits": None, "done": None, "partly": None, "not-today": None,
        "cut-off": None, "skipped": 0,
    }  # fmt: skip
    assert set(tables["rungs"]["f02"].values()) == {None}
    assert tables["minutes"]["f01"] == {"timed": 0, "median": None}
    assert tables["minutes"]["f02"] == {"timed": None, "median": None}
    assert tables["sessions"]["all"]["phone"] == 0


def test_minutes_of_enough_visits_are_told(make: Any, pack: Pack) -> None:
    people = [make.history([make.visited("f01", minutes=3)]) for _ in range(5)]
    assert shareable(evaluate(people, pack, TODAY)).tables["minutes"]["f01"] == {
        "timed": 5,
        "median": 3,
    }
