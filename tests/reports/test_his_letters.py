"""What he said stands in every report to the letter, and nothing in it acts on a terminal."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.reports.access import access_document, access_json
from srt_tui.reports.criss import criss, note_document
from srt_tui.reports.document import Document
from srt_tui.reports.history_rows import history_csv, history_json
from srt_tui.reports.history_summary import history_summary
from srt_tui.reports.reflections import draft
from srt_tui.reports.render import rendered
from srt_tui.reports.supervision import supervision
from srt_tui.reports.take_home import take_home

HIS = (
    "us four \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 at home",
    "thumbs \U0001f44d\U0001f3fe up",
    "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f \U0001f1ec\U0001f1e7",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 is what I want",
    "\u0915\u094d\u200d\u0937 joined",
    "cafe\u0301 and caf\u00e9",
    "10\u202fpounds and 5\u00a0more, a\u2009gap",
    "soft\u00adhyphen here",
    "\u2764\ufe0f and \u263a\ufe0e",
    "\U0001fae8 shaking",
    "\u05e9\u05dc\u05d5\u05dd said \u200f my gran",
    "1\ufe0f\u20e3 first",
)
ACTS = ("\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\x00", "\x7f", "\u202e", "\u2066", "\x85", "\u2028")


def every_report(history: History, pack: Pack) -> Iterator[tuple[str, str]]:
    """All reports about one person in all their forms, by name."""
    session = history.sessions[0]
    note = criss(session, history, pack)
    documents: dict[str, Document] = {
        "note": note_document(note, session),
        "history": history_summary("JD-07", history, pack),
        "supervision": supervision("JD-07", history, pack),
        "access": access_document("JD-07", history, pack.check),
        "keep": take_home(pack, ["f04"], history, step="A step"),
    }
    yield "note as text", note.text
    for name, document in documents.items():
        for form in ("text", "md", "html"):
            yield f"{name} as {form}", rendered(document, form)
    yield "history as csv", history_csv(history)
    yield "history as json", history_json("JD-07", history)
    yield "access as json", access_json("JD-07", history)
    yield "reflections", draft([history])


@pytest.mark.parametrize("his", HIS)
def test_his_words_stand_in_every_report_to_the_letter(make: Any, pack: Pack, his: str) -> None:
    history = make.history([make.said(his, "f04"), make.visited("f04")])
    for name, text in every_report(history, pack):
        whole = json.dumps(json.loads(text), ensure_ascii=False) if "json" in name else text
        if name.startswith("supervision"):
            continue
        assert his in whole.replace("\\", ""), name


@pytest.mark.parametrize("sign", ACTS, ids=ascii)
def test_nothing_in_a_report_acts(make: Any, pack: Pack, sign: str) -> None:
    spiked = f"before{sign}after it"
    history = make.history(
        [
            make.said(spiked, "f04", prompt=spiked),
            make.said(spiked, "f04", voice="mine"),
            make.said(spiked),
            make.made("answer", exercise="f04", field="f04.w1", label=spiked, text=spiked),
            make.made("answer", exercise="f04", field="f04.w2", label="x", picked=(spiked,)),
            make.made("clip-shown", clip="clip-f04", title=spiked, form="plain", exercise="f04"),
            make.made("clip-shown", clip="clip-x", title=spiked, form="plain"),
            make.made("skipped", what="exercise", id="f05", title=spiked),
            make.made("sign", sign="away-short", title=spiked),
            make.made("repair", move="own", title=spiked),
            make.made("note", text=spiked, supervision=True),
            make.made("rewatched", clip="clip-f04", title=spiked),
            make.visited("f04", title=spiked),
            make.made("step-set", text=spiked),
            make.opened(reason=f"early, because {spiked}"),
        ],
        [make.made("step-reviewed", step=16, tried="half", text=spiked)],
    )
    for name, text in every_report(history, pack):
        acting = [each for each in text if not each.isprintable() and each not in "\n\t"]
        assert not acting, name
        if name != "keep as text":
            assert "before" in text, name


def test_a_cell_of_several_lines_is_one_cell_for_every_reader(make: Any) -> None:
    history = make.history([make.said("one\r\ntwo\rthree\nfour", "f04")])
    rows = list(csv.DictReader(io.StringIO(history_csv(history), newline="")))
    assert [row["text"] for row in rows if row["kind"] == "words"] == ["one\ntwo\nthree\nfour"]


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_lines_stay_lines_in_every_form_of_the_note(make: Any, pack: Pack, form: Any) -> None:
    history = make.history([make.said("one\r\ntwo\n\nthree", "f04")])
    session = history.sessions[0]
    text = rendered(note_document(criss(session, history, pack), session), form)
    lines = [line.strip(" \\") for line in text.splitlines()]
    start = next(n for n, line in enumerate(lines) if line.endswith("“one"))
    assert lines[start + 1 : start + 4] == [
        "two",
        "",
        "three”" if form != "html" else "three”</li>",
    ]
