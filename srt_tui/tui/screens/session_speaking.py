"""The shared screen, read aloud: at one key, until the next one. Never by itself."""

from srt_tui.present.session import pages as said
from srt_tui.tui.screens.session_words import WordsFace
from srt_tui.workflow.aloud import reader
from srt_tui.workflow.deliver import LiveSession


class SpeakingFace(WordsFace):
    """A session's screen, as far as this machine has a voice."""

    def __init__(self, session: LiveSession) -> None:
        super().__init__(session)
        self.reader = reader()

    def why_not_speak(self) -> str:
        """There must be a voice."""
        return "" if self.reader.name else said.NO_VOICE

    async def do_speak(self) -> None:
        """Read what stands there; a story that plays stands still."""
        if self.reader.speaking:
            await self.reader.stop()
            return
        await self.desk.pause()
        await self.reader.say(said.aloud(self.page.shown))

    def takes(self, key: str) -> bool:
        """The next key makes it quiet."""
        if self.reader.speaking and key != "f5":
            self.run_worker(self.reader.stop())
        return super().takes(key)

    def covered(self) -> None:
        """Hidden: quiet."""
        self.run_worker(self.reader.stop())
        super().covered()

    async def on_unmount(self) -> None:
        """Quiet when the screen goes."""
        await self.reader.stop()
