"""A page read aloud, where this machine has a voice."""

from srt_tui.player.aloud import Reader, SpokenAloud, voice


def reader() -> Reader:
    """What reads aloud here; its name is empty where nothing does."""
    return SpokenAloud(voice())
