import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.questions import FITS
from srt_tui.domain.record import LIMIT, size
from srt_tui.reports.criss import CUT, CrissNote, criss
from srt_tui.reports.note_room import NoteLine
from srt_tui.reports.notices import NOTE

HEADS = ["CHECK IN", "REVIEW", "INTERVENTION", "SUMMARISE", "SET TASKS"]


def note_of(history: History, pack: Pack, number: int = 1) -> CrissNote:
    session = history.session(number)
    assert session is not None
    return criss(session, history, pack)


def lines(part: tuple[NoteLine, ...]) -> tuple[str, ...]:
    return tuple(line.text for line in part)


def test_the_note_has_five_parts_with_what_was_done_and_said(
    everything: History, pack: Pack
) -> None:
    assert note_of(everything, pack).text == (
        "CHECK IN\n"
        "In the room. Attended late (work).\n"
        "Said what I write down, and what I have to pass on.\n"
        "Number in 4 of 10.\n"
        "Energy middle.\n"
        "Used the time for something live.\n"
        "Went back to “What matters to me” in his own time.\n"
        "He said: “Work is steady.”\n"
        "\n"
        "REVIEW\n"
        "No step was open.\n"
        "\n"
        "INTERVENTION\n"
        "Steady Ground f04 Early signs (story shown to the end, parts of it again; "
        "of the story he said: fits me).\n"
        "Talked: 1 of 6 questions, reached his own. Asked, nothing written down: 1.\n"
        "He said (asked: Where?): “It's the jaw. Always the jaw.”\n"
        "My words: Quieter after that.\n"
        "My number: 6 → 3\n"
        "Left out: Stepping away (no time).\n"
        "\n"
        "SUMMARISE\n"
        "Early signs: done.\n"
        "Number out 3 of 10.\n"
        "He said: “Taking the number with me.”\n"
        "\n"
        "SET TASKS\n"
        "Say my number. How sure: 7 of 10.\n"
        "Next appointment: 1 Dec 2026.\n"
        "\n"
        f"{NOTE}"
    )


def test_the_note_says_why_a_module_was_started_early(make: Any, pack: Pack) -> None:
    why = "next in thinking · early, because it is what is live for him"
    told = make.history([make.opened(reason=why), make.visited("t01")], [make.visited("t02")])
    assert lines(note_of(told, pack).intervention)[0] == (
        "A module was started early: it is what is live for him."
    )
    assert "started early" not in note_of(told, pack, 2).text


def test_nothing_private_is_in_any_note(everything: History, pack: Pack) -> None:
    for session in everything.sessions:
        text = criss(session, everything, pack).text
        assert "PRIVATE" not in text
        assert "safety" not in text.lower()
        assert not re.search(r"\bmarks?\b|check\b(?! in)", text.replace("CHECK IN", ""))


def test_a_sign_noted_early_does_not_change_the_order_of_the_note(make: Any, pack: Pack) -> None:
    done = [make.visited("f04"), make.visited("f01")]
    sign = make.made("sign", sign="push-heat", title="Heat", exercise="f01")
    told, bare = (note_of(make.history(each), pack) for each in ([sign, *done], done))
    assert told.text == bare.text
    assert [line[:17] for line in lines(told.intervention)] == [
        "Steady Ground f04",
        "Steady Ground f01",
    ]


def test_the_look_at_the_step_is_the_review(everything: History, pack: Pack) -> None:
    assert lines(note_of(everything, pack, 2).review) == (
        "Step “Say my number”: half tried. He said: “Twice”",
    )


def test_a_step_that_was_not_looked_at_is_said(make: Any, pack: Pack) -> None:
    history = make.history([make.made("step-set", text="Count the buts")], [], [])
    assert lines(note_of(history, pack, 2).review) == ("Step “Count the buts” was not looked at.",)
    seq = history.steps()[0].seq
    kept = make.made("step-reviewed", step=seq, tried="not", then="shrink")
    later = make.history([make.made("step-set", text="Count the buts")], [], [kept], [])
    assert lines(note_of(later, pack, 2).review) == ("Step “Count the buts” was not looked at.",)
    assert lines(note_of(later, pack, 3).review) == (
        "Step “Count the buts”: not tried. Made smaller.",
    )
    assert lines(note_of(later, pack, 4).review) == ("No step was open.",)


def test_a_look_at_a_step_that_is_not_there_has_no_name(make: Any, pack: Pack) -> None:
    history = make.history([make.made("step-reviewed", step=500, tried="tried", then="keep")])
    assert lines(note_of(history, pack).review) == ("The step: tried. Kept.",)


def test_a_session_with_nothing_in_it_still_has_five_parts(make: Any, pack: Pack) -> None:
    note = note_of(make.history([], open_end=True), pack)
    assert lines(note.check_in) == ("In the room. Whether he came was not written down.",)
    assert lines(note.intervention) == ("No exercise today.",)
    assert lines(note.summarise) == ("Not closed.",)
    assert lines(note.set_tasks) == ("No step this time.",)
    whole = note_of(make.history([make.opened(format="phone")]), pack)
    assert lines(whole.check_in) == ("By phone. Whether he came was not written down.",)
    assert lines(whole.summarise) == ("Nothing more was written down.",)


def shown(make: Any, form: str, *ranges: Any, length: float = 100) -> Any:
    return make.made(
        "clip-shown",
        clip="clip-f01",
        title="x",
        form=form,
        exercise="f01",
        ranges=tuple(make.Range(*each) for each in ranges),
        length=length,
    )


