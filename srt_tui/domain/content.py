"""What a pack teaches with: exercises, their prompts and worksheet fields, and clips.

All of it is frozen and read-only for the program. Rules cited as "brief" are the sections of
the content design brief that the shipped pack follows.
"""

from typing import Literal, TypeAlias

import msgspec
from msgspec import structs

Rung: TypeAlias = Literal["character", "compare", "self", "other", "skill"]
RUNGS: tuple[Rung, ...] = ("character", "compare", "self", "other", "skill")

Length: TypeAlias = Literal[20, 30, 45, 60]
LENGTHS: tuple[Length, ...] = (20, 30, 45, 60)


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every value here: immutable, built by keyword."""


class Prompt(Frozen, frozen=True, kw_only=True):
    """A question on one rung of the ladder; `shows_from` is the shortest session showing it."""

    rung: Rung
    text: str
    shows_from: Length = 20


class Field(Frozen, frozen=True, kw_only=True, tag_field="type"):
    """One worksheet question. `saved` is false for a field that is said, not saved."""

    id: str
    label: str
    saved: bool = True


class TextField(Field, frozen=True, kw_only=True, tag="text"):
    """A short line in his words."""


class ChoiceField(Field, frozen=True, kw_only=True, tag="choice"):
    """Pick from a list: at most `most` (0: any number); with `groups`, sort each option."""

    options: tuple[str, ...]
    most: int = 0
    groups: tuple[str, ...] = ()


class ScaleField(Field, frozen=True, kw_only=True, tag="scale"):
    """A whole number from 0 to 10 with words at both ends."""

    low: str
    high: str


class BeforeAfterField(Field, frozen=True, kw_only=True, tag="before_after"):
    """The same 0 to 10 line twice, with a name for each end of the time between."""

    low: str
    high: str
    before: str
    after: str


STANDARD_CHAIN: tuple[str, ...] = (
    "what happened", "thought", "feeling", "body", "action", "what came next",
)  # fmt: skip


class ChainField(Field, frozen=True, kw_only=True, tag="chain"):
    """Boxes in a row; the standard boxes are those of brief B.2."""

    boxes: tuple[str, ...] = STANDARD_CHAIN


AnyField: TypeAlias = TextField | ChoiceField | ScaleField | BeforeAfterField | ChainField


class Notes(Frozen, frozen=True, kw_only=True):
    """The five practitioner notes of an exercise (brief B.2). Never on the shared screen."""

    aim: str
    watch_for: str
    stuck: str
    does_not_fit: str
    disclosure: str


class Exercise(Frozen, frozen=True, kw_only=True):
    """One of the pack's exercises. Minutes are for the exercise alone.

    `before` advises and never locks: all of these first, or any one of them when `before_any`.
    """

    id: str
    title: str
    module: str
    short: int
    full: int
    clip: str
    lead: str
    purpose: str
    skill: str
    story: str
    prompts: tuple[Prompt, ...]
    fields: tuple[AnyField, ...]
    between: str
    diary: str
    card: str
    notes: Notes
    themes: tuple[str, ...] = ()
    sensitivities: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    before_any: bool = False
    best_after: tuple[str, ...] = ()
    before_note: str = ""
    variants: tuple[tuple[str, str], ...] = ()


NARRATOR = "NARRATOR"


class Line(Frozen, frozen=True, kw_only=True):
    """One spoken line of a script."""

    speaker: str
    text: str


class Scene(Frozen, frozen=True, kw_only=True):
    """One picture of a clip, what stands on screen (6 words at most), and its lines.

    `choice` is how many of its lines are spoken before the moment he has a choice; None where
    the scene has no such mark.
    """

    number: int
    picture: str
    words: str
    lines: tuple[Line, ...]
    choice: int | None = None


class Clip(Frozen, frozen=True, kw_only=True):
    """One story with its script; the script is the transcript, word for word (brief F.1).

    `versions` holds other words for the same story, read aloud: (`no-substance`, the text).
    """

    id: str
    title: str
    lead: str
    content_note: str
    scenes: tuple[Scene, ...]
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every spoken line, in order."""
        return tuple(line for scene in self.scenes for line in scene.lines)

    @property
    def choice(self) -> int | None:
        """How many lines are spoken before the moment of choice; None where none is marked."""
        spoken = 0
        for scene in self.scenes:
            if scene.choice is not None:
                return spoken + scene.choice
            spoken += len(scene.lines)
        return None

    def worded(self, version: str) -> "Clip":
        """The story in another version's words, a scene to each paragraph; itself without them."""
        words = dict(self.versions).get(version, "")
        parts = [part.strip() for part in words.split("\n\n") if part.strip()]
        if not parts:
            return self
        scenes = tuple(
            Scene(number=n, picture="", words="", lines=(Line(speaker=NARRATOR, text=part),))
            for n, part in enumerate(parts, start=1)
        )
        return structs.replace(self, scenes=scenes)
