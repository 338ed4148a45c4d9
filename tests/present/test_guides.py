"""The guides as lines to read."""

from srt_tui.domain.pack import GuidePage, Section
from srt_tui.present import guides


def test_a_guide_is_read_without_its_marks() -> None:
    page = GuidePage(
        title="By phone",
        sections=(
            Section(title="", body="First a word."),
            Section(title="Before", body="**Agree** a word.\n\n- `arrive` first\n  - then on"),
        ),
    )
    lines, strong = guides.lines(page)
    assert lines == (
        "First a word.", "", "Before", "", "Agree a word.", "", "· arrive first", "  · then on",
    )  # fmt: skip
    assert strong == (2,)
