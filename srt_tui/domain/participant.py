"""A participant: a reference and what suits him. Never a name or an address (design, 2)."""

import re
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from srt_tui.domain.errors import Exit, SrtError

Id: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]
Format: TypeAlias = Literal["room", "phone", "video"]
Guidance: TypeAlias = Literal["least", "prompts", "full"]
Version: TypeAlias = Literal["as-written", "male-partner", "female-partner", "no-substance"]
Suits: TypeAlias = Literal["captions", "plain", "read-aloud", "light-words"]

_REFERENCE = re.compile(r"^[A-Z][A-Z0-9]{0,7}(?:-[A-Z0-9]{1,8}){0,2}$")
_REHEARSAL = "ZZ"


def reference(typed: str) -> str:
    """The reference that was typed, in its one form: capitals, digits and single dashes.

    Raises SrtError when it looks like anything else, or begins with ZZ, which belongs to the
    rehearsals.
    """
    tidy = re.sub(r"[\s_/]+", "-", typed.strip().upper()).strip("-")
    if not _REFERENCE.match(tidy) or not any(c.isdigit() for c in tidy):
        raise SrtError(
            "That is not a reference this program can use.",
            "Use letters and figures such as JD-07. Do not use a name.",
            Exit.USAGE,
        )
    if tidy.startswith(_REHEARSAL):
        raise SrtError(
            "References that begin with ZZ are kept for rehearsals.",
            "Choose another one, such as JD-07.",
            Exit.USAGE,
        )
    return tidy


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """How this participant works best; chosen with him and changed at any time."""

    format: Format = "room"
    minutes: Literal[20, 30, 45, 60] = 30
    guidance: Guidance = "prompts"
    leave_out: tuple[Id, ...] = ()
    suits: tuple[Suits, ...] = ("captions",)
    version: Version = "as-written"
    check_every: Literal[1, 3] = 1
