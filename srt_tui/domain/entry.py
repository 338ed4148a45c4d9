"""What happened: append-only entries, one tagged struct per kind (design, section 2).

An entry carries what was shown at the time, whatever the pack says later. Order is by `seq`.
"""

import datetime as dt
from typing import Annotated, Literal, TypeAlias, get_args

import msgspec
from msgspec import Meta

from srt_tui.domain.attendance import AwayReason, Came, Told
from srt_tui.domain.kept_plan import PlanAhead
from srt_tui.domain.participant import Format, Id, Preferences, Version
from srt_tui.domain.played import Range, Seconds

Text: TypeAlias = Annotated[str, Meta(max_length=20_000)]
Short: TypeAlias = Annotated[str, Meta(max_length=400)]
Tenth: TypeAlias = Annotated[int, Meta(ge=0, le=10)]
Voice: TypeAlias = Literal["his", "mine"]
Word: TypeAlias = Literal["low", "middle", "high"]
Mark: TypeAlias = Annotated[int, Meta(ge=1, le=5)] | Word | None

EndReason: TypeAlias = Literal["completed", "breach", "moved", "declined", "other"]
Form: TypeAlias = Literal["standard", "plain", "storyboard", "transcript", "live"]
Outcome: TypeAlias = Literal["done", "partly", "not-today"]
SkipReason: TypeAlias = Literal[
    "does-not-fit", "too-hard", "refused", "no-time", "done-before", "live-matter", "other"
]
FitWord: TypeAlias = Literal["fits-me", "partly", "not-me", "childish"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True):
    """One thing that happened; `at` is aware, in local time, so that its date is the local date.

    `seq` is 0 until the store has given it its place; `session` is 0 outside a session.
    """

    at: dt.datetime
    seq: Annotated[int, Meta(ge=0)] = 0
    session: Annotated[int, Meta(ge=0, le=9999)] = 0


class Referred(Entry, frozen=True, kw_only=True, tag="referred"):
    """The work was asked for on this date."""

    on: dt.date


class Ended(Entry, frozen=True, kw_only=True, tag="ended"):
    """The work ended, and why."""

    on: dt.date
    reason: EndReason


class Hold(Entry, frozen=True, kw_only=True, tag="hold"):
    """The working copy is kept beyond its time, or no longer; why is in the official record."""

    on: bool = True


class Preference(Entry, frozen=True, kw_only=True, tag="preference"):
    """The preferences from here on; the latest holds."""

    preferences: Preferences


class Opened(Entry, frozen=True, kw_only=True, tag="opened"):
    """A session began. `items` are the plan's items as ids; `minutes` is the planned length."""

    pack: Id
    pack_version: Short
    format: Format
    minutes: Annotated[int, Meta(ge=5, le=180)]
    items: tuple[Id, ...] = ()
    template: Id | None = None
    reason: Text = ""


class Planned(Entry, frozen=True, kw_only=True, tag="planned"):
    """A plan kept for next time; it waits until a session begins, or another one is kept."""

    plan: PlanAhead


class Attended(Entry, frozen=True, kw_only=True, tag="attended"):
    """Whether he came, the kind of reason where not as planned, and who at work was told.

    `on` is the day of the appointment, where it was written down on another.
    """

    came: Came
    reason: AwayReason = ""
    told: Told = ""
    on: dt.date | None = None


class LimitsSaid(Entry, frozen=True, kw_only=True, tag="limits-said"):
    """The two-jobs talk was given (brief A.2)."""


class Number(Entry, frozen=True, kw_only=True, tag="number"):
    """His number, 0 calm to 10, on the way in or on the way out."""

    when: Literal["in", "out"]
    value: Tenth | Word


class Energy(Entry, frozen=True, kw_only=True, tag="energy"):
    """How much energy there was today."""

    value: Word


class LiveMatter(Entry, frozen=True, kw_only=True, tag="live-matter"):
    """The time was used for something live: a good session, recorded as such."""


class Closed(Entry, frozen=True, kw_only=True, tag="closed"):
    """The session ended; afterwards only addenda. `cut` when it was stopped part way."""

    cut: bool = False
    next_on: dt.date | None = None


class Recorded(Entry, frozen=True, kw_only=True, tag="recorded"):
    """The note was entered in the official record, or with `stands` false: it was not after all."""

    stands: bool = True


class Addendum(Entry, frozen=True, kw_only=True, tag="addendum"):
    """A later word on entry `to`; `settles` closes the follow-up that entry had opened."""

    to: Annotated[int, Meta(ge=1)]
    text: Text = ""
    settles: bool = False


class ClipShown(Entry, frozen=True, kw_only=True, tag="clip-shown"):
    """A clip was shown or read. A story read counts as shown. "Shown", not "watched"."""

    clip: Id
    title: Short
    form: Form
    exercise: Id | None = None
    version: Version = "as-written"
    ranges: tuple[Range, ...] = ()
    length: Seconds = 0.0


