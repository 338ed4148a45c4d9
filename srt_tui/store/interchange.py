"""The `srt-case` form: everything about one participant or several, as JSON that others can read.

The same entries give the same bytes, so that an export, an import elsewhere and another export
can be compared. `srt-case.schema.json` beside this file describes it.
"""

from collections.abc import Iterable
from typing import Any, Final, Literal

import msgspec

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.participant import reference as checked_reference
from srt_tui.letters import escaped
from srt_tui.store.person_log import State, first_state
from srt_tui.store.records import revived

VERSION = 1
FORM: Final = "srt-case"


class CasePerson(msgspec.Struct):
    """One participant: entries by `seq`, and the highest one ever given."""

    reference: str
    last: int
    entries: list[dict[str, Any]]


class CaseFile(msgspec.Struct):
    """The whole file."""

    format: Literal["srt-case"]
    version: int
    people: list[CasePerson]


def encode(states: Iterable[State]) -> bytes:
    """The `srt-case` file of these participants, without what was taken out."""
    people = [_person(state) for state in sorted(states, key=lambda state: state.reference)]
    text = msgspec.json.encode(CaseFile(FORM, VERSION, people))
    return escaped(msgspec.json.format(text, indent=1)) + b"\n"


def _person(state: State) -> CasePerson:
    hidden = state.tables["hidden"]
    rows = state.tables["entries"]
    entries = [{"seq": int(key), **rows[key]} for key in sorted(rows, key=int) if key not in hidden]
    return CasePerson(state.reference, state.last.get("entries", 0), entries)


def decode(data: bytes) -> list[State]:
    """The participants of a `srt-case` file; entries of unknown kinds are kept as they are.

    Raises SrtError (USAGE) that says which entry is wrong; nothing of the file is taken then.
    """
    try:
        case = msgspec.json.decode(data, type=CaseFile)
    except msgspec.MsgspecError:
        raise _refused("That is not a case file of this program.") from None
    if case.version > VERSION:
        raise _refused("That case file was written by a newer version of this program.")
    states = [_state(person) for person in case.people]
    if len({state.reference for state in states}) < len(states):
        raise _refused("The case file holds the same reference twice.")
    return states


def _state(person: CasePerson) -> State:
    if checked_reference(person.reference) != person.reference:
        raise _refused("A reference in the case file is not in its usual form.")
    state = first_state(person.reference)
    rows = state.tables["entries"]
    for entry in person.entries:
        seq = entry.pop("seq", None)
        if not isinstance(seq, int) or not 0 < seq <= person.last or str(seq) in rows:
            raise _refused("The case file's entries are not numbered as they should be.")
        rows[str(seq)] = entry
    for seq, found in revived(rows).items():
        if found is None or found.at.tzinfo is None:
            raise _refused(f"Entry {seq} of the case file is not as it should be.")
    state.last["entries"] = person.last
    return state


def _refused(message: str) -> SrtError:
    return SrtError(message, "Nothing was imported.", Exit.USAGE)
