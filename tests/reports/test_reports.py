import csv
import io
import json
import re
from typing import Any

import msgspec
import pytest

from srt_tui.domain.brief import brief
from srt_tui.domain.disclosure import shareable
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.funnel import evaluate
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.suggest import suggest
from srt_tui.present.prepare import known
from srt_tui.reports import notices
from srt_tui.reports.access import PART_2, access_document, access_json, mentions_others
from srt_tui.reports.brief_page import brief_page
from srt_tui.reports.calendar import appointment
from srt_tui.reports.document import Document
from srt_tui.reports.evaluation import (
    CODEBOOK,
    codebook,
    evaluation_csv,
    evaluation_document,
    evaluation_json,
)
from srt_tui.reports.history_rows import COLUMNS, history_csv, history_json
from srt_tui.reports.history_summary import history_summary
from srt_tui.reports.reflections import draft, released
from srt_tui.reports.render import Form, rendered
from srt_tui.reports.supervision import QUESTIONS, supervision
from srt_tui.reports.take_home import his_lines, take_home, telling


def text(document: Document) -> str:
    return rendered(document, "text")


def flat(document: Document) -> str:
    return " ".join(text(document).split())


# The brief


def test_the_brief_page_holds_the_brief_on_one_page(
    everything: History, make: Any, pack: Pack
) -> None:
    wants = make.made("answer", exercise="f01", field="f01.w1", label="What matters", text="Calm")
    cut = [wants, make.said("x", "f02"), make.made("closed", cut=True)]
    told = make.course([*cut, make.number("in", 7), make.made("sign", sign="us-rush", title="")])
    prefers = make.replace(make.made("preference", preferences=Preferences(leave_out=("drugs",))))
    history = History.of(make.then(told, prefers))
    found = brief(history, pack, make.TODAY)
    ideas = suggest(history, pack, make.TODAY)
    page = text(brief_page("JD-07", found, ideas, clips=["f02: plays"]))
    assert "Brief · JD-07 · 1 Dec 2026" in page
    assert "- f02 The whole picture: It was cut off on 1 Sep: go on with it." in page
    assert "- us-rush on 1 Sep: not picked up since." in page
    assert "- The session of 1 Sep was cut off in f02." in page
    assert "- What matters: “Calm”" in page
    assert "- Number in and out: 1 Sep 7 → –." in page
    assert "- Leave out: drugs." in page
    assert "- Foundation: 0 of 8 done." in page
    assert "- f02: plays" in page
    assert len(page.splitlines()) <= 60
    follow = text(brief_page("JD-07", brief(everything, pack, make.TODAY), ideas))
    assert "- Safety follow-up due 1 Dec: see the official record." in follow
    assert "Step: Say my number. Looked at: half tried." in follow


def test_what_he_wants_kept_or_changed_and_the_next_appointment_come_back(
    make: Any, pack: Pack
) -> None:
    kept = make.replace(make.his(4, 4, 4, 4, 4), line="Less reading, please.")
    closed = make.made("closed", next_on=make.TODAY)
    history = make.history([kept], [make.mine(3, 3, 3, 3, 3), closed])
    found = brief(history, pack, make.TODAY)
    assert (found.keep_or_change, found.next_on) == ("Less reading, please.", make.TODAY)
    page = text(brief_page("JD-07", found, []))
    assert "Next appointment: 1 Dec 2026.\n" in page
    assert "To keep or change, he said\n" in page
    assert "    Less reading, please.\n" in page
    assert "To keep or change: “Less reading, please.”" in known(found)
    passed = brief(make.history([kept], [make.his()]), pack, make.TODAY)
    assert (passed.keep_or_change, passed.next_on) == ("", None)


def test_the_next_appointment_is_a_day_in_a_calendar_and_nothing_more(make: Any) -> None:
    assert appointment(make.TODAY, make.START) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//srt//appointment//EN\r\nBEGIN:VEVENT\r\n"
        "UID:20261201-20260901T090000Z\r\nDTSTAMP:20260901T090000Z\r\n"
        "DTSTART;VALUE=DATE:20261201\r\nSUMMARY:Appointment\r\nCLASS:PRIVATE\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def test_her_private_notes_of_last_time_stand_on_the_brief(make: Any, pack: Pack) -> None:
    noted = make.history([make.made("note", text="Ask about sleep.")])
    page = flat(brief_page("JD-07", brief(noted, pack, make.TODAY), []))
    assert "My private notes ---------------- My words: Ask about sleep." in page


