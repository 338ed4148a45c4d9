"""Before words are kept: whether they look like a way to find somebody, asked once."""

from srt_tui.domain.identifiers import Findable, findable
from srt_tui.domain.pack import Pack


class SecondLook:
    """Remembers what was shown already, so that a second Enter keeps it.

    The people in the pack's stories are nobody's names.
    """

    def __init__(self, pack: Pack) -> None:
        self._known = frozenset(clip.lead for clip in pack.clips.values())
        self._shown = ""

    def at(self, text: str) -> tuple[Findable, ...]:
        """What to look at again before this is kept; nothing the second time."""
        if text == self._shown:
            return ()
        self._shown = text
        return findable(text, self._known)
