"""A screen on which something is typed: saved within a second, and it says when it was not."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Static

from srt_tui.domain.errors import SrtError
from srt_tui.present.common import not_kept, saved
from srt_tui.tui.screen import AppScreen

SAVE_AFTER = 0.6
"""Seconds from a key to the save of what is typed; well within one."""
TRY_AGAIN_AFTER = 3.0
"""Seconds from a save that failed to the next try, so that room on the disk is seen by itself."""


class SavingFace(AppScreen[None]):
    """Saves a moment after `save_soon`, and at once on hiding, leaving and losing the window."""

    def __init__(self) -> None:
        super().__init__()
        self._saving: Timer | None = None
        self._failed = False
        self._banner = ""
        self.saved = ""

    def banner(self) -> ComposeResult:
        """Where it says what was not saved."""
        yield Static("", id="not-saved", markup=False)

    @property
    def behind(self) -> bool:
        """Whether the draft could not be written after something was kept."""
        return False

    def keep(self) -> None:
        """Write the draft; raises SrtError when it was not saved."""

    def was_saved(self) -> None:
        """It was written just now."""

    def save_soon(self) -> None:
        """Save once, a moment from now."""
        if self._saving is None:
            self._saving = self.set_timer(SAVE_AFTER, self.save)

    def save(self) -> None:
        """Save what is typed now; says so, or says that it could not.

        What else was said of something not saved stays in sight.
        """
        timer, self._saving = self._saving, None
        if timer is not None:
            timer.stop()
        try:
            self.keep()
        except SrtError as error:
            self._failed = True
            self.not_saved(not_kept(error))
            if self.is_mounted:
                self._saving = self.set_timer(TRY_AGAIN_AFTER, self.save)
            return
        if self._failed:
            self._failed = False
            self.not_saved("")
        if self.is_mounted:
            self.saved = saved(self.workspace.now())
            self.was_saved()

    def settled(self, act: Callable[[], object]) -> bool:
        """Do it; when it could not be saved, say so and leave everything as it stands."""
        try:
            act()
        except SrtError as error:
            self.not_saved(not_kept(error))
            return False
        self.not_saved("")
        if self.behind:
            self.save_soon()
        return True

    def not_saved(self, sentence: str) -> None:
        """The banner that something was not saved; gone when it is empty."""
        if sentence:
            self.hush()
        self._banner = sentence
        for banner in self.query("#not-saved").results(Static):
            banner.update(sentence)
            banner.display = bool(sentence)

    def say(self, sentence: str) -> None:
        """What the banner says already is not said again."""
        if sentence != self._banner:
            super().say(sentence)

    def on_descendant_blur(self) -> None:
        """The box is left, or the whole window: what waits to be saved is saved."""
        if self._saving is not None:
            self.save()
