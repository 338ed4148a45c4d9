"""The shipped pack keeps every number and rule of the content brief (G.1)."""

import re
from collections import Counter

import pytest

from srt_tui.domain.content import LENGTHS, RUNGS, BeforeAfterField, ScaleField
from srt_tui.domain.pack import Pack
from srt_tui.domain.structure import STAGE_IDS
from srt_tui.library import check, load
from srt_tui.locations import locate


@pytest.fixture(scope="module")
def pack() -> Pack:
    places = locate()
    return load(places.shipped_pack, places.templates).pack


def words(text: str) -> int:
    return len(re.findall(r"\S*\w\S*", text))


def test_nothing_is_wrong_in_it() -> None:
    places = locate()
    report = check(places.shipped_pack, places.templates)
    assert report.findings == ()
    assert report.counts == {
        "exercises": 24,
        "clips": 26,
        "prompts": 144,
        "fields": 119,
        "stages": 8,
        "plans": 10,
        "addons": 1,
        "rehearsals": 5,
    }


def test_it_is_steady_ground_under_an_open_licence(pack: Pack) -> None:
    assert (pack.id, pack.title, pack.version) == ("steady-ground", "Steady Ground", "1.0")
    assert (pack.language, pack.licence) == ("en-GB", "CC-BY-4.0")
    assert pack.full_title == "Steady Ground: everyday skills, open pack"


def test_a_foundation_of_eight_and_three_modules(pack: Pack) -> None:
    assert {module.id: len(module.exercises) for module in pack.modules} == {
        "foundation": 8,
        "thinking": 5,
        "emotions": 5,
        "relationships": 6,
    }
    assert pack.foundation == tuple(f"f0{n}" for n in range(1, 9))
    assert set(pack.order) == set(pack.exercises)


def test_each_exercise_has_six_prompts_in_order_and_three_to_six_fields(pack: Pack) -> None:
    for exercise in pack.exercises.values():
        ranks = [RUNGS.index(prompt.rung) for prompt in exercise.prompts]
        assert len(ranks) == 6
        assert ranks == sorted(ranks)
        assert 3 <= len(exercise.fields) <= 6
        assert [field.id for field in exercise.fields] == [
            f"{exercise.id}.w{n}" for n in range(1, len(exercise.fields) + 1)
        ]


def test_each_exercise_has_every_part(pack: Pack) -> None:
    for e in pack.exercises.values():
        parts = (e.title, e.purpose, e.skill, e.story, e.between, e.diary, e.card, e.lead)
        notes = e.notes
        noted = (notes.aim, notes.watch_for, notes.stuck, notes.does_not_fit, notes.disclosure)
        assert all((*parts, *noted)), e.id
        assert 15 <= e.short <= 20 <= e.full <= 40
        assert dict(e.variants)["male-partner"] in {"swap", "rewrite", "as written"}


def test_cards_have_forty_words_at_most(pack: Pack) -> None:
    assert max(words(exercise.card) for exercise in pack.exercises.values()) <= 40


def test_scripts_have_150_to_200_spoken_words_and_about_4315_in_all(pack: Pack) -> None:
    spoken = {id: sum(words(line.text) for line in c.lines) for id, c in pack.clips.items()}
    assert all(150 <= count <= 200 for count in spoken.values())
    assert sum(spoken.values()) == 4315


def test_clips_have_three_to_five_scenes_with_six_words_on_screen_at_most(pack: Pack) -> None:
    for clip in pack.clips.values():
        assert 3 <= len(clip.scenes) <= 5
        assert all(words(scene.words) <= 6 and scene.picture for scene in clip.scenes)
        assert clip.content_note


def test_each_exercise_has_its_clip_and_two_stand_alone(pack: Pack) -> None:
    for exercise in pack.exercises.values():
        clip = pack.clips[exercise.clip]
        assert (clip.id, clip.title, clip.lead) == (
            f"clip-{exercise.id}",
            exercise.title,
            exercise.lead,
        )
    alone = set(pack.clips) - {exercise.clip for exercise in pack.exercises.values()}
    assert alone == {"clip-welcome", "clip-next"}


def test_stage_times_add_up_to_each_length(pack: Pack) -> None:
    assert tuple(stage.id for stage in pack.stages) == STAGE_IDS
    for length in LENGTHS:
        assert sum(stage.minutes[length] for stage in pack.stages) == length


def test_a_stage_shows_two_three_or_four_prompts_in_the_room(pack: Pack) -> None:
    for stage in pack.stages:
        shown = [len(stage.prompts("room", length)) for length in LENGTHS]
        assert shown == [2, 3, 3, 4], stage.id
        assert stage.prompts("phone", 30)
        assert stage.prompts("no-player", 30)


def test_five_and_five_check_items_in_both_forms(pack: Pack) -> None:
    assert [item.id for item in pack.check.his] == ["p1", "p2", "p3", "p4", "p5"]
    assert [item.id for item in pack.check.mine] == ["w1", "w2", "w3", "w4", "w5"]
    assert all(i.text and i.low and i.high for i in pack.check.his)
    assert all(i.easy and i.easy_low and i.easy_high for i in pack.check.his)
    assert all(i.low and i.high for i in pack.check.mine)
    assert (len(pack.check.rules), len(pack.check.raise_when)) == (6, 7)
    assert len(pack.check.raise_words) == 3
    assert pack.check.his_line == "One thing to keep or change next time."
    assert pack.check.my_line == "What I want to take to supervision."