def test_the_brief_page_of_a_new_person_is_short(make: Any, pack: Pack) -> None:
    bare = brief(make.history(), pack, make.TODAY)
    page = text(brief_page("JD-07", bare, []))
    assert "- Not met yet." in page
    assert "Nothing to suggest" in page
    assert "Pick up first" not in page
    assert "- Leave out: nothing." in page


def test_energy_and_a_session_cut_between_exercises_are_on_the_brief(make: Any, pack: Pack) -> None:
    history = make.history([make.made("energy", value="low"), make.made("closed", cut=True)])
    page = text(brief_page("JD-07", brief(history, pack, make.TODAY), []))
    assert "- Energy last time: low." in page
    assert "- The session of 1 Sep was cut off." in page


# Hand-over


def test_the_summary_tells_what_was_done_and_nothing_private(
    everything: History, pack: Pack
) -> None:
    page = flat(history_summary("JD-07", everything, pack))
    for told in (
        "2 sessions, 1 Sep 2026 to 8 Sep 2026.",
        "Foundation 1 of 8.",
        "Ended 1 Dec 2026: moved away.",
        "f04 Early signs 1 1 Sep 2026 done reached his own",
        "1 Sep 2026: done, 17 minutes",
        "Story shown to the end, parts of it again.",
        "Of the story he said: fits me.",
        "My number: 6 → 3.",
        "Left out: The thought (no time).",
        "He said (asked: Where?): It's the jaw. Always the jaw.",
        "My words: Quieter after that.",
        "1 Sep 2026: Say my number. Looked at: half tried.",
        "1 Sep 2026: Left out: Stepping away (no time).",
    ):
        assert told in page
    assert "PRIVATE" not in page
    assert "safety matter" not in page.lower()


def test_a_story_of_no_exercise_is_in_the_summary(make: Any, pack: Pack) -> None:
    read = make.made("clip-shown", clip="clip-welcome", title="Welcome", form="transcript")
    text = rendered(history_summary("JD-07", make.history([read]), pack), "text")
    assert "Stories on their own" in text
    assert "1 Sep 2026: Welcome (story read)." in text


def test_the_summary_says_why_a_module_was_started_early(make: Any, pack: Pack) -> None:
    why = "next in thinking · early, because it is what is live for him"
    told = make.history([make.opened(reason=why), make.visited("t01")], [make.visited("t02")])
    page = flat(history_summary("JD-07", told, pack))
    assert "A module was started early on 1 Sep 2026: it is what is live for him." in page
    assert page.count("started early") == 1
    assert make.History.of([make.made("attended", came="yes", seq=1, session=1)]).last.early == ""


def test_the_summary_of_nobody_seen_says_so(make: Any, pack: Pack) -> None:
    page = text(history_summary("JD-07", make.history(), pack))
    assert "No session yet.\n\nThe next one is prepared on the screen" in page
    missed = make.history([make.made("attended", came="no")])
    assert "1 session he did not come to." in text(history_summary("JD-07", missed, pack))
    talked = make.history([make.said("long day")])
    assert "No exercise has been worked on yet" in text(history_summary("JD-07", talked, pack))


def test_missed_sessions_and_visits_cut_off_are_in_the_summary(make: Any, pack: Pack) -> None:
    history = make.history(
        [make.said("x", "f01")], [make.made("attended", came="no", reason="ill")]
    )
    page = flat(history_summary("JD-07", history, pack))
    assert "1 session he did not come to." in page
    assert "1 Sep 2026: cut off ................... He said: x" in page
    assert "Steps" not in page


def test_rows_hold_everything_said_and_done_and_nothing_private(
    everything: History,
) -> None:
    told = list(csv.DictReader(io.StringIO(history_csv(everything))))
    assert tuple(told[0]) == COLUMNS
    assert {row["kind"] for row in told} == {
        "opened", "attended", "limits-said", "number", "energy", "live-matter", "rewatched",
        "words", "clip-shown", "fit", "prompt-used", "answer", "skipped", "visit", "step-set",
        "step-reviewed", "closed",
    }  # fmt: skip
    assert "PRIVATE" not in history_csv(everything)
    answer = next(row for row in told if row["kind"] == "answer")
    assert (answer["exercise"], answer["label"], answer["number"], answer["after"]) == (
        "f04",
        "My number:",
        "6",
        "3",
    )
    assert {row["whose"] for row in told if row["kind"] == "words"} == {"his", "mine"}


def test_rows_as_json_say_whose_they_are_and_what_they_are_not_for(everything: History) -> None:
    told = msgspec.json.decode(history_json("JD-07", everything))
    assert (told["reference"], told["notice"]) == ("JD-07", notices.SUMMARY)
    assert list(told["rows"][0]) == sorted(COLUMNS, key=COLUMNS.index)
    assert told["rows"][0]["text"] is None