@pytest.mark.parametrize(
    ("form", "ranges", "told"),
    [
        ("transcript", [], "story read"),
        ("transcript", [(0, 100)], "story read to the end"),
        ("transcript", [(0, 50)], "story read in part, to 0:50"),
        ("storyboard", [(0, 100)], "story shown to the end"),
        ("standard", [], "story opened, not shown"),
        ("plain", [(0, 96)], "story shown to the end"),
        ("standard", [(0, 64)], "story shown in part, to 1:04"),
        ("standard", [(0, 64), (10, 20)], "story shown in part, to 1:04, parts of it again"),
    ],
)
def test_a_story_is_shown_or_read_and_never_watched(
    make: Any, pack: Pack, form: str, ranges: Any, told: str
) -> None:
    note = note_of(make.history([shown(make, form, *ranges)]), pack)
    assert lines(note.intervention) == (f"Steady Ground f01 What matters to me ({told}).",)


def test_a_story_of_unknown_length_is_told_without_how_much_of_it(make: Any, pack: Pack) -> None:
    note = note_of(make.history([shown(make, "standard", (0, 30), length=0)]), pack)
    assert lines(note.intervention) == ("Steady Ground f01 What matters to me (story shown).",)


def test_a_story_of_no_exercise_stands_where_it_was_shown(make: Any, pack: Pack) -> None:
    def alone(clip: str, form: str, *ranges: Any) -> Any:
        how = {"form": form, "ranges": ranges, "length": 74}
        return make.made("clip-shown", clip=clip, title=clip[5:].capitalize(), **how)

    note = note_of(
        make.history(
            [
                alone("clip-welcome", "standard", make.Range(0, 10)),
                alone("clip-welcome", "transcript"),
                alone("clip-welcome", "transcript"),
                make.said("Some quiet.", None, prompt="What would make it worth it?"),
                make.visited("f01", title="What matters to me"),
                alone("clip-next", "transcript"),
            ]
        ),
        pack,
    )
    assert lines(note.intervention) == (
        "Steady Ground Welcome (story shown in part, to 0:10; story read).",
        "Steady Ground f01 What matters to me.",
        "Steady Ground Next (story read).",
    )
    assert lines(note.check_in)[1:] == (
        "He said (asked: What would make it worth it?): “Some quiet.”",
    )


def test_an_exercise_of_another_pack_goes_under_that_packs_id(make: Any, pack: Pack) -> None:
    own = make.opened(pack="our-own")
    asked = make.made("prompt-used", exercise="x1", number=2, rung="self", text="?")
    note = note_of(make.history([own, asked, make.visited("x1", title="Ours")]), pack)
    assert lines(note.intervention) == (
        "our-own x1 Ours.",
        "Asked: 1 question; nothing was written down.",
    )
    untitled = note_of(make.history([asked, make.visited("x1", title="", rung="self")]), pack)
    assert lines(untitled.intervention) == (
        "Steady Ground x1 x1.",
        "Asked: 1 question; nothing was written down.",
    )


def test_how_a_story_sat_with_him_is_told_in_the_words_he_picked(make: Any, pack: Pack) -> None:
    for fit, words in FITS:
        told = make.history([make.visited("f04"), make.made("fit", clip="clip-f04", fit=fit)])
        assert f"(of the story he said: {words})" in note_of(told, pack).text


def test_a_visit_without_questions_says_how_far_it_got(make: Any, pack: Pack) -> None:
    visit = make.visited("f01", rung="other", title="What matters to me")
    note = note_of(make.history([visit]), pack)
    assert lines(note.intervention)[1:] == ("Reached the other person's side.",)


def test_an_answer_without_words_and_a_skip_without_reason_read_well(make: Any, pack: Pack) -> None:
    answer = make.made("answer", exercise="f01", field="f01.w1", label="What matters?")
    skip = make.made("skipped", what="clip", id="clip-f01")
    note = note_of(make.history([answer, skip, skip]), pack)
    assert lines(note.intervention)[1:] == (
        "What matters? no answer",
        "Left out: the story “clip-f01”.",
    )


def test_a_long_session_is_cut_with_a_plain_mark_and_keeps_every_part(
    make: Any, pack: Pack
) -> None:
    long = [make.said(f"{n} " + "word " * 900, "f04") for n in range(6)]
    text = note_of(make.history([*long, make.made("step-set", text="Small step")]), pack).text
    assert size(text) <= LIMIT
    assert CUT in text
    assert [head for head in HEADS if head in text] == HEADS
    assert all(f"“{n} word" in text for n in range(6))
    assert "Small step." in text


def test_a_session_with_a_thousand_lines_says_how_many_are_left_out(make: Any, pack: Pack) -> None:
    many = [make.said(f"{n} " + "word " * 30, "f04") for n in range(1000)]
    text = note_of(make.history([*many, make.made("step-set", text="Small step")]), pack).text
    assert size(text) <= LIMIT
    assert re.search(r"\[9\d\d more lines are in the history\.\]", text)
    assert "Small step." in text


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text(max_size=300), max_size=8),
    times=st.integers(min_value=1, max_value=400),
    where=st.lists(st.sampled_from([None, "f01", "f04"]), min_size=8, max_size=8),
)
def test_no_note_is_ever_longer_than_the_record_takes(
    make: Any, pack: Pack, texts: list[str], times: int, where: list[Any]
) -> None:
    said = [make.said(text * times, exercise) for text, exercise in zip(texts, where, strict=False)]
    steps = [make.made("step-set", text=text * times) for text in texts]
    history = make.history([*said, *steps, make.said(" ".join(texts), voice="mine")])
    text = note_of(history, pack).text
    assert size(text) <= LIMIT
    assert [line for line in text.splitlines() if line in HEADS] == HEADS
