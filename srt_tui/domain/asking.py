"""What a page asks for, one question after another, and how the keys answer it.

Pure: each key gives a new `Asking`. Values are short texts, so that they can be kept as a draft
and offered back: a number as its figures, picks as their lines, a sorting as `line<tab>group`.
"""

import json
from typing import Literal, TypeAlias

from msgspec.structs import replace

from srt_tui.domain.content import Frozen

Kind: TypeAlias = Literal["one", "many", "sort", "number", "text"]
Options: TypeAlias = tuple[tuple[str, str], ...]
"""Value and words of each option; the value is what is kept."""

KEYS = "1234567890hijk"
"""The key of each option in turn; the letters are those that mean nothing else on these pages."""
TEN = 10


def span(keys: str, count: int) -> str:
    """The first so many of these keys as a line of keys shows them: `1-4`, `1-9 0 h-j`."""
    figures, letters = keys[: min(count, 9)], keys[TEN:count]
    shown = [figures[0] if len(figures) == 1 else f"{figures[0]}-{figures[-1]}"]
    shown += ["0"] if count > len(figures) else []
    shown += [letters if len(letters) == 1 else f"{letters[0]}-{letters[-1]}"] if letters else []
    return " ".join(shown)


class Ask(Frozen, frozen=True, kw_only=True):
    """One question. `most` is for `many` (0: any number), `groups` for `sort`.

    With `only`, it is asked only when that is the answer to the first question; with `follows`,
    only when the first question was answered at all.
    """

    kind: Kind
    label: str = ""
    options: Options = ()
    groups: tuple[str, ...] = ()
    most: int = 0
    low: str = ""
    high: str = ""
    only: str = ""
    follows: bool = False


class Asking(Frozen, frozen=True, kw_only=True):
    """The questions of a page, the answers so far, which one is asked and the row pointed at.

    `fresh` is set right after the figure 1 was picked, when a 0 makes it 10.
    """

    asks: tuple[Ask, ...] = ()
    values: tuple[str, ...] = ()
    at: int = 0
    row: int = -1
    fresh: bool = False

    @property
    def ask(self) -> Ask | None:
        """The question that is asked now; None when there is none, or none is left."""
        return self.asks[self.at] if self.at < len(self.asks) else None

    @property
    def kind(self) -> Kind | None:
        """The kind of the question that is asked now."""
        return self.ask.kind if self.ask else None

    @property
    def value(self) -> str:
        """The answer so far to the question that is asked now; empty when there is none."""
        return self.values[self.at] if self.at < len(self.values) else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The picks of the question that is asked now."""
        return picks(self.value)

    @property
    def is_over(self) -> bool:
        """Whether every question has been passed."""
        return self.at >= len(self.asks)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been answered at all."""
        return not any(self.values)


def asking(*asks: Ask, values: tuple[str, ...] = ()) -> Asking:
    """These questions from the first, with the answers given before where they fit."""
    kept = values if len(values) == len(asks) else ("",) * len(asks)
    return _shown(Asking(asks=asks, values=kept))


def put(asking: Asking, value: str) -> Asking:
    """The question that is asked now, answered with `value`."""
    values = (*asking.values[: asking.at], value, *asking.values[asking.at + 1 :])
    return replace(asking, values=values, fresh=False)


def onward(asking: Asking) -> Asking:
    """The next question that is to be asked, or the end."""
    at = asking.at + 1
    while at < len(asking.asks) and not _wanted(asking, at):
        at += 1
    return _shown(replace(asking, at=min(at, len(asking.asks)), fresh=False))


def backward(asking: Asking) -> Asking:
    """The question that was asked before; the first stays."""
    at = asking.at - 1
    while at > 0 and not _wanted(asking, at):
        at -= 1
    return _shown(replace(asking, at=max(0, at), fresh=False))


def _wanted(asking: Asking, at: int) -> bool:
    ask, first = asking.asks[at], asking.values[0].strip()
    return ask.only in ("", first) and (bool(first) or not ask.follows)


