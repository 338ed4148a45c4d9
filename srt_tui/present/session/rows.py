"""How questions and their answers are drawn: rows of picks, the line of numbers, the chain."""

from typing import assert_never

from srt_tui.domain.asking import KEYS, Ask, Asking, pairs


def ask_rows(asking: Asking) -> tuple[tuple[str, ...], int]:
    """The rows of the question that is asked now, whatever page it stands on."""
    ask = asking.ask
    if ask is None:
        return (), -1
    match ask.kind:
        case "number":
            return scale(asking.value, ask.low, ask.high), -1
        case "many":
            return tuple(
                f"{KEYS[i]} {'●' if value in asking.lines else '○'} {words}"
                for i, (value, words) in enumerate(ask.options)
            ), asking.row
        case "sort":
            groups = dict(pairs(asking.value))
            keys = "  ".join(f"{KEYS[i]} {group}" for i, group in enumerate(ask.groups))
            wide = max(len(words) for _, words in ask.options)
            rows = (f"{words:<{wide}}  {groups.get(v, '·')}" for v, words in ask.options)
            return (keys, *rows), asking.row + 1
        case "one":
            named = zip(KEYS, ask.options, _ends(ask), strict=False)
            rows = (f"{key} {words}{end}".rstrip() for key, (_, words), end in named)
            return tuple(rows), asking.row
        case "text":
            return (), -1
        case never:
            assert_never(never)


def _ends(ask: Ask) -> tuple[str, ...]:
    """What stands beside each option: at both ends of a line, what they mean."""
    between = ("",) * (len(ask.options) - 2)
    return (f": {ask.low}", *between, f": {ask.high}") if ask.low else ("",) * len(ask.options)


def scale(value: str, low: str, high: str) -> tuple[str, ...]:
    """Nought to ten in a row, the number that is picked between bars, and words at both ends."""
    cells = (f"▌{n}▐" if str(n) == value else f" {n} " for n in range(11))
    line = "".join(cells)
    if len(low) + len(high) + 2 > len(line):
        return line, f"0 {low}", f"10 {high}"
    return line, f" {low}{high:>{len(line) - len(low) - 2}}"


def twice(asking: Asking) -> tuple[str, ...]:
    """The same line twice, and the movement between them."""
    rows: list[str] = []
    for place, ask in enumerate(asking.asks[: min(asking.at, 1) + 1]):
        value = asking.values[place]
        if ask.kind == "number":
            line, *ends = scale(value, ask.low, ask.high)
            rows += [ask.label, line, *(ends if place == asking.at else ())]
        else:
            one = Asking(asks=(ask,), values=(value,), row=asking.row)
            shown = ask_rows(one)[0] if place == asking.at else ()
            rows += [f"{ask.label}: {value}" if value else ask.label, *shown]
    if all(asking.values):
        rows.append(f"{asking.values[0]} → {asking.values[1]}")
    return tuple(rows)


def chain_rows(asking: Asking) -> tuple[tuple[str, ...], int]:
    """The boxes one under the other, each leading to the next."""
    rows: list[str] = []
    for place, ask in enumerate(asking.asks):
        value = asking.values[place]
        rows.append(f"[{ask.label}] {value}".rstrip())
        if place < len(asking.asks) - 1:
            rows.append("  ↓")
    return tuple(rows), min(asking.at, len(asking.asks) - 1) * 2
