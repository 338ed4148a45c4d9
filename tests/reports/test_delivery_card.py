"""The delivery card: everything that authors must write for whoever delivers it."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from srt_tui.domain import plan as planning
from srt_tui.domain.nudges import Nudge
from srt_tui.domain.pack import Pack
from srt_tui.domain.plan import Plan
from srt_tui.library.report import load
from srt_tui.reports.delivery_card import delivery_card
from srt_tui.reports.render import rendered

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load(ROOT / "content" / "steady-ground", ROOT / "sessions").pack


def of(pack: Pack, *exercises: str) -> Plan:
    return planning.make(pack, exercises, minutes=30, format="room")


def told(pack: Pack, plan: Plan, *arguments: Any) -> str:
    return " ".join(rendered(delivery_card(pack, plan, *arguments), "text").split())


def test_every_word_that_is_written_for_the_practitioner_stands_on_the_card(shipped: Pack) -> None:
    for exercise in shipped.exercises.values():
        card = told(shipped, of(shipped, exercise.id))
        notes = exercise.notes
        for words in (
            exercise.title, exercise.purpose, exercise.skill, exercise.story, exercise.before_note,
            exercise.between, exercise.diary, exercise.card, notes.aim, notes.watch_for,
            notes.stuck, notes.does_not_fit, notes.disclosure,
            shipped.clips[exercise.clip].content_note,
        ):  # fmt: skip
            assert " ".join(words.split()) in card


def test_who_the_story_is_about_stands_there_with_his_spare_name(shipped: Pack) -> None:
    card = told(shipped, of(shipped, "f05"))
    danny = next(who for who in shipped.cast if who.name == "Danny")
    assert f"Danny, {danny.age}: {danny.life}. {danny.good}. {danny.working_on}." in card
    assert "If he knows one of that name: Liam." in card
    assert "Danny, " not in told(shipped, of(shipped, "f04"))
    unnamed = replace(shipped, spare_names={})
    assert "of that name" not in told(unnamed, of(shipped, "f05"))


def test_the_swap_list_stands_with_the_exercises_that_it_is_about(shipped: Pack) -> None:
    assert "Does not drink or use drugs: leave out e04, use e02." in told(
        shipped, of(shipped, "e04")
    )
    assert "Objects to a clip: read a different one" in told(shipped, of(shipped, "t04"))
    assert "Objects to a clip" not in told(shipped, of(shipped, "f02"))


def test_what_comes_before_an_exercise_is_all_of_it_or_any_one(shipped: Pack) -> None:
    assert "Before it: f06. Do not do field f06.w3" not in told(shipped, of(shipped, "t04"))
    assert "Before it: f06. Do not do field t04.w3" in told(shipped, of(shipped, "t04"))
    assert "Before it: t02 or e03." in told(shipped, of(shipped, "r04"))
    assert "Before it: A good first exercise." in told(shipped, of(shipped, "f01"))


def test_a_ready_made_plan_says_for_whom_it_is_what_to_say_and_what_to_take_care_of(
    shipped: Pack,
) -> None:
    for template in shipped.templates.values():
        plan = replace(of(shipped, "f04"), template=template.id)
        card = told(shipped, plan)
        assert f"For: {template.for_whom}" in card
        assert f"Length: {template.length}" in card
        assert all(" ".join(visit.text.split()) in card for visit in template.visits)
        for section in template.sections:
            assert f"{section.title}: {' '.join(section.body.split())}" in card


def test_an_add_on_says_what_it_switches_on_only_for_whom_it_suits(shipped: Pack) -> None:
    light = shipped.addons["light-words"]
    card = told(shipped, of(shipped, "f04"), ("captions", "light-words"))
    assert all(switch in card for switch in light.switches)
    assert 'Never ask "Can you read?"' in card
    assert light.title not in told(shipped, of(shipped, "f04"), ("captions",))


def test_words_to_raise_it_with_stand_first_when_there_is_something_to_raise_with_him(
    shipped: Pack,
) -> None:
    him = Nudge(rule="low-mark", text="He put “use” at 1.", session=3, item="p2")
    card = delivery_card(shipped, of(shipped, "f04"), (), him)
    assert card.blocks[0].text == "Words to raise it with"  # type: ignore[union-attr]
    assert all(words in told(shipped, of(shipped, "f04"), (), him)
               for words in shipped.check.raise_words)  # fmt: skip
    her = replace(him, about="supervision")
    assert "Words to raise it with" not in told(shipped, of(shipped, "f04"), (), her)


def test_a_plan_without_an_exercise_has_an_empty_card(shipped: Pack) -> None:
    assert delivery_card(shipped, of(shipped)).blocks == ()
