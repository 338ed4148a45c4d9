"""What the note says of forty ways through a session, and why it is true.

Each way is made of the entries that such a session keeps. A sentence may name an act only where an
entry of it is there.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.structure import STAGE_IDS, Stage, StagePrompt
from srt_tui.reports.criss import criss
from srt_tui.reports.notices import NOTE

Make = Any
ASKED = "What are your three signs?"
TAKE = "In one line, what are you taking with you?"
WORTH = "I had this in mind for today. What would make it worth your time?"


class Way(NamedTuple):
    """A way through a session: its entries, where the note tells of it, what it says, and why."""

    name: str
    entries: Callable[[Make], Sequence[AnyEntry]]
    part: str
    says: tuple[str, ...]
    why: str


def prompt(make: Make, number: int = 3, rung: str = "self", text: str = ASKED) -> AnyEntry:
    made: AnyEntry = make.made("prompt-used", exercise="f04", number=number, rung=rung, text=text)
    return made


def story(
    make: Make, form: str = "standard", *ranges: tuple[float, float], **more: Any
) -> AnyEntry:
    values = {"clip": "clip-f04", "title": "Early signs", "exercise": "f04", "length": 74.0}
    shown = tuple(make.Range(*each) for each in ranges)
    made: AnyEntry = make.made("clip-shown", form=form, ranges=shown, **{**values, **more})
    return made


def left(make: Make, outcome: str = "done", **more: Any) -> AnyEntry:
    made: AnyEntry = make.visited("f04", outcome, title="Early signs", **more)
    return made


def skip(make: Make, what: str, id: str, reason: str | None = "no-time", **more: Any) -> AnyEntry:
    made: AnyEntry = make.made("skipped", what=what, id=id, reason=reason, **more)
    return made


TALKED = "Talked: 1 of 6 questions, reached his own."
SILENT = "Asked: 1 of 6 questions; nothing was written down."
F04 = "Steady Ground f04 Early signs."
WAYS = (
    Way("nothing at all", lambda _: [], "INTERVENTION", ("No exercise today.",),
        "no entry of work"),
    Way("nobody was asked whether he came", lambda _: [], "CHECK IN",
        ("In the room. Whether he came was not written down.",), "no attended"),
    Way("he came", lambda m: [m.made("attended", came="yes")], "CHECK IN",
        ("In the room. Attended.",), "attended yes"),
    Way("late", lambda m: [m.made("attended", came="late", reason="travel")], "CHECK IN",
        ("In the room. Attended late (travel).",), "attended late, with its class"),
    Way("left early", lambda m: [m.made("attended", came="left-early")], "CHECK IN",
        ("In the room. Left early.",), "no reason was given to us"),
    Way("missed", lambda m: [m.made("attended", came="no", reason="ill")], "CHECK IN",
        ("Did not come (ill).",), "he was in no room"),
    Way("missed without a word", lambda m: [m.made("attended", came="no", reason="none-given")],
        "CHECK IN", ("Did not come (no reason given).",), "that none was given is the entry"),
    Way("by telephone", lambda m: [m.opened(format="phone"), m.made("attended", came="yes")],
        "CHECK IN", ("By phone. Attended.",), "opened by phone"),
    Way("the limits were said", lambda m: [m.made("attended", came="yes"), m.made("limits-said")],
        "CHECK IN", ("In the room. Attended.",
                     "Said what I write down, and what I have to pass on."), "limits-said"),
    Way("his number in", lambda m: [m.number("in", 4)], "CHECK IN",
        ("In the room. Whether he came was not written down.", "Number in 4 of 10."), "number in"),
    Way("a word for a number", lambda m: [m.number("in", "middle")], "CHECK IN",
        ("In the room. Whether he came was not written down.", "Number in middle."),
        "a word is never turned into a number"),
    Way("a number put right", lambda m: [m.number("in", 4), m.number("in", 6)], "CHECK IN",
        ("In the room. Whether he came was not written down.", "Number in 6 of 10."), "the last"),
    Way("his number out", lambda m: [m.number("out", 3)], "SUMMARISE",
        ("Number out 3 of 10.",), "number out"),
    Way("a question passed in silence", lambda m: [prompt(m), left(m)], "INTERVENTION",
        (F04, SILENT), "prompt-used without words"),
    Way("silence, with the rung that asking it had kept",
        lambda m: [prompt(m), left(m, rung="self")],
        "INTERVENTION", (F04, SILENT),
        "a rung is reached when something was said"),
    Way("a question that he answered",
        lambda m: [prompt(m), m.said("The jaw.", "f04", prompt=ASKED), left(m, rung="self")],
        "INTERVENTION", (F04, TALKED,
                         f"He said (asked: {ASKED}): “The jaw.”"), "words at that question"),
    Way("one answered and a higher one in silence",
        lambda m: [prompt(m), m.said("The jaw.", "f04", prompt=ASKED),
                   prompt(m, 5, "skill", "Try it?"), left(m, rung="skill")],
        "INTERVENTION", (F04, f"{TALKED} Asked, nothing written down: 1.",
                         f"He said (asked: {ASKED}): “The jaw.”"), "words at the lower one alone"),
    Way("my words at a question",
        lambda m: [prompt(m), m.said("Showed me his fists.", "f04", voice="mine", prompt=ASKED),
                   left(m)],
        "INTERVENTION", (F04, TALKED,
                         f"My words (asked: {ASKED}): Showed me his fists."), "words of mine"),
    Way("a rung that was marked", lambda m: [left(m, rung="other")], "INTERVENTION",
        (F04, "Reached the other person's side."), "no question was asked: it was marked"),
    Way("asked twice, by going back", lambda m: [prompt(m), prompt(m), left(m)], "INTERVENTION",
        (F04, SILENT), "one question"),
    Way("two answers to one question",
        lambda m: [prompt(m), m.said("The jaw.", "f04", prompt=ASKED),
                   m.said("And my fists.", "f04", prompt=ASKED), left(m)],
        "INTERVENTION", (F04, TALKED,
                         f"He said (asked: {ASKED}): “The jaw.”", "He also said: “And my fists.”"),
        "both are there; the question stands once"),
    Way("words that belong to no question", lambda m: [m.said("It was raining.", "f04"), left(m)],
        "INTERVENTION", (F04, "He said: “It was raining.”"), "words without a prompt"),
    Way("words put right",
        lambda m: [left(m), m.made("words", seq=0, voice="his", text="The jar.", exercise="f04"),
                   m.made("words", voice="his", text="The jaw.", exercise="f04", corrects=4)],
        "INTERVENTION", (F04, "He said: “The jaw.”"), "the right words, once"),
    Way("the story to its end", lambda m: [story(m, "standard", (0, 74)), left(m)], "INTERVENTION",
        ("Steady Ground f04 Early signs (story shown to the end).",), "its range"),
    Way("the player was ended in the middle", lambda m: [story(m, "standard", (0, 20)), left(m)],
        "INTERVENTION", ("Steady Ground f04 Early signs (story shown in part, to 0:20).",),
        "as far as it came"),
    Way("the player was ended before a picture came", lambda m: [story(m), left(m)], "INTERVENTION",
        ("Steady Ground f04 Early signs (story opened, not shown).",), "no range at all"),
    Way("the story was read", lambda m: [story(m, "transcript"), left(m)], "INTERVENTION",
        ("Steady Ground f04 Early signs (story read).",), "its form"),
    Way("parts of it again", lambda m: [story(m, "plain", (0, 74), (10, 30)), left(m)],
        "INTERVENTION",
        ("Steady Ground f04 Early signs (story shown to the end, parts of it again).",), "ranges"),
    Way("how the story sat", lambda m: [story(m, "plain", (0, 74)),
                                       m.made("fit", clip="clip-f04", fit="not-me"), left(m)],
        "INTERVENTION", (f"{F04[:-1]} (story shown to the end; of the story he said: not me).",),
        "fit"),
    Way("the story alone left out",
        lambda m: [skip(m, "clip", "clip-f04", "does-not-fit", title="Early signs"),
                   prompt(m), m.said("The jaw.", "f04", prompt=ASKED), left(m)],
        "INTERVENTION", (F04, TALKED,
                         f"He said (asked: {ASKED}): “The jaw.”",
                         "Left out: the story “Early signs” (does not fit)."),
        "the exercise was worked on"),
    Way("the exercise left out", lambda m: [skip(m, "exercise", "f04", "refused",
                                                  title="Early signs"), left(m, "not-today")],
        "INTERVENTION", ("Left out: Early signs (did not want to).",), "no work of it is there"),
    Way("left out after it was begun",
        lambda m: [story(m, "plain", (0, 74)), skip(m, "exercise", "f04", title="Early signs"),
                   left(m, "not-today")],
        "INTERVENTION", ("Steady Ground f04 Early signs (story shown to the end).",
                         "Left out: Early signs (no time)."), "the story is there"),
    Way("another taken for it", lambda m: [skip(m, "exercise", "f04", instead="e02",
                                                 title="Early signs")],
        "INTERVENTION", ("Left out: Early signs (no time); e02 instead.",), "instead"),
    Way("a question left out", lambda m: [skip(m, "prompt", "f04.p3", title=ASKED), left(m)],
        "INTERVENTION", (F04,), "neither asked nor talked about"),
    Way("an answer without words",
        lambda m: [m.made("answer", exercise="f04", field="f04.w1", label="A line of mine"),
                   left(m)], "INTERVENTION", (F04, "A line of mine: no answer"),
        "the answer is there, and empty"),
    Way("partly done", lambda m: [left(m, "partly")], "SUMMARISE", ("Early signs: partly done.",),
        "the outcome"),
    Way("no outcome was given", lambda m: [prompt(m)], "SUMMARISE",
        ("Nothing more was written down.",), "no visit entry"),
    Way("stopped part way", lambda m: [m.made("closed", cut=True)], "SUMMARISE",
        ("Stopped part way.",), "closed, cut"),
    Way("what he said on arriving", lambda m: [m.said("Some quiet.", prompt=WORTH), left(m)],
        "CHECK IN", ("In the room. Whether he came was not written down.",
                     f"He said (asked: {WORTH}): “Some quiet.”"), "a question of that stage"),
    Way("what he said at the step",
        lambda m: [left(m), m.said("My brother.", prompt="Who could help you with it?")],
        "SET TASKS", ("He said (asked: Who could help you with it?): “My brother.”",
                      "No step this time."), "a question of that stage"),
    Way("what he takes with him",
        lambda m: [left(m), m.said("The number.", prompt=TAKE)], "SUMMARISE",
        ("Early signs: done.", f"He said (asked: {TAKE}): “The number.”"),
        "a question of that stage"),
    Way("what he said of the welcome",
        lambda m: [m.said("It is calm.", clip="clip-welcome", moment=12.0)], "INTERVENTION",
        ("He said: “It is calm.”",), "words at a story"),
    Way("a word on arriving put right",
        lambda m: [m.said("Sum quiet.", prompt=WORTH),
                   m.said("Some quiet.", prompt=WORTH, corrects=3)],
        "CHECK IN", ("In the room. Whether he came was not written down.",
                     f"He said (asked: {WORTH}): “Some quiet.”"), "the right words, once"),
    Way("a step, and how sure", lambda m: [m.made("step-set", text="Say my number.", sure=7)],
        "SET TASKS", ("Say my number. How sure: 7 of 10.",), "step-set"),
    Way("a step, with the next day", lambda m: [m.made("step-set", text="Say my number"),
                                               m.made("closed", next_on=m.TODAY)],
        "SET TASKS", ("Say my number.", "Next appointment: 1 Dec 2026."), "closed with a day"),
    Way("a live matter", lambda m: [m.made("live-matter")], "CHECK IN",
        ("In the room. Whether he came was not written down.", "Used the time for something live."),
        "live-matter"),
)  # fmt: skip


def staged(pack: Pack) -> Pack:
    """The pack with a question at some of its stages."""
    asks = {
        "arrive": WORTH,
        "plan": "Who could help you with it?",
        "close": TAKE,
    }

    def stage(id: Any) -> Stage:
        room = (StagePrompt(text=f'"{asks[id]}" Then wait.'),) if id in asks else ()
        return Stage(id=id, title=id, minutes={}, room=room, phone=(), no_player=())

    return replace(pack, stages=tuple(map(stage, STAGE_IDS)))


def note(history: History, pack: Pack) -> dict[str, tuple[str, ...]]:
    session = history.session(1)
    assert session is not None
    return dict(criss(session, history, staged(pack)).parts)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_the_note_says_what_happened_and_no_more(make: Make, pack: Pack, way: Way) -> None:
    told = note(make.history(way.entries(make)), pack)
    assert told[way.part] == way.says, way.why


def test_there_are_forty_ways_and_no_two_are_one() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS) >= 40
    assert all(way.why for way in WAYS)


def test_a_session_that_was_not_closed_says_so(make: Make, pack: Pack) -> None:
    assert note(make.history([left(make)], open_end=True), pack)["SUMMARISE"][-1] == "Not closed."


NAMES = (
    (
        r"^(?:\S+ \S+ \S+\. )?Attended|Attended\.|Attended late|Left early|Did not come",
        {"attended"},
    ),
    (r"^Said what I write down", {"limits-said"}),
    (r"^Number in", {"number"}),
    (r"^Number out", {"number"}),
    (r"^Energy ", {"energy"}),
    (r"something live\.$", {"live-matter"}),
    (r"in his own time", {"rewatched"}),
    (r"^Talked:", {"words"}),
    (r"^Asked:", {"prompt-used"}),
    (r"^(?:He (?:also )?said|My words)", {"words"}),
    (r"\(story ", {"clip-shown"}),
    (r"of the story he said", {"fit"}),
    (r"^Left out:", {"skipped"}),
    (r": (?:done|partly done|left for another day)\.$", {"visit"}),
    (r"How sure", {"step-set"}),
    (r"^Stopped part way", {"closed"}),
    (r"^Next appointment", {"closed"}),
    (r"^A line of mine", {"answer"}),
)
"""What each sentence names, and the entry without which it may not stand."""


def possible(make: Make) -> list[AnyEntry]:
    """One entry for each thing that a session can keep."""
    return [
        make.made("attended", came="late", reason="work"),
        make.made("attended", came="no"),
        make.made("limits-said"),
        make.number("in", 4),
        make.number("out", "low"),
        make.made("energy", value="low"),
        make.made("live-matter"),
        make.made("rewatched", clip="clip-f01", title="What matters to me"),
        story(make, "standard", (0, 30)),
        story(make),
        make.made("fit", clip="clip-f04", fit="partly"),
        prompt(make),
        prompt(make, 5, "skill", "Try it?"),
        make.said("The jaw.", "f04", prompt=ASKED),
        make.said("Some quiet.", prompt=WORTH),
        make.said("Quieter.", "f04", voice="mine"),
        make.made("answer", exercise="f04", field="f04.w1", label="A line of mine", text="Yes"),
        skip(make, "exercise", "f05", title="Stepping away"),
        skip(make, "clip", "clip-f04", title="Early signs"),
        skip(make, "field", "f04.w1", title="A line of mine"),
        left(make, "partly", rung="skill"),
        left(make, "not-today"),
        make.made("step-set", text="Say my number", sure=7),
        make.made("closed", next_on=make.TODAY, cut=True),
        make.made("note", text="PRIVATE"),
        make.made("sign", sign="away-short", title="Short answers", exercise="f04"),
        make.his(1, 2, 3, 4, 5),
    ]


@settings(max_examples=200, deadline=None)
@given(places=st.lists(st.integers(min_value=0, max_value=26), max_size=12, unique=True))
def test_the_note_names_no_act_that_has_no_entry(make: Make, pack: Pack, places: list[int]) -> None:
    every = possible(make)
    kept = [every[place] for place in places]
    kinds = {str(entry.__struct_config__.tag) for entry in kept}
    told = note(make.history(kept), pack)
    for line in (line for lines in told.values() for line in lines if line != NOTE):
        for pattern, needs in NAMES:
            if re.search(pattern, line):
                assert needs <= kinds, (line, needs)
    if "words" not in kinds:
        assert "reached the skill" not in str(told) or "prompt-used" not in kinds
