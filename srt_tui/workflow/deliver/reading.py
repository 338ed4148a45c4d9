"""A story that is read together, a piece at a time."""

from srt_tui.domain.content import Clip
from srt_tui.domain.leaves import Leaf, leaves
from srt_tui.domain.participant import Version
from srt_tui.domain.playback import Story
from srt_tui.domain.played import Range
from srt_tui.workflow.deliver.theatre import Watched


class StoryReading:
    """The pieces of a story, the one in sight, and how far it got."""

    def __init__(self, script: Clip, story: Story, version: Version) -> None:
        """`script` in the words of `version`, `story` the same laid out in time."""
        self.leaves = leaves(script, story)
        self._story = story
        self._version = version
        self._at = self._furthest = 0

    @property
    def leaf(self) -> Leaf:
        """The piece in sight."""
        return self.leaves[self._at]

    @property
    def place(self) -> int:
        """Which piece it is, from 1."""
        return self._at + 1

    def turn(self, by: int) -> bool:
        """The next piece, or the one before; False at either end."""
        if not 0 <= self._at + by < len(self.leaves):
            return False
        self._at += by
        self._furthest = max(self._furthest, self._at)
        return True

    @property
    def shown(self) -> Watched:
        """What was read, as something shown."""
        read = Range(start=0.0, end=self.leaves[self._furthest].end)
        return Watched(
            form="transcript", version=self._version, ranges=(read,), length=self._story.length
        )
