"""What gives a session its shape: stages, the working-together check, signs and moves."""

from typing import Literal, TypeAlias

from srt_tui.domain.content import Frozen, Length

StageId: TypeAlias = Literal[
    "arrive", "review", "watch", "talk", "practise", "plan", "check", "close"
]
STAGE_IDS: tuple[StageId, ...] = (
    "arrive", "review", "watch", "talk", "practise", "plan", "check", "close",
)  # fmt: skip

Way: TypeAlias = Literal["room", "phone", "video", "no-player"]


class StagePrompt(Frozen, frozen=True, kw_only=True):
    """A line of a stage: `text` as written (quoted parts are to say, the rest to do).

    `only` narrows a line of the phone-and-video list to one of the two.
    """

    text: str
    shows_from: Length = 20
    only: Literal["", "phone", "video"] = ""


class Stage(Frozen, frozen=True, kw_only=True):
    """One of the eight stages; minutes by session length, prompts by way of working."""

    id: StageId
    title: str
    minutes: dict[int, int]
    room: tuple[StagePrompt, ...]
    phone: tuple[StagePrompt, ...]
    no_player: tuple[StagePrompt, ...]

    def prompts(self, way: Way, minutes: int) -> tuple[StagePrompt, ...]:
        """The prompts for this way of working that show in a session of `minutes`."""
        if way == "room":
            return tuple(p for p in self.room if p.shows_from <= minutes)
        if way == "no-player":
            return self.no_player
        return tuple(p for p in self.phone if p.only in ("", way))


class CheckItem(Frozen, frozen=True, kw_only=True):
    """One question of the working-together check, with the words at both ends."""

    id: str
    title: str
    text: str
    low: str
    high: str
    easy: str = ""
    easy_low: str = ""
    easy_high: str = ""


class Check(Frozen, frozen=True, kw_only=True):
    """The working-together check (brief D): conversation only, never a total."""

    his: tuple[CheckItem, ...]
    mine: tuple[CheckItem, ...]
    his_line: str
    my_line: str
    rules: tuple[str, ...]
    raise_when: tuple[str, ...]
    raise_words: tuple[str, ...]


class Sign(Frozen, frozen=True, kw_only=True):
    """Something that has slipped between two people; never a fault in him (brief D.4)."""

    id: str
    group: str
    title: str
    plain: str


class Move(Frozen, frozen=True, kw_only=True):
    """A repair move (brief D.5)."""

    id: str
    title: str
    say: str
