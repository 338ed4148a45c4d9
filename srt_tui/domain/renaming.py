"""A clip in which some people bear their spare names.

Brief B.1: when a name in a story belongs to someone in his life, it is changed before the story
is shown.
"""

import re

from msgspec.structs import replace

from srt_tui.domain.content import Clip, Line, Scene


def renamed(clip: Clip, names: dict[str, str]) -> Clip:
    """The clip with each of these names changed wherever it is said, seen or heard."""
    if not names:
        return clip
    either = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    by_lower = {name.lower(): spare for name, spare in names.items()}

    def changed(text: str) -> str:
        return either.sub(lambda found: _like(found[0], by_lower[found[0].lower()]), text)

    def line(spoken: Line) -> Line:
        return replace(spoken, speaker=changed(spoken.speaker), text=changed(spoken.text))

    def scene(seen: Scene) -> Scene:
        lines = tuple(map(line, seen.lines))
        return replace(seen, picture=changed(seen.picture), words=changed(seen.words), lines=lines)

    return replace(
        clip,
        title=changed(clip.title),
        content_note=changed(clip.content_note),
        scenes=tuple(map(scene, clip.scenes)),
    )


def _like(typed: str, name: str) -> str:
    """The name in capitals where the one before was."""
    return name.upper() if typed.isupper() else name
