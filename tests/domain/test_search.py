from typing import Any

import pytest

from srt_tui.domain.quotes import Filter
from srt_tui.domain.search import Search

SAID = ("the jaw goes first", "Jaw, then fists", "cold water", "a “quiet” word")


def over(make: Any) -> Search:
    history = make.history([make.said(text, "f04") for text in SAID])
    found: Search = history.searching()
    return found


def texts(search: Search) -> list[str]:
    return [said.text for said in search.found]


def test_each_letter_narrows_what_the_last_one_found(make: Any) -> None:
    search = over(make)
    assert texts(search) == list(reversed(SAID))
    for typed in ("j", "ja", "jaw", "jaw ", "jaw f", "jaw fi", "jaw fir"):
        narrowed = search.to(typed)
        assert narrowed.before is search
        search = narrowed
    assert texts(search) == ["the jaw goes first"]


def test_a_letter_taken_back_finds_what_was_found_before_it(make: Any) -> None:
    search = over(make)
    found = search.to("jaw")
    assert found.to("jaw f").to("jaw") is found
    assert found.to("") is search
    assert texts(found.to("cold")) == ["cold water"]
    assert found.to("JAW") is found


def test_typing_anything_finds_the_same_as_asking_at_once(make: Any) -> None:
    search = over(make)
    for typed in ("w", "wo", "word", "water cold", "water", '"quiet', "goes jaw", "none", "", "f"):
        search = search.to(typed)
        assert texts(search) == texts(over(make).to(typed))


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("soft\u00adhyphen", "softhyphen"),
        ("the café door", "CAFE"),
        ("the cafe\u0301 door", "café"),
        ("the cafe door", "café"),
        ("it’s the jaw", "it's"),
        ("it's the jaw", "it’s"),
        ("he said ‹no› “always”", '"always"'),
        ("well‑known", "well-known"),
        ("a – b", "a - b"),
        ("me\u200b and you", "me"),
        ("no\u200cjoin\u200der", "nojoiner"),
        ("five\u00a0pounds", "five pounds"),
        ("STRASSE", "straße"),
        ("Łódź", "lodz"),
        ("\u2764\ufe0f him", "\u2764"),
        ("\ufeffstart", "start"),
        ("ten\u202fpounds", "ten"),
        ("and then…", "then..."),
        ("Bjørn came", "bjorn"),
        ("FULL WIDTH", "ｆｕｌｌ"),
    ],
)
def test_a_search_folds_case_marks_quotes_and_signs_that_do_not_show(
    make: Any, said: str, typed: str
) -> None:
    found = make.history([make.said(said, "f04"), make.said("other", "f04")]).search(typed)
    assert [line.text for line in found] == [said]


def test_a_filter_is_a_search_of_its_own(make: Any) -> None:
    history = make.history([make.said("jaw", "f04"), make.said("jaw again", "f05")])
    search = history.searching(Filter(exercises=("f05",)))
    assert texts(search.to("jaw")) == ["jaw again"]
    assert search.to("jaw").to("").found == search.found
