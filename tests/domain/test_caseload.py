import datetime as dt
from typing import Any

import msgspec
import pytest

from srt_tui.domain.caseload import (
    DUE_KINDS,
    Case,
    Due,
    due,
    filtered,
    next_due,
    ordered,
    summarise,
    timed,
)
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences

FIRST = dt.date(2026, 9, 1)
TODAY = dt.date(2026, 9, 3)


def case_of(pack: Pack, entries: Any, reference: str = "JD-07") -> Case:
    tags = {id: exercise.sensitivities for id, exercise in pack.exercises.items()}
    return summarise(reference, entries, pack.foundation, pack.order, tags)


def recorded(make: Any, at: dt.datetime, session: int = 1) -> Any:
    return msgspec.structs.replace(make.made("recorded"), at=at, session=session)


def test_a_new_person_waits_for_a_first_meeting(make: Any, pack: Pack) -> None:
    case = case_of(pack, make.course())
    assert (case.referred, case.last, case.sessions, case.next) == (FIRST, None, 0, "f01")
    assert case.brief == ("Not met yet.",)
    assert due(case, TODAY) == ()


def test_a_person_without_any_entry_has_a_case(pack: Pack) -> None:
    case = case_of(pack, ())
    assert (case.referred, case.next, due(case, TODAY)) == (None, "f01", ())
    assert ordered([case], "last-seen", TODAY) == (case,)


def test_a_case_goes_into_the_index_and_comes_back_the_same(make: Any, pack: Pack) -> None:
    prefers = Preferences(minutes=20, leave_out=("alcohol",), suits=("plain",), format="phone")
    case = case_of(pack, make.course([make.visited("f01")], prefers=prefers))
    assert (case.minutes, case.leave_out, case.suits, case.format) == (
        20,
        ("alcohol",),
        ("plain",),
        "phone",
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(case), type=Case) == case
    assert msgspec.json.decode(msgspec.json.encode(case), type=Case) == case


def test_the_brief_lines_say_what_was_done_said_set_and_what_slipped(make: Any, pack: Pack) -> None:
    entries = make.course(
        [
            make.said("Nothing new at home, and work is steady as it goes."),
            make.said("It's the jaw. Always the jaw.", "f04"),
            make.said("quiet after that", "f04", voice="mine"),
            make.visited("f04", "partly", title="Early signs"),
            make.made("step-set", text="Say my number three times a day."),
            make.made("sign", sign="away-short", title="Short answers"),
        ]
    )
    assert case_of(pack, entries).brief == (
        "Last time: Early signs (partly done).",
        "His words: “It's the jaw. Always the jaw.”",
        "Step: Say my number three times a day. Not looked at yet.",
        "Slipped: short answers on 1 Sep (not picked up since).",
    )


def test_what_is_due_comes_in_the_order_in_which_it_presses(make: Any, pack: Pack) -> None:
    follow_up = make.made("safety-raised", follow_up=dt.date(2026, 9, 10))
    step = make.made("step-set", text="Count the buts")
    entries = make.course([step, follow_up, make.said("x", "f01"), make.made("closed", cut=True)])
    case = case_of(pack, entries)
    assert [(each.kind, each.on) for each in due(case, TODAY)] == [
        ("follow-up", dt.date(2026, 9, 10)),
        ("unfinished", FIRST),
        ("note", FIRST),
        ("step", FIRST),
    ]
    assert (case.next, case.go_on) == ("f01", True)


def test_the_oldest_note_not_in_the_record_is_due_until_it_is_marked(make: Any, pack: Pack) -> None:
    course = make.course([], [make.made("recorded")], [])
    assert case_of(pack, course).note == FIRST
    later = make.then(course, recorded(make, make.START))
    assert case_of(pack, later).note == dt.date(2026, 9, 15)


def test_a_session_never_closed_waits_for_its_note_once_another_has_begun(
    make: Any, pack: Pack
) -> None:
    running = make.course([make.said("x")], open_end=True)
    assert case_of(pack, running).note is None
    at = make.START + dt.timedelta(days=7)
    next_one = msgspec.structs.replace(make.opened(), at=at, session=2)
    assert case_of(pack, make.then(running, next_one)).note == FIRST


def test_whom_she_meets_today_comes_first_and_a_date_that_passed_without_a_word_is_due(
    make: Any, pack: Pack
) -> None:
    meets = FIRST + dt.timedelta(days=7)
    waiting = make.course([make.made("closed", next_on=meets)])
    case = case_of(pack, make.then(waiting, recorded(make, make.START)))
    assert case.appointment == meets
    assert due(case, FIRST) == ()
    assert due(case, meets) == (Due(kind="today", on=meets),)
    assert due(case, meets + dt.timedelta(days=1)) == (Due(kind="passed", on=meets),)
    other = msgspec.structs.replace(case, reference="AA-01", appointment=None, follow_up=FIRST)
    assert [each.reference for each in ordered([other, case], "due", meets)] == ["JD-07", "AA-01"]


def test_another_session_or_the_end_of_the_work_lets_go_of_the_date(make: Any, pack: Pack) -> None:
    meets = FIRST + dt.timedelta(days=7)
    waiting = make.course([make.made("closed", next_on=meets)])
    missed = make.course([make.made("closed", next_on=meets)], [make.made("attended", came="no")])
    assert case_of(pack, missed).appointment is None
    ended = make.then(waiting, make.made("ended", on=FIRST, reason="completed"))
    assert case_of(pack, ended).appointment is None


