"""The pages of a session: one idea on the shared screen at a time, in the order of the plan.

A page holds pack words and ids only, never anything private, so that whatever draws it is safe
to be seen by both.
"""

from typing import TypeAlias

from srt_tui.domain.content import AnyField, Frozen, Prompt
from srt_tui.domain.structure import CheckItem, StageId


class Page(Frozen, frozen=True, kw_only=True, tag_field="page"):
    """What is on the shared screen. `key` names the page for good within its session."""

    key: str
    item: int
    stage: StageId
    exercise: str | None = None


class LimitsPage(Page, frozen=True, kw_only=True, tag="limits"):
    """The two-jobs talk (brief A.2), said at the first session and when it matters."""

    text: str


class NumberPage(Page, frozen=True, kw_only=True, tag="number"):
    """His number, nought to ten, on the way in or out; `text` asks for it."""

    out: bool
    text: str


class SayPage(Page, frozen=True, kw_only=True, tag="say"):
    """A line of the stage for the practitioner to say; it `asks` where his answer belongs to it."""

    text: str
    asks: bool = False


class StepBackPage(Page, frozen=True, kw_only=True, tag="step-back"):
    """The step that was set last time, to be looked at."""

    step: int
    text: str


class ClipPage(Page, frozen=True, kw_only=True, tag="clip"):
    """A story to watch or read; the content note comes first."""

    clip: str
    title: str
    content_note: str


class FitPage(Page, frozen=True, kw_only=True, tag="fit"):
    """How the story sat with him."""

    clip: str


class PromptPage(Page, frozen=True, kw_only=True, tag="prompt"):
    """One question of the ladder, the `place`-th of `of` on show."""

    prompt: Prompt
    number: int
    place: int
    of: int


class SkillPage(Page, frozen=True, kw_only=True, tag="skill"):
    """The skill in one line, to be shown, tried and talked over."""

    text: str


class FieldPage(Page, frozen=True, kw_only=True, tag="field"):
    """One worksheet question."""

    field: AnyField


class OutcomePage(Page, frozen=True, kw_only=True, tag="outcome"):
    """How far the exercise got: one key."""

    title: str


class StepPage(Page, frozen=True, kw_only=True, tag="step"):
    """The small step for the week, as the exercise puts it, and the line every task carries."""

    text: str
    task_line: str


class CheckOfferPage(Page, frozen=True, kw_only=True, tag="check-offer"):
    """One minute on how we worked: yes, or not today."""


class CheckPage(Page, frozen=True, kw_only=True, tag="check"):
    """One of his five questions."""

    question: CheckItem
    place: int
    of: int


class CheckLinePage(Page, frozen=True, kw_only=True, tag="check-line"):
    """One thing to keep or change."""

    text: str


class CardPage(Page, frozen=True, kw_only=True, tag="card"):
    """The card of the exercise."""

    title: str
    text: str


class ByePage(Page, frozen=True, kw_only=True, tag="bye"):
    """The end of what both see."""


class OpenStep(Frozen, frozen=True, kw_only=True):
    """A step that was set and not yet looked at: its entry and its words."""

    seq: int
    text: str


AnyPage: TypeAlias = (
    LimitsPage | NumberPage | SayPage | StepBackPage | ClipPage | FitPage | PromptPage
    | SkillPage | FieldPage | OutcomePage | StepPage | CheckOfferPage | CheckPage
    | CheckLinePage | CardPage | ByePage
)  # fmt: skip


def question(page: AnyPage) -> str:
    """What his words on this page answer; empty where they answer nothing."""
    if isinstance(page, SayPage):
        return page.text if page.asks else ""
    return page.prompt.text if isinstance(page, PromptPage) else ""
