"""A way in which a story is told: its form, and in which words."""

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Form
from srt_tui.domain.participant import Version

RECORDED: tuple[Form, ...] = ("standard", "plain")


class Way(Frozen, frozen=True, kw_only=True):
    """A form and the words it is told in."""

    form: Form
    version: Version = "as-written"

    @property
    def is_recorded(self) -> bool:
        """Whether a recording is played."""
        return self.form in RECORDED

    @property
    def film(self) -> str:
        """The recording that times this way: its own, or for words alone the plain one."""
        return self.form if self.is_recorded else "plain"
