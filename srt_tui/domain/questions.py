"""What each page of a session asks: pages in, questions out."""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from srt_tui.domain import terms
from srt_tui.domain.asking import Ask, Options
from srt_tui.domain.content import (
    AnyField,
    BeforeAfterField,
    ChainField,
    ChoiceField,
    ScaleField,
    TextField,
)
from srt_tui.domain.pages import (
    AnyPage,
    CheckLinePage,
    CheckPage,
    FieldPage,
    FitPage,
    NumberPage,
    OutcomePage,
    StepBackPage,
    StepPage,
)
from srt_tui.domain.structure import Check
from srt_tui.domain.terms import options
from srt_tui.domain.ways import Way

WORDS: Options = (("low", "low"), ("middle", "middle"), ("high", "high"))
FITS = options(terms.FIT)
OUTCOMES = options(terms.OUTCOME)
TRIED = options(terms.TRIED)
THEN = options(terms.THEN)
REASONS = options(terms.SKIP)
WHY_ELSE = Ask(kind="text", label="In a few words", only="other")
NONE_OF_THEM = ("", "no, go on")
AGAIN = "again"
RIGHT: Options = (("right", "that is right"), (AGAIN, "not like that"))
STOP: Options = (("stop", "stop here"), ("on", "go on"))
THIS, OWN = "this", "own"
CALM, ANGRY = "calm", "as angry as I get"
UNSURE, CERTAIN = "not sure at all", "certain"

CAME: Options = tuple((came, words) for came, words in options(terms.CAME) if came != "no")
GONE = "Thank you for today."
NEXT_TIME = "When do you meet next?"
_HE_CAME = "How did he come?"
_NOW = "What now?"
_ONE_TO_FIVE: Options = tuple((str(n), "") for n in range(1, 6))
_ALWAYS: dict[type, tuple[Ask, ...]] = {
    StepBackPage: (
        Ask(kind="one", options=TRIED),
        Ask(kind="one", label=_NOW, options=THEN, follows=True),
    ),
    FitPage: (Ask(kind="one", options=FITS),),
    OutcomePage: (Ask(kind="one", options=OUTCOMES),),
    CheckLinePage: (Ask(kind="text"),),
}


def asks_of(page: AnyPage, *, light: bool = False) -> tuple[Ask, ...]:
    """What the page asks, in order; `light` asks for low, middle, high in place of figures."""
    match page:
        case NumberPage():
            return (_number("", CALM, ANGRY, light=light),)
        case FieldPage():
            return _field_asks(page.field, light=light)
        case StepPage():
            return _step_asks(page, light=light)
        case CheckPage():
            return (Ask(kind="one", options=WORDS if light else _ONE_TO_FIVE),)
    return _ALWAYS.get(type(page), ())


def closing_asks(check: Check) -> tuple[Ask, ...]:
    """Has he gone, the practitioner's five, the line, how he came, and the next date."""
    return (
        Ask(kind="one", label=GONE),
        *(Ask(kind="one", label=item.title, options=_ONE_TO_FIVE) for item in check.mine),
        Ask(kind="text", label=check.my_line),
        Ask(kind="one", label=_HE_CAME, options=CAME),
        Ask(kind="text", label=NEXT_TIME),
    )


def others(titles: Iterable[tuple[str, str]]) -> Options:
    """What may be taken instead, as ids and titles; the last is none of them."""
    return *titles, NONE_OF_THEM


def ways_to_tell(ways: Iterable[Way]) -> Options:
    """The ways in which a story can be told, to pick from."""
    return tuple((way.key, way.words) for way in ways)


def _number(label: str, low: str, high: str, *, light: bool) -> Ask:
    if light:
        return Ask(kind="one", label=label, options=WORDS, low=low, high=high)
    return Ask(kind="number", label=label, low=low, high=high)


def _step_asks(page: StepPage, *, light: bool) -> tuple[Ask, ...]:
    mine = Ask(kind="text", label="In my own words", only=OWN if page.text else "")
    sure = replace(_number("How sure are you?", UNSURE, CERTAIN, light=light), follows=True)
    if not page.text:
        return mine, sure
    choose: Options = ((THIS, "this one"), (OWN, "in my own words"))
    return Ask(kind="one", options=choose), mine, sure


def _field_asks(field: AnyField, *, light: bool) -> tuple[Ask, ...]:
    match field:
        case TextField():
            return (Ask(kind="text"),) if field.saved else ()
        case ChoiceField():
            options: Options = tuple((option, option) for option in field.options)
            if field.groups:
                return (Ask(kind="sort", options=options, groups=field.groups),)
            return (Ask(kind="many", options=options, most=field.most),)
        case ScaleField():
            return (_number("", field.low, field.high, light=light),)
        case BeforeAfterField():
            return (
                _number(field.before, field.low, field.high, light=light),
                _number(field.after, field.low, field.high, light=light),
            )
        case ChainField():
            return tuple(Ask(kind="text", label=box) for box in field.boxes)
        case _:
            assert_never(field)
