from typing import Any

import pytest
from msgspec import structs

from srt_tui.domain.asking import Ask, asking
from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.domain.leaves import leaves
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.playback import PlayerName, Readiness, Showing, State, told
from srt_tui.domain.questions import ways_to_tell
from srt_tui.domain.views import StoryPutAway, StoryRead, StoryShown, StoryWaits
from srt_tui.domain.ways import Way
from srt_tui.present.session import story as said
from srt_tui.present.session.pages import PageView

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


def waiting(readiness: Readiness | None, *, aloud: bool = False) -> PageView:
    return said.waiting(StoryWaits(page=PAGE, readiness=readiness, aloud=aloud), "Watch")


def shown(now: Showing, *, at_choice: bool = False) -> PageView:
    story = StoryShown(page=PAGE, showing=now, story=STORY, at_choice=at_choice)
    return said.shown(story, "Watch")


def test_before_it_plays_the_title_and_what_to_know_first() -> None:
    view = waiting(Readiness(state="plays"))
    assert view.big == "A gate"
    assert view.below == ("Nothing to warn about.",)
    assert waiting(None).below == view.below


def test_a_story_without_a_recording_says_that_it_is_told_here() -> None:
    view = said.waiting(
        StoryWaits(page=PAGE, readiness=Readiness(state="reads", reason="No recording yet.")),
        "Watch",
    )
    assert said.READS_HERE in view.below


def test_while_it_plays_the_words_that_are_heard_and_where_it_is() -> None:
    view = said.shown(
        StoryShown(page=PAGE, showing=showing("playing", 42, caption="He drives."), story=STORY),
        "Watch",
    )
    assert view.big == "“He drives.”"
    assert view.below == ("▶ playing  0:42 / 1:14",)


def test_the_state_is_said_in_a_word_and_a_shape() -> None:
    said_of = {
        state: said.shown(
            StoryShown(page=PAGE, showing=showing(state, 5), story=STORY), "Watch"
        ).below[0]
        for state in ("opening", "paused", "ended")
    }
    assert said_of["paused"].startswith("‖ paused")
    assert said_of["ended"].startswith("■ the end")
    assert said_of["opening"].startswith("… getting ready")


def test_told_here_the_picture_stands_in_words() -> None:
    here = showing("playing", 0, player="storyboard", caption="He drives.")
    assert shown(here).above == "A lorry at night."
    silent = showing("playing", STORY.length, player="storyboard")
    assert shown(silent).big == "Mended"


def test_a_window_closed_by_hand_says_where() -> None:
    view = shown(showing("closed", 42))
    assert view.below == ("The window was closed at 0:42. Space plays on from there.",)


def test_a_failure_is_one_sentence() -> None:
    failed = showing("failed", reason="The player stopped. Press r to read it.")
    assert shown(failed).big == "The player stopped. Press r to read it."
    assert shown(showing("failed")).big == said.FAILED


def test_put_away_says_how_far_we_got() -> None:
    assert said.put_away(StoryPutAway(page=PAGE, at=62.4), "Watch").below == ("We got to 1:02.",)


def test_it_is_read_scene_by_scene_with_who_says_what() -> None:
    first, second = leaves(CLIP, STORY)
    assert first.lines == ("He drives.", "Ian: Hello.")
    assert second.lines == ("Mended",)
    assert second.end == STORY.length
    view = said.read(StoryRead(page=PAGE, leaf=first, place=1, of=2), "Watch")
    assert view.state == "1 of 2"
    assert view.above == "A lorry at night."
    assert view.big == "He drives.\nIan: Hello."


def test_other_words_for_it_are_read_paragraph_by_paragraph() -> None:
    other = CLIP.worded("no-substance")
    pieces = leaves(other, told(other))
    assert [leaf.lines for leaf in pieces] == [("He drives.",), ("He mends it.",)]
    assert said.read(StoryRead(page=PAGE, leaf=pieces[0], place=1, of=2), "Watch").above == "A gate"
    assert len(leaves(CLIP.worded("male-partner"), STORY)) == 2


def test_at_his_choice_it_asks_what_he_could_do() -> None:
    view = said.shown(
        StoryShown(page=PAGE, showing=showing("paused", 5), story=STORY, at_choice=True), "Watch"
    )
    assert view.big == said.CHOICE


def test_by_phone_it_is_read_aloud() -> None:
    view = said.waiting(
        StoryWaits(page=PAGE, readiness=Readiness(state="plays"), aloud=True), "Watch"
    )
    assert view.below == ("Nothing to warn about.", said.READ_ALOUD)


def test_the_ways_it_can_be_told_are_named() -> None:
    there = (
        Way(form="standard"),
        Way(form="storyboard"),
        Way(form="transcript", version="no-substance"),
    )
    named = ways_to_tell(there)
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
