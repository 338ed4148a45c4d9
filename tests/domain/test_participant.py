import pytest

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.participant import reference


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("jd-07", "JD-07"),
        (" JD 07 ", "JD-07"),
        ("jd_07", "JD-07"),
        ("A1", "A1"),
        ("X/12/B", "X-12-B"),
    ],
)
def test_a_reference_has_one_form(typed: str, kept: str) -> None:
    assert reference(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "John", "John Smith", "07", "JD-07!", "[b]7", "A" * 30 + "1"]
)
def test_what_looks_like_a_name_or_nothing_is_refused(typed: str) -> None:
    with pytest.raises(SrtError, match="Use letters and figures") as refused:
        reference(typed)
    assert refused.value.exit_code is Exit.USAGE
    assert typed not in refused.value.message or not typed


def test_references_of_rehearsals_are_refused() -> None:
    with pytest.raises(SrtError, match="kept for rehearsals"):
        reference("zz-01")
