from typing import Any

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


def test_a_filter_is_a_search_of_its_own(make: Any) -> None:
    history = make.history([make.said("jaw", "f04"), make.said("jaw again", "f05")])
    search = history.searching(Filter(exercises=("f05",)))
    assert texts(search.to("jaw")) == ["jaw again"]
    assert search.to("jaw").to("").found == search.found
