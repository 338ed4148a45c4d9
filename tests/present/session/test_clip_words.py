from typing import Any

import pytest
from msgspec import structs

from srt_tui.domain.asking import Ask, asking
from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.playback import PlayerName, Readiness, Showing, State, told
from srt_tui.domain.ways import Way
from srt_tui.present.session import story as said

CLIP = Clip(
    id="clip-x",
    title="A gate",
    lead="Marcus",
    content_note="Nothing to warn about.",
    scenes=(
        Scene(
            number=1,
            picture="A lorry at night.",
            words="Marcus, 41",
            lines=(Line(speaker="NARRATOR", text="He drives."), Line(speaker="IAN", text="Hello.")),
        ),
        Scene(number=2, picture="A gate.", words="Mended", lines=()),
    ),
    versions=(("no-substance", "He drives.\n\nHe mends it."),),
)
STORY = told(CLIP)
PAGE = ClipPage(
    key="k", item=0, stage="watch", clip=CLIP.id, title=CLIP.title, content_note=CLIP.content_note
)


def showing(
    state: State,
    at: float = 0.0,
    *,
    player: PlayerName = "libvlc",
    caption: str = "",
    reason: str = "",
) -> Showing:
    return Showing(
        state=state, clip=CLIP.id, player=player, at=at, length=74, caption=caption, reason=reason
    )


def test_before_it_plays_the_title_and_what_to_know_first() -> None:
    view = said.before(PAGE, Readiness(state="plays"), "Watch")
    assert view.big == "A gate"
    assert view.below == ("Nothing to warn about.",)
    assert said.before(PAGE, None, "Watch").below == view.below


def test_a_story_without_a_recording_says_that_it_is_told_here() -> None:
    view = said.before(PAGE, Readiness(state="reads", reason="No recording yet."), "Watch")
    assert said.READS_HERE in view.below


def test_while_it_plays_the_words_that_are_heard_and_where_it_is() -> None:
    view = said.during(PAGE, showing("playing", 42, caption="He drives."), STORY, "Watch")
    assert view.big == "“He drives.”"
    assert view.below == ("▶ playing  0:42 / 1:14",)


def test_the_state_is_said_in_a_word_and_a_shape() -> None:
    said_of = {
        state: said.during(PAGE, showing(state, 5), STORY, "Watch").below[0]
        for state in ("opening", "paused", "ended")
    }
    assert said_of["paused"].startswith("‖ paused")
    assert said_of["ended"].startswith("■ the end")
    assert said_of["opening"].startswith("… getting ready")


def test_told_here_the_picture_stands_in_words() -> None:
    here = showing("playing", 0, player="storyboard", caption="He drives.")
    assert said.during(PAGE, here, STORY, "Watch").above == "A lorry at night."
    silent = showing("playing", STORY.length, player="storyboard")
    assert said.during(PAGE, silent, STORY, "Watch").big == "Mended"


def test_a_window_closed_by_hand_says_where() -> None:
    view = said.during(PAGE, showing("closed", 42), STORY, "Watch")
    assert view.below == ("The window was closed at 0:42. Space plays on from there.",)


def test_a_failure_is_one_sentence() -> None:
    failed = showing("failed", reason="The player stopped. Press r to read it.")
    assert said.during(PAGE, failed, STORY, "W").big == "The player stopped. Press r to read it."
    assert said.during(PAGE, showing("failed"), STORY, "W").big == said.FAILED


def test_put_away_says_how_far_we_got() -> None:
    assert said.after(PAGE, 62.4, "Watch").below == ("We got to 1:02.",)


def test_it_is_read_scene_by_scene_with_who_says_what() -> None:
    first, second = said.leaves(CLIP, STORY)
    assert first.lines == ("He drives.", "Ian: Hello.")
    assert second.lines == ("Mended",)
    assert second.end == STORY.length
    view = said.reading(PAGE, first, 1, 2, "Watch")
    assert view.state == "1 of 2"
    assert view.above == "A lorry at night."
    assert view.big == "He drives.\nIan: Hello."


def test_other_words_for_it_are_read_paragraph_by_paragraph() -> None:
    other = CLIP.worded("no-substance")
    leaves = said.leaves(other, told(other))
    assert [leaf.lines for leaf in leaves] == [("He drives.",), ("He mends it.",)]
    assert said.reading(PAGE, leaves[0], 1, 2, "Watch").above == "A gate"
    assert len(said.leaves(CLIP.worded("male-partner"), STORY)) == 2


def test_at_his_choice_it_asks_what_he_could_do() -> None:
    view = said.during(PAGE, showing("paused", 5), STORY, "Watch", at_choice=True)
    assert view.big == said.CHOICE


def test_by_phone_it_is_read_aloud() -> None:
    view = said.before(PAGE, Readiness(state="plays"), "Watch", aloud=True)
    assert view.below == ("Nothing to warn about.", said.READ_ALOUD)


def test_the_ways_it_can_be_told_are_named() -> None:
    there = (
        Way(form="standard"),
        Way(form="storyboard"),
        Way(form="transcript", version="no-substance"),
    )
    named = said.ways(there)
    assert [words for _, words in named] == [
        "with pictures",
        "on this screen",
        "read, a little at a time, no drink or drugs",
    ]
    assert len({key for key, _ in named}) == len(there)
    view = said.other_way("Watch", asking(Ask(kind="one", options=named)))
    assert view.big == said.ANOTHER_WAY
    assert any("with pictures" in row for row in view.rows)


@pytest.mark.parametrize(
    ("wish", "changes", "words"),
    [
        ("faster", {"rate": 1.1}, "Speed 1.1."),
        ("captions", {"captions": True}, "Captions on."),
        ("captions", {"larger": True}, "Captions larger."),
        ("captions", {"captions": False}, "Captions off."),
        ("later", {"delay_ms": 50}, "Sound 0.05 s later."),
        ("sooner", {"delay_ms": -100}, "Sound 0.1 s earlier."),
        ("sooner", {}, "Sound as it was made."),
        ("softer", {"volume": 90}, "Sound 90 of 100."),
        ("top", {}, "The window is above the others."),
        ("top", {"on_top": False}, "The window is not above the others."),
        ("full", {"full": True}, "The whole screen."),
        ("full", {}, "A window."),
    ],
)
def test_what_was_set_is_said(wish: str, changes: dict[str, Any], words: str) -> None:
    assert said.now_set(wish, structs.replace(showing("playing"), **changes)) == words