def test_a_session_cut_off_is_a_row_that_says_so(make: Any) -> None:
    told = history_csv(make.history([make.made("closed", cut=True)]))
    assert "closed,,,cut off," in told


# Supervision


def test_the_supervision_sheet_holds_my_side_and_never_his(everything: History, pack: Pack) -> None:
    page = flat(supervision("JD-07", everything, pack))
    for told in (
        "PRIVATE-my-line",
        "PRIVATE-supervision",
        "1 Sep 2026: PRIVATE-sign in f04.",
        "1 Sep 2026: tried “PRIVATE-move”, better after.",
        "My words, 1 Sep 2026: PRIVATE-my-line",
        "Session Direction Pitch Presence Fair say Both jobs",
        "1 Sep 2026 2 4 3 3 2",
        *QUESTIONS,
    ):
        assert told in page
    assert "PRIVATE-his-line" not in page
    assert page.index("PRIVATE-supervision") < page.index("My other private notes")
    assert "My other private notes" in page.partition("PRIVATE-note")[0]


def test_without_other_notes_the_sheet_has_no_place_for_them(make: Any, pack: Pack) -> None:
    told = make.history([make.made("note", text="To take there", supervision=True)])
    assert "other private notes" not in flat(supervision("JD-07", told, pack))


def test_a_later_word_on_a_supervision_note_goes_with_it(make: Any, pack: Pack) -> None:
    course = make.course([make.made("note", text="First thought", supervision=True)])
    seq = next(e.seq for e in course if e.__struct_config__.tag == "note")
    later = [
        make.replace(make.made("addendum", to=seq, text="Second thought"), session=1),
        make.replace(make.made("addendum", to=seq, settles=True), session=1),
        make.replace(make.made("addendum", to=1, text="Something else"), session=1),
    ]
    page = flat(supervision("JD-07", History.of(make.then(course, *later)), pack))
    assert "My words, 1 Sep 2026, added later: Second thought" in page
    assert "Something else" not in page


def test_the_sheet_begins_where_it_is_asked_to_and_says_when_there_is_nothing(
    make: Any, pack: Pack
) -> None:
    sign = make.made("sign", sign="us-rush", title="")
    history = make.history([make.mine(1, 1, 1, 1, 1), sign], [])
    late = flat(supervision("JD-07", history, pack, since=history.sessions[1].date))
    for told in ("Nothing was put down for it.", "Nothing was logged.", "No marks of mine."):
        assert told in late
    whole = flat(supervision("JD-07", history, pack))
    assert "1 Sep 2026: us-rush." in whole


# To keep


def test_the_page_to_keep_holds_cards_and_his_own_words(everything: History, pack: Pack) -> None:
    page = text(take_home(pack, ["f04", "x99"], everything, step="Say my number"))
    assert page == (
        "Steady Ground\n=============\n\n"
        f"{notices.TAKE_HOME}\n\n"
        "Early signs\n-----------\n\n"
        "The card of Early signs.\n\n"
        "In my words\n...........\n\n"
        "- 6 → 3\n- It's the jaw. Always the jaw.\n\n"
        "My step\n-------\n\n"
        "Say my number\n"
    )
    assert telling(take_home(pack, ["f04"], everything)) == ()


def test_without_a_history_the_page_is_the_card_alone(pack: Pack, make: Any) -> None:
    assert "In my words" not in text(take_home(pack, ["f01"]))
    assert "In my words" not in text(take_home(pack, ["f01"], make.history()))


def test_words_that_would_tell_a_stranger_are_named(make: Any, pack: Pack) -> None:
    history = make.history([make.said("My Partner and the courts, my partner", "f01")])
    assert telling(take_home(pack, ["f01"], history)) == ("partner", "court")


def test_at_most_four_of_his_lines_are_offered_the_newest_first(make: Any) -> None:
    said = [make.said(f"line {n}", "f01") for n in range(6)]
    twice = [make.said("line 5", "f01"), make.said("Dunno", "f01"), make.said("x y", "f02")]
    history = make.history(said, twice, [make.said("mine x", "f01", voice="mine")])
    assert his_lines(history, "f01") == ("line 5", "line 4", "line 3", "line 2")


# Access


def test_every_entry_is_in_the_access_export_once(everything: History, pack: Pack) -> None:
    told = msgspec.json.decode(access_json("JD-07", everything))
    first = [entry["seq"] for entry in told["part_1"]]
    second = [entry["seq"] for entry in told["part_2"]]
    assert sorted([*first, *second]) == sorted(entry.seq for entry in everything.entries)
    assert told["notice"] == notices.ACCESS
    page = flat(access_document("JD-07", everything, pack.check))
    for word in ("note", "sign", "move", "my-line", "his-line", "addendum", "new", "supervision"):
        assert f"PRIVATE-{word}" in page