def pick(asking: Asking, key: str) -> Asking:
    """A figure or a letter was pressed. A pick of one option goes straight on."""
    match asking.ask:
        case Ask(kind="number"):
            return _figure(asking, key)
        case Ask(kind="sort", groups=groups) if key in KEYS[: len(groups)]:
            return _sorted(asking, groups[KEYS.index(key)])
        case Ask(kind="one" | "many", options=options) if key in KEYS[: len(options)]:
            at = KEYS.index(key)
            return enter(replace(asking, row=at)) if asking.kind == "one" else toggle(asking, at)
    return asking


def toggle(asking: Asking, row: int | None = None) -> Asking:
    """Pick the row pointed at (or `row`), or take it back. Too many picks change nothing."""
    ask, at = asking.ask, asking.row if row is None else row
    if ask is None or not 0 <= at < len(ask.options):
        return asking
    if ask.kind != "many":
        return asking
    pointed, value = replace(asking, row=at), ask.options[at][0]
    if value in asking.lines:
        return put(pointed, "\n".join(line for line in asking.lines if line != value))
    if ask.most == 1:
        return put(pointed, value)
    if ask.most and len(asking.lines) >= ask.most:
        return pointed
    chosen = {*asking.lines, value}
    return put(pointed, "\n".join(v for v, _ in ask.options if v in chosen))


def is_full(asking: Asking) -> bool:
    """Whether as many are picked as may be."""
    ask = asking.ask
    return ask is not None and ask.most > 1 and len(asking.lines) >= ask.most


def move(asking: Asking, by: int) -> Asking:
    """An arrow: the row pointed at, or the number."""
    match asking.ask:
        case Ask(kind="number"):
            here = int(asking.value) + by if asking.value else (0 if by > 0 else TEN)
            return put(asking, str(max(0, min(here, TEN))))
        case Ask(options=options) if options:
            here = asking.row + by if asking.row >= 0 else (0 if by > 0 else len(options) - 1)
            return replace(asking, row=max(0, min(here, len(options) - 1)))
    return asking


def enter(asking: Asking) -> Asking:
    """Enter: take the option pointed at where one is to be picked, and go on."""
    ask = asking.ask
    if ask and ask.kind == "one" and 0 <= asking.row < len(ask.options):
        return onward(put(asking, ask.options[asking.row][0]))
    return onward(asking)


def picks(value: str) -> tuple[str, ...]:
    """The lines of a value."""
    return tuple(value.split("\n")) if value else ()


def pairs(value: str) -> tuple[tuple[str, str], ...]:
    """The sorted options of a value, each with its group."""
    split = (line.partition("\t") for line in picks(value))
    return tuple((option, group) for option, _, group in split)


def packed(asking: Asking) -> str:
    """The answers as one text for the draft; empty when there are none."""
    return "" if asking.is_empty else json.dumps(asking.values, ensure_ascii=False)


def unpacked(text: str) -> tuple[str, ...]:
    """The answers of a draft; anything else counts as one text."""
    try:
        values = json.loads(text)
    except ValueError:
        return (text,)
    return tuple(str(value) for value in values) if isinstance(values, list) else (text,)


def _shown(asking: Asking) -> Asking:
    """The row that is pointed at when a question comes up: the one answered before, if any."""
    ask = asking.ask
    row = -1
    if ask and ask.options:
        values = [value for value, _ in ask.options]
        chosen = asking.lines[:1] if ask.kind != "sort" else ()
        row = values.index(chosen[0]) if chosen and chosen[0] in values else -1
        row = max(row, 0) if ask.kind in ("many", "sort") else row
    return replace(asking, row=row)


def _figure(asking: Asking, key: str) -> Asking:
    if key == "0" and asking.fresh:
        return put(asking, str(TEN))
    if key.isdigit():
        return replace(put(asking, key), fresh=key == "1")
    return asking


def _sorted(asking: Asking, group: str) -> Asking:
    """The option pointed at goes into `group`; the next one is pointed at."""
    ask = asking.ask
    if ask is None or not 0 <= asking.row < len(ask.options):
        return asking
    groups = {**dict(pairs(asking.value)), ask.options[asking.row][0]: group}
    value = "\n".join(f"{v}\t{groups[v]}" for v, _ in ask.options if v in groups)
    return replace(put(asking, value), row=min(asking.row + 1, len(ask.options) - 1))
