"""Keep: how long a working copy stays, and how it leaves: exported, erased, purged.

The copy here is not the record. Its clock runs from the day on which the work had ended and all of
it was in the official record; a hold stops the clock.
"""

import datetime as dt
from collections.abc import Sequence

from srt_tui.domain.caseload import Case
from srt_tui.domain.entry import Hold, SafetyRaised
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.history import History
from srt_tui.store import Receipt
from srt_tui.workflow import review
from srt_tui.workflow.workspace import Workspace


def to_purge(workspace: Workspace) -> tuple[Case, ...]:
    """Everybody whose working copy is to go by today, the longest overdue first."""
    over = [case for case in workspace.cases() if case.purge and case.purge <= workspace.today]
    return tuple(sorted(over, key=lambda case: (case.purge, case.reference)))


def purge(workspace: Workspace) -> tuple[Receipt, ...]:
    """Erase everybody whose time is over; a receipt for each, as they were listed.

    Raises SrtError when the disk fails; who was erased before is gone.
    """
    return tuple(_purged(workspace, case.reference) for case in to_purge(workspace))


def _purged(workspace: Workspace, ref: str) -> Receipt:
    workspace.vault.log("purged", ref)
    return workspace.vault.erase(ref)


def erase(workspace: Workspace, ref: str) -> Receipt:
    """Remove one person and every copy within reach. Raises SrtError for nobody."""
    return workspace.vault.erase(ref)


def hold(workspace: Workspace, ref: str, *, on: bool) -> None:
    """Keep a working copy beyond its time, or no longer; why is for the official record."""
    workspace.person(ref).append(Hold(at=workspace.now(), on=on))


def safety(workspace: Workspace, ref: str, follow_up: dt.date | None) -> None:
    """Record outside a session only that a safety matter was raised (brief A.2, step 4)."""
    workspace.person(ref).append(SafetyRaised(at=workspace.now(), follow_up=follow_up))


def followed_up(workspace: Workspace, ref: str) -> None:
    """The safety follow-up that is due first was done; the next one waits, if there is one.

    Raises SrtError when none waits.
    """
    waiting = History.of(workspace.person(ref).entries()).unfinished()
    first = next((end for end in waiting if end.kind == "follow-up"), None)
    if first is None:
        raise SrtError("No safety follow-up waits here.", "People shows what is due.", Exit.USAGE)
    review.settle(workspace, ref, first.seq)


def export(workspace: Workspace, refs: Sequence[str]) -> str:
    """These people in the documented form. Raises SrtError for nobody."""
    return workspace.vault.export(refs).decode()


def follow_ups(workspace: Workspace) -> tuple[Case, ...]:
    """Everybody with a safety matter to follow up, the earliest day first."""
    waiting = [case for case in workspace.cases() if case.follow_up]
    return tuple(sorted(waiting, key=lambda case: (case.follow_up, case.reference)))
