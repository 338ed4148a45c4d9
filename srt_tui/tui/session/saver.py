"""What is typed is saved within a second, and the screen says when it was not."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widgets import Static

from srt_tui.domain.errors import SrtError
from srt_tui.present.common import not_kept, saved
from srt_tui.tui.screen import AppScreen

SAVE_AFTER = 0.6
"""Seconds from a key to the save of what is typed; well within one."""
TRY_AGAIN_AFTER = 3.0
"""Seconds from a save that failed to the next try, so that room on the disk is seen by itself."""


def banner() -> Static:
    """Where a screen says what was not saved."""
    return Static("", id="not-saved", markup=False)


class Saver:
    """Saves with `keep` for a screen that has a `banner`; `was_saved` is called after each save.

    `saved` says when it was last done, `told` what the banner says. `keep` raises SrtError when it
    could not be saved.
    """

    def __init__(
        self,
        screen: AppScreen[None],
        keep: Callable[[], None],
        was_saved: Callable[[], None] = lambda: None,
    ) -> None:
        self._screen, self._keep, self._was_saved = screen, keep, was_saved
        self._timer: Timer | None = None
        self._failed = False
        self.saved = self.told = ""

    @property
    def waits(self) -> bool:
        """Whether something is to be saved in a moment."""
        return self._timer is not None

    def soon(self) -> None:
        """Save once, a moment from now."""
        if self._timer is None:
            self._timer = self._screen.set_timer(SAVE_AFTER, self.now)

    def now(self) -> None:
        """Save what is typed now; says so, or says that it could not.

        What else was said of something not saved stays in sight.
        """
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.stop()
        try:
            self._keep()
        except SrtError as error:
            self._failed = True
            self.tell(error)
            if self._screen.is_mounted:
                self._timer = self._screen.set_timer(TRY_AGAIN_AFTER, self.now)
            return
        if self._failed:
            self._failed = False
            self.tell(None)
        if self._screen.is_mounted:
            self.saved = saved(self._screen.workspace.now())
            self._was_saved()

    def tell(self, error: SrtError | None) -> None:
        """Show that something was not saved, and why; or nothing."""
        self.told = not_kept(error) if error else ""
        if self.told:
            self._screen.hush()
        for line in self._screen.query("#not-saved").results(Static):
            line.update(self.told)
            line.display = bool(self.told)