class Rewatched(Entry, frozen=True, kw_only=True, tag="rewatched"):
    """He went back to a clip in his own time."""

    clip: Id
    title: Short


class PromptUsed(Entry, frozen=True, kw_only=True, tag="prompt-used"):
    """A prompt of an exercise was asked, with its words at the time."""

    exercise: Id
    number: Annotated[int, Meta(ge=1, le=12)]
    rung: Literal["character", "compare", "self", "other", "skill"]
    text: Short


class Words(Entry, frozen=True, kw_only=True, tag="words"):
    """What was said: his, as said, or mine, never both. `corrects` is the entry these put right."""

    voice: Voice
    text: Text
    exercise: Id | None = None
    prompt: Short = ""
    clip: Id | None = None
    moment: Seconds | None = None
    corrects: Annotated[int, Meta(ge=0)] = 0


class Answer(Entry, frozen=True, kw_only=True, tag="answer"):
    """A worksheet answer with its label at the time.

    One of: text; options picked, or sorted in pairs; one or two numbers or words; boxes in pairs.
    """

    exercise: Id
    field: Id
    label: Short
    text: Text = ""
    picked: tuple[Short, ...] = ()
    sorted: tuple[tuple[Short, Short], ...] = ()
    number: Tenth | Word | None = None
    after: Tenth | Word | None = None
    boxes: tuple[tuple[Short, Text], ...] = ()


class Fit(Entry, frozen=True, kw_only=True, tag="fit"):
    """How the story sat with him."""

    clip: Id
    fit: FitWord


class Skipped(Entry, frozen=True, kw_only=True, tag="skipped"):
    """Something was left out today, never a failing; `instead` is the exercise taken for it."""

    what: Literal["exercise", "clip", "prompt", "field", "stage", "check", "step"]
    id: Id
    title: Short = ""
    reason: SkipReason | None = None
    instead: Id | None = None


class Visited(Entry, frozen=True, kw_only=True, tag="visit"):
    """An exercise was left, with how far it got and the rung reached."""

    exercise: Id
    title: Short
    outcome: Outcome
    rung: Literal["character", "compare", "self", "other", "skill"] | None = None
    minutes: Annotated[int, Meta(ge=0, le=600)] = 0


class StepSet(Entry, frozen=True, kw_only=True, tag="step-set"):
    """A small step for the time between sessions; `sure` is 0 to 10."""

    text: Text
    exercise: Id | None = None
    sure: Tenth | Word | None = None


class StepReviewed(Entry, frozen=True, kw_only=True, tag="step-reviewed"):
    """The step set by entry `step` was looked at."""

    step: Annotated[int, Meta(ge=1)]
    tried: Literal["tried", "half", "not"]
    then: Literal["keep", "shrink", "swap", "done"] = "done"
    text: Text = ""


class SignSeen(Entry, frozen=True, kw_only=True, tag="sign"):
    """Something slipped between the two (brief D.4). Practitioner only."""

    sign: Id
    title: Short
    exercise: Id | None = None


class Repair(Entry, frozen=True, kw_only=True, tag="repair"):
    """A move that was tried (brief D.5), and how it was left. Practitioner only."""

    move: Id
    title: Short
    result: Literal["better", "same", "worse", "held-line", "unfinished"] = "unfinished"
    sign: Annotated[int, Meta(ge=0)] = 0


class CheckDone(Entry, frozen=True, kw_only=True, tag="check"):
    """The working-together check of one side; no marks at all means offered, not done."""

    side: Voice
    form: Literal["full", "easy"] = "full"
    marks: dict[Id, Mark] = {}
    line: Text = ""


class Note(Entry, frozen=True, kw_only=True, tag="note"):
    """A private note of the practitioner's; `supervision` when it is to be taken there."""

    text: Text
    exercise: Id | None = None
    supervision: bool = False


class SafetyRaised(Entry, frozen=True, kw_only=True, tag="safety-raised"):
    """A safety matter was raised, see the official record; never what it was."""

    follow_up: dt.date | None = None


class Unknown(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a kind this version does not know; kept whole, shown as from a newer one."""

    seq: int
    session: int
    at: dt.datetime
    kind: str
    raw: dict[str, object]


AnyEntry: TypeAlias = (
    Referred | Ended | Hold | Preference | Planned | Opened | Attended | LimitsSaid | Number
    | Energy | LiveMatter | Closed | Recorded | Addendum | ClipShown | Rewatched | PromptUsed
    | Words | Answer | Fit | Skipped | Visited | StepSet | StepReviewed | SignSeen | Repair
    | CheckDone | Note | SafetyRaised
)  # fmt: skip

ENTRY_TYPES: tuple[type[Entry], ...] = get_args(AnyEntry)
KINDS: tuple[str, ...] = tuple(str(kind.__struct_config__.tag) for kind in ENTRY_TYPES)