def test_four_weeks_without_a_session_are_said(make: Any, pack: Pack) -> None:
    met = case_of(pack, make.course([make.made("recorded")]))
    waiting = case_of(pack, make.course())
    for case in (met, waiting):
        assert due(case, FIRST + dt.timedelta(days=27)) == ()
        assert [d.kind for d in due(case, FIRST + dt.timedelta(days=28))] == ["quiet"]
        assert [d.kind for d in due(case, FIRST + dt.timedelta(days=14), quiet_weeks=2)] == [
            "quiet"
        ]


def test_a_working_copy_is_to_go_some_days_after_all_is_ended_and_recorded(
    make: Any, pack: Pack
) -> None:
    course = make.course([make.made("step-set", text="x"), make.made("closed", cut=True)])
    ended = make.then(course, make.made("ended", on=dt.date(2026, 9, 2), reason="completed"))
    waiting = case_of(pack, ended)
    assert (waiting.ended, waiting.settled, waiting.step) == ("completed", None, None)
    assert [d.kind for d in due(timed(waiting, 28), TODAY)] == ["note"]
    marked = make.then(ended, recorded(make, make.START + dt.timedelta(days=4)))
    case = case_of(pack, marked)
    assert case.settled == dt.date(2026, 9, 5)
    clocked = timed(case, 28)
    assert due(clocked, dt.date(2026, 10, 2)) == ()
    assert [(d.kind, d.on) for d in due(clocked, dt.date(2026, 10, 3))] == [
        ("purge", dt.date(2026, 10, 3))
    ]
    held = make.then(marked, make.made("hold"))
    assert due(timed(case_of(pack, held), 28), dt.date(2026, 12, 3)) == ()
    freed = make.then(held, make.made("hold", on=False))
    assert due(timed(case_of(pack, freed), 28), dt.date(2026, 10, 3))
    assert due(case, dt.date(2027, 10, 3)) == ()


def test_the_next_exercise_is_never_one_he_leaves_out(make: Any, pack: Pack) -> None:
    prefers = Preferences(leave_out=("physical-violence", "f03"))
    entries = make.course([make.visited("f01")], prefers=prefers)
    assert case_of(pack, entries).next == "f04"
    cut = make.course([make.said("x", "f02")], prefers=prefers, open_end=True)
    assert (case_of(pack, cut).next, case_of(pack, cut).go_on) == ("f01", False)


def test_without_tags_of_the_pack_the_next_exercise_goes_by_order_alone(make: Any) -> None:
    entries = make.course([make.visited("f01")], prefers=Preferences(leave_out=("money",)))
    assert summarise("JD-07", entries, ("f01",), ("f01", "f02")).next == "f02"
    assert summarise("JD-07", entries, ("f01",), ("f01",)).next is None


def cases() -> list[Case]:
    return [
        Case(reference="MK-02", last=dt.date(2026, 8, 30)),
        Case(reference="AB-01", last=dt.date(2026, 8, 1), note=FIRST),
        Case(reference="TB-05", referred=dt.date(2026, 8, 20)),
        Case(reference="RS-11", last=FIRST, follow_up=dt.date(2026, 9, 9), step=FIRST),
        Case(reference="AA-09", last=dt.date(2026, 1, 1), ended="moved"),
        Case(reference="CC-03", last=FIRST, ended="breach", note=FIRST),
    ]


@pytest.mark.parametrize(
    ("by", "references"),
    [
        ("due", ["RS-11", "AB-01", "MK-02", "TB-05", "CC-03", "AA-09"]),
        ("reference", ["AB-01", "MK-02", "RS-11", "TB-05", "AA-09", "CC-03"]),
        ("last-seen", ["AB-01", "TB-05", "MK-02", "RS-11", "AA-09", "CC-03"]),
    ],
)
def test_the_caseload_is_put_in_order(by: Any, references: list[str]) -> None:
    assert [case.reference for case in ordered(cases(), by, TODAY)] == references


def test_the_caseload_is_narrowed_by_reference_and_by_what_is_due() -> None:
    def found(**how: Any) -> list[str]:
        return [case.reference for case in filtered(cases(), TODAY, **how)]

    assert found() == ["MK-02", "AB-01", "TB-05", "RS-11", "CC-03"]
    assert found(ended=True) == ["MK-02", "AB-01", "TB-05", "RS-11", "AA-09", "CC-03"]
    assert found(find=" 0", ended=True) == ["MK-02", "AB-01", "TB-05", "AA-09", "CC-03"]
    assert found(find="rs") == ["RS-11"]
    assert found(kinds=("note", "step")) == ["AB-01", "RS-11", "CC-03"]


def test_one_thing_due_after_another_is_gone_through_and_what_waits_for_nobody_is_passed() -> None:
    kinds: list[Any] = [None]
    for _ in range(6):
        kinds.append(next_due(cases(), TODAY, kinds[-1]))
        if kinds[-1] is None:
            break
    waiting = {each.kind for case in cases() for each in due(case, TODAY)}
    assert kinds[-1] is None
    assert kinds[1:-1] == sorted(waiting, key=DUE_KINDS.index)
    assert next_due([], TODAY, None) is None
