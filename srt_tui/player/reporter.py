"""Keeps the one `Showing` of a player and reports each change of it."""

import time
from collections.abc import Callable
from typing import Any

import msgspec

from srt_tui.domain.playback import PlayerName, Showing, Story
from srt_tui.domain.played import Shown
from srt_tui.player.base import Media, OnShowing

_UNSEEN = 0.5
_LATE = 0.75
_JUMPING = 2.0
_SMALLEST = 0.2


class ShowingReporter:
    """What is shown, what was shown, and who is to hear of it."""

    def __init__(
        self, player: PlayerName, on_showing: OnShowing, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._report = on_showing
        self._clock = clock
        self._shown = Shown()
        self._heard = clock()
        self._left, self._to, self._jumped = 0.0, 0.0, -_JUMPING
        self.media = Media(clip="", story=Story(cues=(), scenes=(), length=0))
        self.showing = self._told = Showing(state="closed", clip="", player=player)

    def open(self, media: Media) -> None:
        """Another clip; nothing of it was shown yet. `change` says the rest."""
        self.media, self._shown = media, Shown()
        self.showing = msgspec.structs.replace(
            self.showing, clip=media.clip, length=media.story.length, ranges=(), hidden=False
        )

    @property
    def here(self) -> float:
        """Where the clip is by now: the last report and, while playing, the time since."""
        now = self.showing
        if now.state != "playing":
            return now.at
        return self._within(now.at + min(self._clock() - self._heard, _UNSEEN) * now.rate)

    def progress(self, at: float) -> None:
        """The player, playing, says it is at `at` seconds. Reported four times a second.

        A report from a little before where we know it to be was late on its way. So was, just
        after a jump, one from anywhere but where it led: jumps close behind each other are carried
        out one by one.
        """
        at = self._within(at)
        late = 0 < self.showing.at - at < _LATE or not self._fits(at)
        if self.showing.state == "playing" and not late:
            self._grow(at)
            self._tell(at=at, moved=True)

    def _fits(self, at: float) -> bool:
        since = self._clock() - self._jumped
        ahead = at - self._to
        return since >= _JUMPING or -_LATE < ahead < since * self.showing.rate + _UNSEEN

    @property
    def furthest(self) -> float:
        """Where the clip may have come to its end: here, or where a jump just led away from."""
        just = self._clock() - self._jumped < _JUMPING
        return max(self.here, self._left) if just else self.here

    def cut(self) -> None:
        """A command is about to be sent: what was shown until now is one range."""
        if self.showing.state == "playing":
            at = self.here
            self._grow(at)
            self.showing = msgspec.structs.replace(self.showing, at=at)
        self._shown = self._shown.cut()

    def change(self, **changes: Any) -> None:
        """Report new values of any fields of `Showing`; playing begins a new range."""
        self.cut()
        self._heard = self._clock()
        if "at" in changes:
            self._left = changes["at"] if "state" in changes else self.furthest
            self._to, self._jumped = changes["at"], self._heard
        self._tell(**{"reason": "", "at": self.showing.at, **changes})
        if self.showing.state == "playing":
            self._grow(self.showing.at)

    def fail(self, reason: str) -> None:
        """The clip cannot go on. `reason`: one plain sentence and what to do next."""
        self.change(state="failed", reason=reason)

    def _grow(self, at: float) -> None:
        self._heard = self._clock()
        self._shown = self._shown.progress(at, clock=self._heard, rate=self.showing.rate)

    def _within(self, at: float) -> float:
        length = self.showing.length
        return max(0.0, min(at, length) if length else at)

    def _tell(self, *, moved: bool = False, **changes: Any) -> None:
        at = changes.get("at", self.showing.at)
        cue, scene = self.media.story.cue(at), self.media.story.scene(at)
        now = self.showing = msgspec.structs.replace(
            self.showing,
            caption=cue.text if cue else "",
            speaker=cue.speaker if cue else "",
            scene=scene.number if scene else 0,
            ranges=self._shown.ranges,
            **changes,
        )
        same = (now.caption, now.scene) == (self._told.caption, self._told.scene)
        if now == self._told or not now.clip:
            return
        if moved and same and abs(now.at - self._told.at) < _SMALLEST * now.rate:
            return
        self._told = now
        self._report(now)
