"""The questions and worksheets of a version of the stories."""

from typing import Any

import pytest
from msgspec.structs import replace

from srt_tui.domain.content import ChoiceField, Prompt
from srt_tui.domain.pack import Pack
from srt_tui.domain.versions import in_version

NAMES = {"male-partner": {"Ania": "Adam"}, "female-partner": {"Tobi": "Toni", "Sam": "Sam (she)"}}


@pytest.fixture(scope="module")
def told(make: Any) -> Pack:
    """A pack in which f02 and f07 can be told another way, and r05 cannot."""
    pack: Pack = make.pack(version_names=NAMES)
    f02, f07, r05 = (pack.exercises[id] for id in ("f02", "f07", "r05"))
    ask = "Ania had a day too. What might she have been carrying? What would it leave for her?"
    field = ChoiceField(id="f02.w9", label="What I say", options=("She made me", "I shout"))
    exercises = {
        "f02": replace(
            f02,
            prompts=(Prompt(rung="other", text=ask),),
            fields=(*f02.fields, field),
            variants=(("male-partner", "swap"),),
        ),
        "f07": replace(
            f07,
            prompts=(Prompt(rung="other", text="What did Tobi see? And Sam?"),),
            variants=(("male-partner", "as written"), ("female-partner", "swap")),
        ),
        "r05": replace(r05, variants=(("male-partner", "rewrite"),)),
    }
    note = "Sulking. A couple who are both men. No hitting."
    clips = {**pack.clips, "clip-f07": replace(pack.clips["clip-f07"], content_note=note)}
    return replace(pack, exercises={**pack.exercises, **exercises}, clips=clips)


def test_as_written_and_without_other_names_nothing_changes(told: Pack) -> None:
    assert in_version(told, "as-written") is told
    assert in_version(told, "no-substance") is told


def test_a_partner_who_is_a_man_has_his_name_and_is_called_he(told: Pack) -> None:
    f02 = in_version(told, "male-partner").exercises["f02"]
    assert f02.prompts[0].text == (
        "Adam had a day too. What might he have been carrying? What would it leave for him?"
    )
    assert isinstance(f02.fields[-1], ChoiceField)
    assert f02.fields[-1].options == ("He made me", "I shout")


def test_only_what_the_author_let_be_swapped_is(told: Pack) -> None:
    found = in_version(told, "male-partner").exercises
    assert (found["f07"], found["r05"]) == (told.exercises["f07"], told.exercises["r05"])


def test_a_partner_who_is_a_woman_has_her_name_and_the_note_fits(told: Pack) -> None:
    found = in_version(told, "female-partner")
    assert found.exercises["f07"].prompts[0].text == "What did Toni see? And Sam?"
    assert found.clips["clip-f07"].content_note == "Sulking. No hitting."
