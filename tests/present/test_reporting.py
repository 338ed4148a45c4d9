from pathlib import Path

from srt_tui.present import reporting
from srt_tui.workflow.reporting import FORMS


def test_every_report_and_form_that_can_be_written_has_its_words() -> None:
    assert tuple(reporting.REPORTS) == tuple(FORMS)
    assert set(reporting.FORMS) == {form for forms in FORMS.values() for form in forms}


def test_a_written_report_says_where_it_is_and_who_can_read_it() -> None:
    assert reporting.written(Path("/one/page.md")) == (
        "Written to /one/page.md. Anyone who opens it can read it."
    )
