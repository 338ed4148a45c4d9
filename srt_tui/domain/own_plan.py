"""A ready-made plan of the service's own: a name and its lines, and nothing of anybody."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from srt_tui.domain import plan_keeping
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.kept_plan import PlanAhead
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.plan import Plan

LONGEST = 40
"""Characters of a name: it stands in one line of a list."""


class OwnPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Exercises, minutes and what is skipped, never why."""

    title: Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f]+$", max_length=LONGEST)]
    plan: PlanAhead


class OwnPlans(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of them, in the order in which they were kept."""

    plans: tuple[OwnPlan, ...]
    format: Literal[1] = 1


def own(title: str, plan: Plan) -> OwnPlan:
    """A plan made for one man, as it is kept for others: without its reasons."""
    return OwnPlan(
        title=title, plan=replace(plan_keeping.ahead(plan, reasons=False), template=None)
    )


def opened(kept: OwnPlan, pack: Pack, preferences: Preferences) -> Plan:
    """The plan as it can be done with this man: what he leaves out is dropped and said."""
    return replace(plan_keeping.opened(kept.plan, pack, preferences), reason=kept.title)


def name(typed: str, taken: Iterable[str], references: Iterable[str]) -> str:
    """The name that was typed, in its one form.

    Raises SrtError when it is empty or too long, when a plan has it already, and when one of the
    `references` of people stands in it, however that is written.
    """
    tidy = " ".join(typed.split())
    if not tidy or len(tidy) > LONGEST or not tidy.isprintable():
        raise SrtError(
            "That is not a name for a plan.",
            f"Give it a short one of at most {LONGEST} characters, such as Short evening.",
            Exit.USAGE,
        )
    if tidy.casefold() in {title.casefold() for title in taken}:
        raise SrtError("A plan has that name already.", "Give this one another.", Exit.USAGE)
    if not _squeezed(tidy).isdisjoint("".join(_parts(each)) for each in references):
        raise SrtError(
            "That name looks like the reference of a person here.",
            "Others will see it: give it a name that is about nobody.",
            Exit.USAGE,
        )
    return tidy


def _parts(words: str) -> list[str]:
    return re.findall(r"[A-Z0-9]+", words.upper())


def _squeezed(words: str) -> set[str]:
    """Every run of neighbouring words as one: "for jd 07" has JD07 in it."""
    parts = _parts(words)
    ends = range(1, len(parts) + 1)
    return {"".join(parts[start:end]) for end in ends for start in range(end)}
