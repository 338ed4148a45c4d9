"""Writing a report about the person one looks at: which one, in which form, and where it went."""

from functools import partial
from pathlib import Path
from typing import Any

from srt_tui.present import reporting as said
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.screen import AppScreen
from srt_tui.workflow import reporting


def write(page: AppScreen[Any], reference: str, exercise: str) -> None:
    """Two questions over a page, then the file."""

    def chosen(picked: int) -> None:
        kind = list(reporting.FORMS)[picked]
        forms = [said.FORMS[form] for form in reporting.FORMS[kind]]
        page.ask(PickPage(said.REPORTS[kind], forms), partial(written, kind))

    def written(kind: reporting.Report, picked: int) -> None:
        form, folder = reporting.FORMS[kind][picked], Path.home()
        path = reporting.write(page.workspace, reference, kind, form, folder, exercise)
        page.say(said.written(path))

    page.ask(PickPage(said.WHICH, [*said.REPORTS.values()], more=said.USES), chosen)
