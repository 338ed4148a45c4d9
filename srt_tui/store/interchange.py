"""The `srt-case` form: everything about one participant or several, as JSON that others can read.

The same entries give the same bytes, so that an export, an import elsewhere and another export
can be compared. `srt-case.schema.json` beside this file describes it.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal, NamedTuple

import msgspec
from msgspec import Meta

from srt_tui import letters
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.participant import reference as checked_reference
from srt_tui.letters import escaped
from srt_tui.store.person_log import State, first_state
from srt_tui.store.records import revived

VERSION = 1
FORM: Final = "srt-case"
DEEPEST, LONGEST, MOST = 12, 100_000, 1_000
"""How deep a value of an entry may go, and how much a text and a list of it may hold."""
_WHOLE = range(-(2**63), 2**63)
_CUT = "The case file ends in its middle: it was cut short."


class CasePerson(msgspec.Struct):
    """One participant: entries by `seq`, and the highest one ever given."""

    reference: str
    last: Annotated[int, Meta(ge=0, le=10_000_000)]
    entries: list[dict[str, Any]]


class CaseFile(msgspec.Struct):
    """The whole file; each of the `people` is read by itself."""

    format: Literal["srt-case"]
    version: Annotated[int, Meta(ge=1)]
    people: list[msgspec.Raw]


class Taken(NamedTuple):
    """Those who can be taken in, and a sentence about each of the others."""

    states: list[State]
    bad: list[str]


def encode(states: Iterable[State]) -> bytes:
    """The `srt-case` file of these participants, without what was taken out."""
    people = [_person(state) for state in sorted(states, key=lambda state: state.reference)]
    text = msgspec.json.encode({"format": FORM, "version": VERSION, "people": people})
    return escaped(msgspec.json.format(text, indent=1)) + b"\n"


def _person(state: State) -> CasePerson:
    hidden = state.tables["hidden"]
    rows = state.tables["entries"]
    entries = [{"seq": int(key), **rows[key]} for key in sorted(rows, key=int) if key not in hidden]
    return CasePerson(state.reference, state.last.get("entries", 0), entries)


def decode(data: bytes) -> Taken:
    """The participants of a `srt-case` file; entries of unknown kinds are kept as they are.

    Somebody with a fault is left out and told of by his reference, or by his place in the file.
    Raises SrtError (USAGE) where it is no such file, holds somebody twice, or nobody can be taken.
    """
    case = _opened(data)
    if case.version > VERSION:
        raise _refused("That case file was written by a newer version of this program.")
    taken = Taken([], [])
    for place, raw in enumerate(case.people, start=1):
        try:
            taken.states.append(_state(_read(raw, place)))
        except _PersonError as error:
            taken.bad.append(str(error))
    if len({state.reference for state in taken.states}) < len(taken.states):
        raise _refused("The case file holds the same reference twice.")
    if taken.bad and not taken.states:
        raise _refused(taken.bad[0])
    return taken


class _PersonError(Exception):
    """Why one person of the file cannot be taken in, as a sentence."""


def _opened(data: bytes) -> CaseFile:
    start = data[:64].lstrip()
    if not start.startswith(b"{") or b"\x00" in start:
        found = letters.read(data)
        if found.fault == "cut":
            raise _refused(_CUT)
        data = found.text.encode("utf-8", "replace")
    try:
        return msgspec.json.decode(data, type=CaseFile)
    except msgspec.DecodeError as error:
        cut = data.strip() and "truncated" in str(error)
        raise _refused(_CUT if cut else "That is not a case file of this program.") from None
    except (UnicodeDecodeError, RecursionError):
        raise _refused("That is not a case file of this program.") from None


def _read(raw: msgspec.Raw, place: int) -> CasePerson:
    """One person, as UTF-8 or in Windows letters. Raises _PersonError."""
    found = letters.read(bytes(raw))
    what = "a letter is damaged"
    try:
        if not found.fault:
            return msgspec.json.decode(found.text, type=CasePerson)
    except msgspec.DecodeError as error:
        long = "out of range" in str(error)
        what = "a number is too long" if long else "it is not as it should be"
    raise _PersonError(f"Number {place} in the case file: {what}.")


def _state(person: CasePerson) -> State:
    """His tables. Raises _PersonError."""
    if not _is_usual(person.reference):
        raise _PersonError("A reference in the case file is not in its usual form.")
    state = first_state(person.reference)
    rows = state.tables["entries"]
    for entry in person.entries:
        seq = entry.pop("seq", None)
        if type(seq) is not int or not 0 < seq <= person.last or str(seq) in rows:
            raise _PersonError(
                f"{person.reference}: the entries are not numbered as they should be."
            )
        if not _fits(entry):
            raise _PersonError(f"{person.reference}: entry {seq} holds more than an entry can.")
        rows[str(seq)] = entry
    for seq, found in revived(rows).items():
        if found is None:
            raise _PersonError(f"{person.reference}: entry {seq} is not as it should be.")
    state.last["entries"] = person.last
    return state


def _is_usual(reference: str) -> bool:
    try:
        return checked_reference(reference) == reference
    except SrtError:
        return False


def _fits(value: object, depth: int = 0) -> bool:
    match value:
        case str():
            return len(value) <= LONGEST
        case dict():
            each = (*value, *value.values())
        case list():
            each = tuple(value)
        case int():
            return value in _WHOLE
        case _:
            return True
    return depth < DEEPEST and len(each) <= MOST and all(_fits(one, depth + 1) for one in each)


def _refused(message: str) -> SrtError:
    return SrtError(message, "Nothing was imported.", Exit.USAGE)
