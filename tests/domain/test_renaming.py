from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.domain.renaming import renamed

CLIP = Clip(
    id="clip-x01",
    title="Danny's gate",
    lead="Danny",
    content_note="Danny shouts.",
    scenes=(
        Scene(
            number=1,
            picture="Danny's coat.",
            words="Danny, 29",
            lines=(
                Line(speaker="NARRATOR", text="Dannyboy is no name. Danny's is. Kelly waits."),
                Line(speaker="DANNY", text="I am Danny."),
            ),
        ),
    ),
)


def test_a_name_is_changed_wherever_it_is_said_or_seen() -> None:
    (scene,) = (clip := renamed(CLIP, {"Danny": "Liam"})).scenes
    assert (clip.title, clip.content_note) == ("Liam's gate", "Liam shouts.")
    assert (scene.picture, scene.words) == ("Liam's coat.", "Liam, 29")
    assert scene.lines[0].text == "Dannyboy is no name. Liam's is. Kelly waits."
    assert scene.lines[1] == Line(speaker="LIAM", text="I am Liam.")
    assert clip.lead == "Danny"


def test_two_names_are_changed_at_once_and_none_is_nothing_to_do() -> None:
    (scene,) = renamed(CLIP, {"Danny": "Kelly", "Kelly": "Gemma"}).scenes
    assert scene.lines[0].text == "Dannyboy is no name. Kelly's is. Gemma waits."
    assert renamed(CLIP, {}) is CLIP
