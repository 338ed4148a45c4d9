"""Close: the practitioner's part of the end, alone; then the note."""

from srt_tui.present.session import close as said
from srt_tui.present.session.pages import PageView
from srt_tui.tui.screens.note import NotePage
from srt_tui.tui.session.asking import AskingScreen
from srt_tui.tui.session.rows import CLOSING
from srt_tui.workflow.deliver.my_part import MyPart


class CloseScreen(AskingScreen):
    """Five marks, a line for supervision, how he came and when next; each may be passed."""

    commands = CLOSING
    talk: MyPart

    def on_mount(self) -> None:
        """Wait until he has gone; what was marked before a stop is there again."""
        self.talk = MyPart(self.session, self.workspace.today)
        self.show()

    def view(self) -> PageView:
        """The question that is asked now."""
        return said.view(self.talk.check, self.talk.asking)

    def ended(self) -> None:
        """The note."""
        self.srt.switch_screen(
            NotePage(self.workspace, self.session.reference, self.session.number)
        )
