"""What is private changes no shareable report by a single character, whatever happened."""

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from srt_tui.domain.disclosure import shareable
from srt_tui.domain.entry import (
    AnyEntry,
    CheckDone,
    Note,
    Repair,
    SafetyRaised,
    SignSeen,
)
from srt_tui.domain.funnel import evaluate
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.reports.access import access_document
from srt_tui.reports.criss import criss, note_document
from srt_tui.reports.evaluation import evaluation_csv, evaluation_document, evaluation_json
from srt_tui.reports.history_rows import history_csv, history_json
from srt_tui.reports.history_summary import history_summary
from srt_tui.reports.reflections import draft as reflections
from srt_tui.reports.render import Form, rendered
from srt_tui.reports.supervision import supervision
from srt_tui.reports.take_home import take_home

TODAY = dt.date(2026, 12, 1)
FORMS: tuple[Form, ...] = ("text", "md", "html")
EXERCISES = st.sampled_from(["f01", "f04", "e02", "r06"])
SECRET = st.text(alphabet="abcXYZ -'“<&", min_size=1, max_size=12).map(lambda s: f"PRIVATE {s}")
MARKS = st.dictionaries(
    st.sampled_from(["1", "2", "3", "4", "5"]),
    st.none() | st.integers(1, 5) | st.sampled_from(["low", "middle", "high"]),
    min_size=1,
)


def without_private(entries: tuple[AnyEntry, ...]) -> tuple[AnyEntry, ...]:
    """The same life with nothing private in it: of each check only that it was done."""
    kept = [e for e in entries if not isinstance(e, SignSeen | Repair | Note | SafetyRaised)]
    return tuple(
        replace(e, marks=dict.fromkeys(e.marks, 3), line="") if isinstance(e, CheckDone) else e
        for e in kept
    )


def shareable_reports(history: History, pack: Pack) -> dict[str, str]:
    """Every report that may leave the practitioner's own screen, in every form it has."""
    whole = evaluate([history], pack, TODAY)
    documents = {
        "summary": history_summary("JD-07", history, pack),
        "evaluation": evaluation_document(whole),
        "shared": evaluation_document(shareable(whole)),
        "take-home": take_home(pack, ["f01", "f04"], history),
    }
    found = {
        "rows": history_csv(history),
        "json": history_json("JD-07", history),
        "counts": evaluation_csv(whole),
        "counts-json": evaluation_json(whole),
        "reflections": reflections([history]),
    }
    for session in history.sessions:
        note = criss(session, history, pack)
        found[f"note {session.number}"] = note.text
        documents[f"note {session.number}"] = note_document(note, session)
    for name, document in documents.items():
        found |= {f"{name} {form}": rendered(document, form) for form in FORMS}
    return found


def private(make: Any) -> st.SearchStrategy[AnyEntry]:
    """Anything that nobody but the practitioner may see."""

    def check(side: str, marks: dict[str, Any], line: str) -> AnyEntry:
        letter = {"his": "p", "mine": "w"}[side]
        given = {f"{letter}{number}": mark for number, mark in marks.items()}
        if all(mark is None for mark in given.values()):
            given[f"{letter}1"] = 2
        entry: AnyEntry = make.made("check", side=side, marks=given, line=line)
        return entry

    return st.one_of(
        st.builds(lambda t, e: make.made("sign", sign="push-heat", title=t, exercise=e),
                  SECRET, st.none() | EXERCISES),
        st.builds(lambda t: make.made("repair", move="own", title=t, result="better"), SECRET),
        st.builds(lambda t, s: make.made("note", text=t, supervision=s), SECRET, st.booleans()),
        st.builds(check, st.sampled_from(["his", "mine"]), MARKS, SECRET),
        st.just(make.made("safety-raised", follow_up=TODAY)),
    )  # fmt: skip


def public(make: Any) -> st.SearchStrategy[AnyEntry]:
    """Anything that was done or said together."""
    return st.one_of(
        st.builds(make.visited, EXERCISES, st.sampled_from(["done", "partly", "not-today"])),
        st.builds(make.said, st.sampled_from(["It's the jaw.", "Fine."]), EXERCISES),
        st.builds(make.number, st.sampled_from(["in", "out"]), st.integers(0, 10)),
        st.builds(lambda e: make.made("skipped", what="exercise", id=e, reason="no-time"),
                  EXERCISES),
        st.just(make.made("step-set", text="Say my number", exercise="f04")),
        st.just(make.passed()),
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_marks_signs_moves_and_private_notes_change_no_shareable_report(
    make: Any, pack: Pack, data: st.DataObject
) -> None:
    sessions = data.draw(
        st.lists(st.lists(public(make) | private(make), max_size=8), min_size=1, max_size=4)
    )
    entries = make.course(*sessions)
    told = shareable_reports(History.of(entries), pack)
    assert told == shareable_reports(History.of(without_private(entries)), pack)
    for name, text in told.items():
        assert "PRIVATE" not in text, name


def test_the_same_things_are_on_the_supervision_sheet_and_in_the_access_export(
    make: Any, pack: Pack
) -> None:
    entries = make.course(
        [
            make.made("sign", sign="push-heat", title="PRIVATE sign"),
            make.made("repair", move="own", title="PRIVATE move", result="better"),
            make.made("note", text="PRIVATE note", supervision=True),
            make.replace(make.mine(2, 4, 3, 3, 2), line="PRIVATE line"),
        ]
    )
    history, bare = History.of(entries), History.of(without_private(entries))
    for document, plain in (
        (supervision("JD-07", history, pack), supervision("JD-07", bare, pack)),
        (
            access_document("JD-07", history, pack.check),
            access_document("JD-07", bare, pack.check),
        ),
    ):
        text = rendered(document, "text")
        assert text != rendered(plain, "text")
        for private_thing in ("sign", "move", "note", "line"):
            assert f"PRIVATE {private_thing}" in " ".join(text.split())
