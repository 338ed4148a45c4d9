from pathlib import Path

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.library.drafts import NEW, NotYet, StoryDraft, read_draft


def draft(tmp_path: Path, text: str, name: str = "Our story.md") -> StoryDraft | NotYet:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return read_draft(file, {"violent": "what he did"})


def test_the_new_file_is_a_story_that_keeps_its_own_rules_but_for_its_length(
    tmp_path: Path,
) -> None:
    read = draft(tmp_path, NEW)
    assert isinstance(read, StoryDraft)
    assert (read.clip.id, read.clip.lead, len(read.clip.scenes)) == ("our-story", "Joe", 3)
    assert read.card == "I stop. I breathe. I say it calmly."
    assert [found.rule for found in read.later] == ["spoken-words"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("> JOE: I did.", "> I did.", "does not say who speaks"),
        ("Picture: A kitchen table, two mugs.", "A kitchen table.", "neither picture"),
        ("## Scene 2", "## Then", "is not a scene"),
        ("title: The broken gate", "title:", "is missing or empty"),
    ],
)
def test_what_stops_a_draft_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    line = NEW[: NEW.index(old)].count("\n") + 1
    read = draft(tmp_path, NEW.replace(old, new))
    assert isinstance(read, NotYet)
    assert any(says in found.what and found.line == line for found in read.findings)


def test_what_a_finished_clip_must_keep_is_told_for_later(tmp_path: Path) -> None:
    words = (
        "He walks and walks and walks and walks and walks and walks and walks and walks on on on"
    )
    text = NEW.replace("Joe walks past it every day.", f"{words} a violent day.")
    read = draft(tmp_path, text.replace("card: I stop", "note: I stop"))
    assert isinstance(read, NotYet)
    read = draft(tmp_path, text)
    assert isinstance(read, StoryDraft)
    assert {"sentence-length", "house-word-violent"} <= {found.rule for found in read.later}


def test_a_story_without_a_card_and_a_name_that_is_none(tmp_path: Path) -> None:
    read = draft(tmp_path, NEW.replace("card: I stop. I breathe. I say it calmly.\n", ""), "!.md")
    assert isinstance(read, StoryDraft)
    assert (read.card, read.clip.id) == ("", "story")


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SrtError, match="cannot be opened"):
        read_draft(tmp_path / "none.md", {})
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00x")
    with pytest.raises(SrtError, match="is not a text file"):
        read_draft(tmp_path / "picture.md", {})


def test_an_empty_file_is_no_story(tmp_path: Path) -> None:
    assert isinstance(draft(tmp_path, ""), NotYet)