def test_the_marks_are_told_in_the_words_they_were_given_for(make: Any, pack: Pack) -> None:
    told = make.history([make.his(None, None, None, 2), make.mine(3, 3, 3, 3, 1)])
    his = tuple(
        make.replace(item, low="I was not told why", high="I had a say") for item in pack.check.his
    )
    check = make.replace(pack.check, his=his)
    first, second = flat(access_document("JD-07", told, check)).split(PART_2, 1)
    assert "What the marks stand for" in first
    assert "p4 Fair say I was not told why I had a say" in first
    assert "p1 Direction" not in first
    assert "w5 Both jobs" in second
    assert "w5" not in first
    nothing = flat(access_document("JD-07", make.history([make.said("x")]), pack.check))
    assert "stand for" not in nothing


def test_what_must_be_decided_on_is_in_part_two(everything: History, pack: Pack) -> None:
    told = msgspec.json.decode(access_json("JD-07", everything))
    kinds = {entry["kind"] for entry in told["part_2"]}
    assert kinds == {"note", "sign", "repair", "safety-raised", "addendum", "check", "dream"}
    sides = {entry.get("side") for entry in told["part_2"] if entry["kind"] == "check"}
    assert sides == {"mine"}
    first, second = flat(access_document("JD-07", everything, pack.check)).split(PART_2, 1)
    assert "PRIVATE-his-line" in first
    assert "PRIVATE-my-line" in second
    assert "dream (from a newer version)" in second


def test_a_mention_of_someone_else_is_flagged_and_nothing_is_an_empty_part(
    make: Any, pack: Pack
) -> None:
    history = make.history([make.said("My brother rang."), make.said("Steady.")])
    told = msgspec.json.decode(access_json("JD-07", history))
    flagged = [entry["text"] for entry in told["part_1"] if entry.get("may_mention_others")]
    assert flagged == ["My brother rang."]
    page = flat(access_document("JD-07", history, pack.check))
    assert page.endswith("Nothing.")
    assert page.count("may mention someone else") == 2


def test_the_packs_own_questions_are_not_taken_for_a_mention_of_someone(
    make: Any, pack: Pack
) -> None:
    question = "What would your brother say?"
    history = make.history(
        [make.made("prompt-used", exercise="f01", number=1, rung="self", text=question)],
        [make.said("Steady.", "f01", prompt=question)],
        prefers=Preferences(leave_out=("children",)),
    )
    assert "may_mention_others" not in access_json("JD-07", history)
    page = flat(access_document("JD-07", history, pack.check))
    assert "preference preferences: format room, minutes 30" in page
    assert "leave out children" in page


@pytest.mark.parametrize(("words", "found"), [("she said", True), ("the shed", False)])
def test_a_mention_is_a_whole_word(words: str, found: Any) -> None:
    assert mentions_others(words) is found


# Evaluation


def test_the_evaluation_as_json_has_its_funnel_by_state(everything: History, pack: Pack) -> None:
    found = evaluate([everything], pack, everything.sessions[0].date)
    told = msgspec.json.decode(evaluation_json(found))
    assert told["funnel"] == {
        "not-started": 0, "stopped": 1, "going-on": 0, "foundation-done": 0, "all-done": 0,
    }  # fmt: skip
    assert (told["as_of"], told["people"], told["pack"], told["shareable"]) == (
        "2026-09-01",
        1,
        "steady-ground",
        False,
    )
    assert told["exercises"]["f04"]["done"] == 1
    assert told["notice"] == notices.EVALUATION


def test_no_form_of_the_evaluation_holds_a_mark_a_word_or_a_reference(
    everything: History, pack: Pack, make: Any
) -> None:
    found = evaluate([everything], pack, make.TODAY)
    for form in (
        text(evaluation_document(found)),
        evaluation_json(found),
        evaluation_csv(found),
        evaluation_csv(shareable(found)),
    ):
        assert "PRIVATE" not in form
        assert "jaw" not in form
        assert "JD-07" not in form


