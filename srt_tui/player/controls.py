"""What a key asks of a player, said once for the player's window and the session screen."""

from srt_tui.domain.playback import RATES, Showing, Story
from srt_tui.player.base import Player

_JUMP = 10.0
_DELAY_MS = 50
_LOUDER = 10
_SCENE_BEGUN = 2.0


async def obey(player: Player, wish: str, now: Showing, story: Story) -> None:
    """Carry out a wish of `keys`, given what is shown `now`. Unknown wishes do nothing."""
    if wish == "toggle":
        await (player.pause() if now.state == "playing" else player.play())
    elif wish == "again":
        await player.seek(0.0)
        await player.play()
    elif wish in ("back", "on", "scene-back", "scene-on"):
        await player.seek(_place(wish, now.at, story))
    elif wish == "hide":
        await player.hide()
    elif wish in ("close", "gone"):
        await player.stop()
    else:
        await _set(player, wish, now)


async def _set(player: Player, wish: str, now: Showing) -> None:
    """A wish for something that holds from now on."""
    if wish in ("slower", "faster"):
        await player.rate(_speed(now.rate, 1 if wish == "faster" else -1))
    elif wish in ("sooner", "later"):
        await player.delay(now.delay_ms + (_DELAY_MS if wish == "later" else -_DELAY_MS))
    elif wish in ("louder", "softer"):
        await player.volume(now.volume + (_LOUDER if wish == "louder" else -_LOUDER))
    elif wish == "captions":
        await _captions(player, now)
    elif wish == "full":
        await player.full(not now.full)
    elif wish == "top":
        await player.top(not now.on_top)


async def _captions(player: Player, now: Showing) -> None:
    """On, larger, off, and round again."""
    larger = now.captions and not now.larger and player.capabilities.larger_captions
    await player.larger(larger)
    await player.captions(larger or not now.captions)


def _place(wish: str, at: float, story: Story) -> float:
    """Where a jump leads. Back within a scene is to its start, then to the one before."""
    start = story.scene_start(at, 0)
    places = {
        "back": at - _JUMP,
        "on": at + _JUMP,
        "scene-back": start if at - start > _SCENE_BEGUN else story.scene_start(at, -1),
        "scene-on": story.scene_start(at, 1),
    }
    return places[wish]


def _speed(rate: float, by: int) -> float:
    """The next of the offered speeds, stopping at the ends."""
    nearest = min(range(len(RATES)), key=lambda index: abs(RATES[index] - rate))
    return RATES[max(0, min(nearest + by, len(RATES) - 1))]
