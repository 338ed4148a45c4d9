"""A way in which a story is told: its form, and in which words."""

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Form
from srt_tui.domain.participant import Version

VERSIONS: tuple[tuple[Version, str], ...] = (
    ("as-written", "as written"),
    ("male-partner", "partner is a man"),
    ("female-partner", "partner is a woman"),
    ("no-substance", "no drink or drugs"),
)
"""In which words a story is told."""
FORMS: tuple[tuple[Form, str], ...] = (
    ("standard", "with pictures"),
    ("plain", "with words only"),
    ("storyboard", "on this screen"),
    ("transcript", "read, a little at a time"),
)
"""How it is shown."""
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

    @property
    def key(self) -> str:
        """What stands for it among the answers."""
        return f"{self.form} {self.version}"

    @property
    def words(self) -> str:
        """The way in a few words."""
        other = "" if self.version == "as-written" else f", {dict(VERSIONS)[self.version]}"
        return f"{dict(FORMS)[self.form]}{other}"
