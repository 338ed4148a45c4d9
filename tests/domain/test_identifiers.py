import pytest

from srt_tui.domain.identifiers import findable, masked


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I rang Danny at work", "I rang […] at work"),
        ("ring 0161 496 0000 later", "ring […] later"),
        ("write to me@example.org now", "write to […] now"),
        ("see www.example.org/x", "see […]"),
        ("round at M1 1AA again", "round at […] again"),
        ("and I'm calm, I’ve tried", "and I'm calm, I’ve tried"),
        ("My number was 7, then 3", "My number was 7, then 3"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_looks_like_a_name_or_an_address_is_masked(said: str, kept: str) -> None:
    assert masked(said) == kept


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("ring 0161 496 0000 later", ("phone",)),
        ("on +44 7700 900000", ("phone",)),
        ("(01632) 960983", ("phone",)),
        ("round at M1 1AA again", ("postcode",)),
        ("sw1a1aa", ("postcode",)),
        ("write to me@example.org now", ("e-mail",)),
        ("I told Karen’s mum", ("name",)),
        ("she is at 14 Mill Lane now", ("address",)),
        (
            "at 3b St Ann's Road, M1 1AA, ring Jo 0161 496 0000",
            ("name", "phone", "address", "postcode"),
        ),
        ("what Danny did on Monday, I did in May", ()),
        ("at 12/11/2026, number 7 of 10", ()),
        ("I owe 10 000 since 2019 2020", ()),
        ("off the m6 2nd exit", ()),
        ("3 times in the drive home", ()),
        ("@ work", ()),
        ("", ()),
    ],
)
def test_what_leads_to_somebody_is_seen_and_dates_and_sums_are_not(
    said: str, kinds: tuple[str, ...]
) -> None:
    assert findable(said, known={"Danny"}) == kinds
