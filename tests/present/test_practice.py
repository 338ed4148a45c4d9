import pytest

from srt_tui.domain.pack import Pack
from srt_tui.domain.practice import Rehearsal, TurnTaken, WayThrough
from srt_tui.library import load, load_rehearsals
from srt_tui.locations import locate
from srt_tui.present import practice as said


@pytest.fixture(scope="module")
def pack() -> Pack:
    places = locate()
    return load(places.shipped_pack, places.templates).pack


@pytest.fixture(scope="module")
def rehearsals() -> dict[str, Rehearsal]:
    return load_rehearsals(locate().shipped_pack)


@pytest.fixture
def warm(rehearsals: dict[str, Rehearsal]) -> Rehearsal:
    return rehearsals["practice-warm"]


def texts(parts: tuple[said.Passage, ...]) -> list[str]:
    return [part.text for part in parts]


def stepped(rehearsal: Rehearsal, turn: str, letter: str) -> TurnTaken:
    return TurnTaken(turn=rehearsal.turns[turn], choice=rehearsal.turns[turn].choice(letter))


def test_the_list_has_a_line_for_each(warm: Rehearsal) -> None:
    assert said.listed([warm]) == ("A willing start · f04 · 20 min",)
    assert said.title(warm) == "Practice · A willing start"


def test_before_the_first_turn_stands_who_he_is_and_what_it_trains(
    warm: Rehearsal, pack: Pack
) -> None:
    told = texts(said.about(warm, pack))
    assert told[:2] == [
        "A willing start",
        f"ZZ-01 · f04 {pack.exercises['f04'].title} · 20 minutes",
    ]
    assert told[2].startswith("44, a hospital porter.")
    assert told[-2].startswith("It trains: the order of a session;")
    assert "Nothing is recorded." in told[-1]


def test_what_a_hard_one_brings_up_is_said_first(
    rehearsals: dict[str, Rehearsal], pack: Pack
) -> None:
    told = texts(said.about(rehearsals["practice-disclose"], pack))
    assert told[2].startswith("What comes up: thoughts of suicide")


def test_an_exercise_from_another_pack_is_told_by_its_id(warm: Rehearsal, make_pack: Pack) -> None:
    assert texts(said.about(warm, make_pack))[1] == "ZZ-01 · f04 · 20 minutes"
    assert texts(said.turn(warm.turns["4"], warm, make_pack))[0].startswith('"He is not a bad man')


@pytest.fixture
def make_pack(pack: Pack) -> Pack:
    """A pack without that exercise."""
    from msgspec.structs import replace  # noqa: PLC0415 - for this pack alone

    others = {id: exercise for id, exercise in pack.exercises.items() if id != "f04"}
    return replace(pack, exercises=others)


def test_a_turn_shows_the_prompt_him_and_the_choices_without_their_kind(
    warm: Rehearsal, pack: Pack
) -> None:
    told = texts(said.turn(warm.turns["4"], warm, pack))
    assert told[0] == f"On screen: {pack.exercises['f04'].prompts[0].text}"
    assert told[1].startswith('"He is not a bad man.')
    assert told[2] == "He laughs, and waits for you to laugh."
    assert told[3].startswith("a  \"That's a long wait.")
    assert len(told) == 7
    kinds = {choice.kind.plain for choice in warm.turns["4"].choices}
    assert not kinds & set(told)
    assert "push-blame" not in " ".join(told)
    assert said.stage(warm.turns["4"], pack) == "Talk it over"


def test_a_turn_without_a_prompt_begins_with_him(warm: Rehearsal, pack: Pack) -> None:
    assert texts(said.turn(warm.turns["1"], warm, pack))[0].startswith('"Good morning.')


def test_his_answer_comes_with_coaching_and_the_kind_only_when_asked(warm: Rehearsal) -> None:
    step = stepped(warm, "1", "a")
    told = texts(said.answered(step))
    assert told[1] == '"Yes, let us go." He turns to the screen.'
    assert told[2].startswith("He is keen,")
    assert "You moved on quickly." not in told
    assert said.kind(step) == "You moved on quickly."
    assert not any(t.startswith("He is keen") for t in texts(said.answered(step, later=True)))


def test_what_to_act_on_today_is_said_with_the_coaching_not_before(
    warm: Rehearsal, pack: Pack
) -> None:
    today = "To act on today: passing messages through others (he suggests it)."
    assert today in texts(said.answered(stepped(warm, "8", "a")))
    assert today not in texts(said.turn(warm.turns["8"], warm, pack))
    assert today not in texts(said.answered(stepped(warm, "8", "a"), later=True))


def end(rehearsal: Rehearsal, *signs: str) -> WayThrough:
    way = WayThrough(rehearsal=rehearsal)
    for sign in signs:
        way = way.log(sign)
    while way.turn:
        way = way.choose("a")
    return way


def test_afterwards_has_points_one_thing_to_try_one_question_and_the_signs(
    warm: Rehearsal, pack: Pack
) -> None:
    after = end(warm, "away-story").afterwards()
    told = texts(said.afterwards(after, pack))
    assert told[0] == "To think over"
    assert set(after.points) < set(told)
    assert warm.to_try in told
    assert warm.for_supervision in told
    assert "Those you logged: Safe stories." in told
    [showed] = [line for line in told if line.startswith("Those that showed: ")]
    assert "Safe stories" in showed
    assert told[-1] == "Nothing of this is kept."


def test_nothing_logged_is_said_plainly_and_ones_own_side_only_where_there_is_one(
    warm: Rehearsal, pack: Pack
) -> None:
    told = texts(said.afterwards(end(warm).afterwards(), pack))
    assert "Those you logged: none." in told
    assert "On your own side, you could have logged: I rushed." in told
    assert not any(
        line.startswith("On your own side")
        for line in texts(said.afterwards(WayThrough(rehearsal=warm).afterwards(), pack))
    )


def test_coaching_kept_for_the_end_goes_turn_by_turn(warm: Rehearsal, pack: Pack) -> None:
    way = end(warm)
    told = texts(said.afterwards(way.afterwards(), pack, steps=way.steps))
    assert told[0] == "Turn by turn"
    assert all(step.choice.coaching in told for step in way.steps)


def test_a_logged_sign_is_acknowledged() -> None:
    assert said.logged("Short answers") == "Logged for this rehearsal: Short answers."
