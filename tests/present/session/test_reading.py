"""Reading: the program's own words on the shared screen are few on a line, and plain.

Plain is what the pack gives him to read or hear anyway; each word beyond it has its reason in
`plain_words.txt`.
"""

from pathlib import Path

from srt_tui.domain.pack import Pack
from tests.present.session.shared_words import every_line, his_words, words

MOST = 12
PLAIN = Path(__file__).with_name("plain_words.txt")


def added() -> dict[str, str]:
    """Each word that is not the pack's, with the reason why it is needed."""
    found: dict[str, str] = {}
    for line in PLAIN.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        listed, _, reason = line.partition(":")
        for word in listed.split():
            assert word not in found, f"{word} stands there twice"
            found[word] = reason.strip()
    return found


def test_no_line_on_the_shared_screen_has_more_than_twelve_words() -> None:
    assert [line for line in every_line() if len(words(line)) > MOST] == []


def test_the_shared_screen_says_only_plain_words(pack: Pack) -> None:
    known = his_words(pack) | added().keys()
    strange = {w: line for line in every_line() for w in words(line) if w not in known}
    assert strange == {}


def test_each_word_beyond_the_packs_has_its_reason_is_needed_and_is_said(pack: Pack) -> None:
    assert all(added().values())
    assert added().keys() & his_words(pack) == set()
    said = {word for line in every_line() for word in words(line)}
    assert added().keys() - said == set()


def test_what_is_read_here_is_what_the_screen_says() -> None:
    said = every_line()
    for line in (
        "What we did is kept.", "No hurry.", "We got to 7.", "would rather not", "Skip",
        "Enter once more to go back.", "The keys are yours.", "Take one back first.",
        "Please make the window a little larger.", "Not saved: the disk is full.",
        "Find an action", "Not available: 7",
    ):  # fmt: skip
        assert line in said
    assert not {"PageView", "storyboard"} & set(said)