def test_seven_seven_and_four_signs_and_ten_moves(pack: Pack) -> None:
    groups = Counter(sign.group for sign in pack.signs)
    assert groups == {"Pulling away": 7, "Pushing back": 7, "Us, not him": 4}
    assert {sign.id.partition("-")[0] for sign in pack.signs} == {"away", "push", "us"}
    assert len({move.id for move in pack.moves}) == 10


def test_every_line_from_nought_to_ten_has_words_at_both_ends(pack: Pack) -> None:
    fields = [field for exercise in pack.exercises.values() for field in exercise.fields]
    lines = [field for field in fields if isinstance(field, ScaleField | BeforeAfterField)]
    assert len(lines) == 23
    assert all(line.low and line.high for line in lines)


def test_no_exercise_of_the_foundation_depends_on_drink_or_drugs(pack: Pack) -> None:
    for id in pack.foundation:
        assert not {"alcohol", "drugs"} & set(pack.exercises[id].sensitivities)


def test_ten_plans_and_one_add_on(pack: Pack) -> None:
    assert len(pack.templates) == 10
    assert list(pack.addons) == ["light-words"]
    assert len(pack.addons["light-words"].switches) == 7
    known = {*pack.exercises, *pack.clips, *STAGE_IDS}
    for plan in pack.templates.values():
        assert plan.visits
        assert plan.for_whom
        for visit in plan.visits:
            assert visit.items
            assert {*visit.items, *visit.or_else} <= known


def test_six_leads_and_a_spare_name_for_everyone(pack: Pack) -> None:
    leads = {lead.name for lead in pack.cast}
    assert len(leads) == 6
    assert len(pack.spare_names) == 18
    assert leads < set(pack.spare_names)
    assert not set(pack.spare_names) & set(pack.spare_names.values())


def test_the_safety_page_says_what_to_act_on_and_what_to_do(pack: Pack) -> None:
    parts = {section.title: section.body for section in pack.safety.sections}
    assert parts["Act today, before anything else, if you hear or see"].count("\n- ") == 9
    assert "8. Look after yourself." in parts["What to do"]
    assert "116 123" in parts["Helplines to load in local settings (check each release)"]


def test_the_words_above_worksheets_and_tasks_are_the_briefs(pack: Pack) -> None:
    assert pack.worksheet_note.startswith("No names. No addresses. Nothing about the case.")
    assert pack.task_line.startswith("Do this on your own or in everyday life.")
    assert len(pack.coaching) == 5


def test_every_guide_page_has_a_title_and_words(pack: Pack) -> None:
    assert {"about", "at-a-glance", "principles", "house-words", "variants"} < set(pack.pages)
    for id, page in pack.pages.items():
        assert page.title, id
        assert any(section.body for section in page.sections), id


def body(pack: Pack, id: str) -> str:
    return "\n\n".join(f"{s.title}\n\n{s.body}" for s in pack.pages[id].sections)


def test_a_guide_refers_only_to_what_there_is(pack: Pack) -> None:
    for id in pack.pages:
        text = body(pack, id)
        assert not re.search(r"\b[A-G]\.\d|\bparts? [A-G]\b|content-brief|see Start", text), id
        assert set(re.findall(r"srt help ([\w-]+)", text)) <= set(pack.pages), id
    kinds = (locate().shipped_pack / "practice/kinds.md").read_text(encoding="utf-8")
    assert not re.search(r"\b[A-G]\.\d", kinds)


@pytest.mark.parametrize("id", ["guide", "lengths"])
def test_the_eight_stages_stand_in_the_guides_with_their_times(pack: Pack, id: str) -> None:
    for stage in pack.stages:
        times = " | ".join(str(stage.minutes[length]) for length in LENGTHS)
        assert f"| `{stage.id}` | {stage.title} | {times} |" in body(pack, id)


def test_the_words_to_say_at_each_stage_stand_in_the_guides(pack: Pack) -> None:
    for stage in pack.stages:
        for prompt in stage.room:
            assert f"({prompt.shows_from}) {prompt.text}" in body(pack, "lengths")
        assert all(f"- {prompt.text}" in body(pack, "no-player") for prompt in stage.no_player)
        assert all(f"- {prompt.text}" in body(pack, "phone") for prompt in stage.phone)


def test_the_guide_to_the_plans_holds_every_plan_and_the_add_on(pack: Pack) -> None:
    text = body(pack, "plans")
    titles = {id: plan.title for id, plan in pack.templates.items()}
    titles |= {id: addon.title for id, addon in pack.addons.items()}
    for id, title in titles.items():
        assert f"{id} · {title}\n" in text
    assert text.count("**Run:**") == len(pack.templates)


def test_the_guide_to_the_stories_holds_everyone_in_them(pack: Pack) -> None:
    text = body(pack, "stories")
    bare = text.replace("**", "")
    for lead in pack.cast:
        assert f"| {lead.name}, {lead.age} | {lead.life} | {lead.good} |" in bare
    for name, spare in pack.spare_names.items():
        assert f"| {name} | {spare} |" in text


def test_swaps_name_what_to_leave_out_and_what_to_use(pack: Pack) -> None:
    swaps = {swap.when: swap for swap in pack.swaps}
    assert len(swaps) == 7
    assert swaps["Does not drink or use drugs"].leave_out == ("e04",)
    assert swaps["Does not drink or use drugs"].use == ("e02",)
    assert len(swaps["Objects to a clip"].pairs) == 6
