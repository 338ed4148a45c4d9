"""Between the answers on the screen and what is kept: worksheet answers, numbers and marks."""

from typing import assert_never, cast

from srt_tui.domain.asking import pairs, picks
from srt_tui.domain.content import (
    AnyField,
    BeforeAfterField,
    ChainField,
    ChoiceField,
    Frozen,
    ScaleField,
    TextField,
)
from srt_tui.domain.entry import Answer, Mark, Word


class Answered(Frozen, frozen=True, kw_only=True):
    """A worksheet answer on its way in; one of the parts is filled (see `entry.Answer`)."""

    text: str = ""
    picked: tuple[str, ...] = ()
    sorted: tuple[tuple[str, str], ...] = ()
    number: int | Word | None = None
    after: int | Word | None = None
    boxes: tuple[tuple[str, str], ...] = ()


def answered(field: AnyField, values: tuple[str, ...]) -> Answered:
    """What was answered on this field, on its way to be kept."""
    match field:
        case TextField():
            return Answered(text=values[0].strip())
        case ChoiceField(groups=groups) if groups:
            return Answered(sorted=pairs(values[0]))
        case ChoiceField():
            return Answered(picked=picks(values[0]))
        case ChainField(boxes=boxes):
            filled = zip(boxes, (value.strip() for value in values), strict=True)
            return Answered(boxes=tuple((box, text) for box, text in filled if text))
        case BeforeAfterField():
            return Answered(number=number(values[0]), after=number(values[1]))
        case ScaleField():
            return Answered(number=number(values[0]))
        case _:
            assert_never(field)


def values_of(field: AnyField, answer: Answer) -> tuple[str, ...]:
    """An answer that was kept, as it stood on the screen."""
    match field:
        case TextField():
            return (answer.text,)
        case ChoiceField(groups=groups) if groups:
            return ("\n".join(f"{option}\t{group}" for option, group in answer.sorted),)
        case ChoiceField():
            return ("\n".join(answer.picked),)
        case ChainField(boxes=boxes):
            kept = dict(answer.boxes)
            return tuple(kept.get(box, "") for box in boxes)
        case BeforeAfterField():
            return _figure(answer.number), _figure(answer.after)
        case ScaleField():
            return (_figure(answer.number),)
        case _:
            assert_never(field)


def number(value: str) -> int | Word | None:
    """A number or a word as it was given; None for nothing."""
    return int(value) if value.isdigit() else cast("Word", value) if value else None


def mark(value: str) -> Mark:
    """A mark of the check as it was given; None where it was passed."""
    return number(value)


def _figure(value: int | Word | None) -> str:
    return "" if value is None else str(value)
