"""A plan as it is kept for next time."""

from typing import Annotated

import msgspec
from msgspec import Meta

from srt_tui.domain.participant import Id


class PlanLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stage, with what it is of; `skipped` is the reason for which it was left out."""

    stage: Id
    minutes: Annotated[int, Meta(ge=0, le=180)]
    exercise: Id | None = None
    clip: Id | None = None
    skipped: Id | None = None


class PlanAhead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Its lines, the length it is for, and the template it was made from."""

    lines: tuple[PlanLine, ...]
    minutes: Annotated[int, Meta(ge=5, le=180)]
    template: Id | None = None
