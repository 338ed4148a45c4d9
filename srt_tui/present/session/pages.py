"""The shared screen in words: what each page of a session says.

Pure, and only from the page, what he has answered on it and what he has said: nothing private
can come through here.
"""

import re

from srt_tui.domain.asking import Asking
from srt_tui.domain.content import BeforeAfterField, ChainField, Frozen
from srt_tui.domain.pages import (
    AnyPage,
    ByePage,
    CardPage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    FitPage,
    NumberPage,
    OutcomePage,
    PromptPage,
    StepBackPage,
    StepPage,
)
from srt_tui.domain.questions import WORDS
from srt_tui.present.session.rows import ask_rows, chain_rows, twice

SAID_ONLY = "Said, not saved. Say it out loud."
_FIXED: dict[type, str] = {
    FitPage: "How did that story sit with you?",
    CheckOfferPage: "One minute on how we worked today. Low marks help me.",
    ByePage: "That is all for today.",
}


_WORDS = "low, middle or high"
_HIS_NUMBER = re.compile(r"What is your number", re.IGNORECASE)
_NOUGHT_TO_TEN = re.compile(r",? nought to ten", re.IGNORECASE)


class PageView(Frozen, frozen=True, kw_only=True):
    """What stands on the screen, top to bottom.

    `whose` says whose keys they are, where they are his. `above` and `below` are quiet lines,
    `big` the one idea, `rows` what can be picked or filled in, of which `here` is pointed at.
    """

    heading: str
    whose: str = ""
    state: str = ""
    above: str = ""
    big: str = ""
    below: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    here: int = -1


def view(
    page: AnyPage,
    asking: Asking,
    *,
    heading: str,
    light: bool = False,
    said: tuple[str, ...] = (),
    note: str = "",
) -> PageView:
    """The page as it stands. `heading` is the stage's title, `note` stands over worksheets.

    `said` are his own words on this page, as he said them.
    """
    above = note if isinstance(page, FieldPage) else _label(page, asking)
    quoted = tuple(f"“{words}”" for words in said)
    rows, here = _rows(page, asking)
    return PageView(
        heading=heading,
        state=_state(page),
        above=above,
        big=_big(page, light=light),
        below=(*_below(page, asking, light=light), *quoted),
        rows=rows,
        here=here,
    )


def _state(page: AnyPage) -> str:
    """Where we are among several of a kind."""
    return f"{page.place} of {page.of}" if isinstance(page, PromptPage | CheckPage) else ""


def _big(page: AnyPage, *, light: bool) -> str:
    """The one idea."""
    match page:
        case PromptPage():
            big = page.prompt.text
        case FieldPage():
            big = page.field.label
        case ClipPage():
            big = page.title
        case OutcomePage():
            big = f"{page.title}. How far did we get?"
        case CheckPage(question=item):
            big = item.easy if light else f"{item.title}. {item.text}"
        case StepPage():
            big = page.text or "One small step."
        case NumberPage() if light:
            big = in_words(page.text)
        case _:
            big = _FIXED.get(type(page)) or str(getattr(page, "text", ""))
    return big


def _below(page: AnyPage, asking: Asking, *, light: bool) -> tuple[str, ...]:
    """Quiet lines under it."""
    match page:
        case ClipPage():
            return (page.content_note,)
        case FieldPage() if not page.field.saved:
            return (SAID_ONLY,)
        case FieldPage() if asking.ask and asking.ask.most > 1:
            return (up_to(asking.ask.most),)
        case StepPage() if asking.at == 0:
            return (page.task_line,)
        case CheckPage(question=item) if light:
            return f"low: {item.easy_low}", f"high: {item.easy_high}"
    return ()


def _label(page: AnyPage, asking: Asking) -> str:
    match page:
        case StepBackPage():
            return "The step from last time"
        case CardPage():
            return page.title
        case StepPage():
            return "A small step"
    return asking.ask.label if asking.ask else ""


def _rows(page: AnyPage, asking: Asking) -> tuple[tuple[str, ...], int]:
    """What can be picked or filled in, and which row is pointed at."""
    if isinstance(page, FieldPage):
        if isinstance(page.field, ChainField):
            return chain_rows(asking)
        if isinstance(page.field, BeforeAfterField):
            return twice(asking), -1
    if isinstance(page, CheckPage) and asking.ask and len(asking.ask.options) > len(WORDS):
        return (f"1  {page.question.low}", "2", "3", "4", f"5  {page.question.high}"), asking.row
    labelled = isinstance(page, StepBackPage | StepPage) and asking.at > 0
    head = (asking.ask.label,) if labelled and asking.ask else ()
    rows, here = ask_rows(asking)
    return (*head, *rows), here + len(head) if here >= 0 else here


def in_words(text: str) -> str:
    """What asks for a number, asked for low, middle or high instead (brief E, `light-words`)."""
    return _HIS_NUMBER.sub("How is it", _NOUGHT_TO_TEN.sub(f": {_WORDS}", text))


def up_to(most: int) -> str:
    """How many may be picked."""
    return f"Up to {most}."


def why(heading: str, asking: Asking, *, rest: bool = False) -> PageView:
    """Left out, or the `rest` of the exercise: the reasons, none of which has to be given."""
    rows, here = ask_rows(asking)
    big = "Skip the rest of this exercise." if rest else "Skip this."
    below = asking.ask.label if asking.ask and asking.kind == "text" else NO_REASON
    return PageView(heading=heading, big=big, below=(below,), rows=rows, here=here)


def instead(heading: str, asking: Asking) -> PageView:
    """Another story in the place of this one."""
    rows, here = ask_rows(asking)
    return PageView(heading=heading, big=ANOTHER, rows=rows, here=here)


def stop(heading: str, asking: Asking) -> PageView:
    """Whether to stop here."""
    rows, here = ask_rows(asking)
    return PageView(heading=heading, big="Stop here?", below=(STAYS,), rows=rows, here=here)


def aloud(view: PageView) -> str:
    """A page as it is read out: what it asks, and what can be picked."""
    parts = (view.above, view.big, *view.below, *view.rows)
    return "\n".join(part.strip(" ‖▶■▌▐●○") for part in parts if part)


def say_back(heading: str, words: str, asking: Asking) -> PageView:
    """His words as he said them, for him to agree or to put right."""
    rows, here = ask_rows(asking)
    return PageView(heading=heading, above=CHECKING, big=f"“{words}”", rows=rows, here=here)


def slow(heading: str) -> PageView:
    """A high number at the end: no hurry (brief A.2, step 7, and C.2, close)."""
    return PageView(heading=heading, big=NO_HURRY, below=(WHERE_NEXT,))


NO_REASON = "No reason is fine: Enter."
ANOTHER = "Another story instead?"
NO_OTHER = "there is no other story for this."
CHECKING = "Let me see if I have it right."
NO_VOICE = "this machine cannot read out loud."
NOTHING_YET = "nothing was said here."
STAYS = "What we did is kept."
NO_HURRY = "No hurry. We can take a minute."
WHERE_NEXT = "Where are you going next? Who will you be with?"
TAKE_BACK = "Take one back first."
YOURS = "your keys"
ONE_MOMENT = "One moment."
HANDED = "The keys are yours."
HANDED_BACK = "The keys are back."