def test_the_csv_has_one_row_for_each_count_and_the_codebook_a_line_for_each_table(
    everything: History, pack: Pack, make: Any
) -> None:
    found = evaluate([everything], pack, make.TODAY)
    rows = list(csv.DictReader(io.StringIO(evaluation_csv(found))))
    cells = sum(len(row) for table in found.tables.values() for row in table.values())
    assert len(rows) == cells
    assert {row["table"] for row in rows} == set(CODEBOOK) == set(found.tables)
    explained = list(csv.DictReader(io.StringIO(codebook())))
    named = {(row["what"], row["name"]) for row in explained}
    assert named == {("table", t) for t in CODEBOOK} | {("column", c) for c in rows[0]}


def test_the_csv_is_read_by_other_programs_without_a_word_of_explanation(
    everything: History, pack: Pack, make: Any
) -> None:
    found = evaluate([everything], pack, make.TODAY)
    for data in (evaluation_csv(found), evaluation_csv(shareable(found)), codebook()):
        assert data.isascii() or data.encode().decode("utf-8") == data
        assert not data.startswith("\ufeff")
        heading, *rows = csv.reader(io.StringIO(data))
        assert all(re.fullmatch(r"[a-z][a-z_.]*", name) for name in heading)
        assert len(set(heading)) == len(heading)
        assert {len(row) for row in rows} == {len(heading)}
    for row in csv.DictReader(io.StringIO(evaluation_csv(shareable(found)))):
        assert re.fullmatch(r"(\d+(\.\d+)?)?", row["count"])
        assert "NA" not in (row["table"], row["item"], row["title"], row["measure"])


def test_a_count_stands_beside_the_title_of_its_exercise_or_story(
    everything: History, pack: Pack, make: Any
) -> None:
    found = evaluate([everything], pack, make.TODAY)
    rows = list(csv.DictReader(io.StringIO(evaluation_csv(found))))
    titles = {row["item"]: row["title"] for row in rows}
    assert titles["f04"] == "Early signs"
    assert titles["clip-f04"] == pack.clips["clip-f04"].title
    assert titles["not-started"] == ""
    assert json.loads(evaluation_json(found))["titles"]["f04"] == "Early signs"
    page = text(evaluation_document(found))
    assert "f04 Early signs" in page
    assert "clip-f04" not in page
    assert "not started" in page
    assert "not-started" not in page


def test_the_evaluation_page_shows_what_was_used_and_what_is_not_told(
    everything: History, pack: Pack, make: Any
) -> None:
    found = evaluate([everything], pack, make.TODAY)
    page = text(evaluation_document(found))
    assert "1 people." not in page
    assert "1 person. Pack steady-ground 1.0." in page
    assert "stopped          1" in page
    assert "f06" not in page
    hidden = text(evaluation_document(shareable(found)))
    assert "not told" in hidden
    assert "Counts under 5, and any that would give one away, are not told." in hidden
    assert "Nothing yet." in text(evaluation_document(evaluate([], pack, make.TODAY)))


# Reflections


def test_the_draft_holds_his_words_without_person_date_or_order(make: Any) -> None:
    one = make.history([make.said("Zebra jaw", "f04", prompt="Where?"), make.said("no exercise")])
    other = make.history([make.said("A calm day", "f01"), make.said("mine", "f01", voice="mine")])
    assert draft([one, other]) == (
        "keep,exercise,asked,text\n,f01,,A calm day\n,f04,Where?,Zebra jaw\n"
    )
    assert draft([other, one]) == draft([one, other])


def test_only_lines_that_a_person_marked_are_released(make: Any) -> None:
    edited = draft([make.history([make.said("Jaw", "f04"), make.said("Calm", "f01")])])
    marked = edited.replace(",f04", "Yes ,f04")
    assert released(marked) == "exercise,asked,text\nf04,,Jaw\n"
    with pytest.raises(SrtError, match="No line is marked"):
        released(edited)


@pytest.mark.parametrize("wrong", ["", "a,b\n1,2\n"])
def test_another_file_is_not_taken_for_a_draft(wrong: str) -> None:
    with pytest.raises(SrtError) as refused:
        released(wrong)
    assert refused.value.exit_code == Exit.USAGE


def test_every_report_says_what_it_may_not_be_used_for(
    everything: History, pack: Pack, make: Any
) -> None:
    found = brief(everything, pack, make.TODAY)
    documents = [
        brief_page("JD-07", found, ()),
        history_summary("JD-07", everything, pack),
        supervision("JD-07", everything, pack),
        access_document("JD-07", everything, pack.check),
        evaluation_document(evaluate([everything], pack, make.TODAY)),
        take_home(pack, ["f04"]),
    ]
    assert len({document.notice for document in documents}) == len(documents)
    forms: tuple[Form, ...] = ("text", "md", "html")
    for document in documents:
        assert "not" in document.notice.lower().split()
        for form in forms:
            assert document.title.split()[0] in rendered(document, form)
