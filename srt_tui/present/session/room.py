"""What the room window shows: the together view in words, and the keys that are his."""

from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.present.session.pages import PageView


class RoomFrame(Frozen, frozen=True, kw_only=True):
    """All that ever reaches a room window. Without a `view` it is blank.

    `keys` are the line of keys as shown and labelled: empty while he does not hold them.
    """

    view: PageView | None = None
    keys: tuple[tuple[str, str], ...] = ()


def framed(view: PageView, typed: str, keys: tuple[tuple[str, str], ...]) -> RoomFrame:
    """The view with what is being typed in its box: there is none in a room window."""
    below = (*view.below, f"“{typed}”") if typed else view.below
    return RoomFrame(view=replace(view, below=below), keys=keys)


BLANK = RoomFrame()
NONE_RUNS = "No session is open on this computer."
START_ONE = "Start one in the first window; then type srt room here again."
