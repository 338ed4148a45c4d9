"""Writing a report about the person one looks at: which one, in which form, and where it went."""

from functools import partial
from pathlib import Path

from srt_tui.present import reporting as said
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.screens.history_in_time import InTimeFace
from srt_tui.workflow import reporting


class WritingFace(InTimeFace):
    """Two questions, and the file."""

    @property
    def exercise(self) -> str:
        """The exercise under the cursor."""
        raise NotImplementedError

    def why_not_write(self) -> str:
        """There must be something to write."""
        return "" if self._history.sessions else "there is no session yet."

    def do_write(self) -> None:
        """Which report."""
        self.ask(PickPage(said.WHICH, [*said.REPORTS.values()], more=said.USES), self._of)

    def _of(self, picked: int) -> None:
        kind = list(reporting.FORMS)[picked]
        forms = [said.FORMS[form] for form in reporting.FORMS[kind]]
        self.ask(PickPage(said.REPORTS[kind], forms), partial(self._as, kind))

    def _as(self, kind: reporting.Report, picked: int) -> None:
        form, folder = reporting.FORMS[kind][picked], Path.home()
        path = reporting.write(self.workspace, self._reference, kind, form, folder, self.exercise)
        self.say(said.written(path))
