"""What to read before a session, as pages: the brief, and the delivery card of the plan."""

from srt_tui.domain.nudges import first_nudge
from srt_tui.domain.versions import in_version
from srt_tui.domain.wording import listed
from srt_tui.reports.brief_page import brief_page
from srt_tui.reports.delivery_card import delivery_card
from srt_tui.reports.document import Bullets, Document, Heading
from srt_tui.workflow.deliver.recordings import readiness
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace

_READY = {"plays": "With a recording", "reads": "Read, not played", "missing": "Told by you"}


def page(workspace: Workspace, preparing: Preparing) -> Document:
    """What to know before the next session, what to do, and which of those stories play here."""
    return brief_page(
        preparing.reference,
        preparing.brief,
        preparing.making.suggestions,
        _stories(workspace, preparing),
    )


def card(workspace: Workspace, preparing: Preparing) -> Document:
    """What stands behind today's plan, in his version of the stories."""
    return delivery_card(
        in_version(workspace.pack, preparing.history.preferences.version),
        preparing.making.plan,
        preparing.history.preferences.suits,
        first_nudge(preparing.history, workspace.pack),
    )


def lines(document: Document) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """A page line by line, unbroken, and which of the lines are headings."""
    said: list[str] = [document.notice]
    strong: list[int] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            strong.append(len(said) + 1)
            said += ["", block.text]
        elif isinstance(block, Bullets):
            said += [f"- {item}" for item in block.items]
        else:
            said.append(getattr(block, "text", ""))
    return tuple(said), tuple(strong)


def _stories(workspace: Workspace, preparing: Preparing) -> tuple[str, ...]:
    """The suggested stories by how they are told here and why, each such way in one line."""
    told: dict[tuple[str, str], list[str]] = {}
    for found in preparing.making.suggestions:
        clip = workspace.pack.exercises[found.exercise].clip
        ready = readiness(workspace, clip, preparing.history.preferences)
        told.setdefault((_READY[ready.state], ready.reason), []).append(found.exercise)
    return tuple(f"{how}: {listed(ids)}. {why}".strip() for (how, why), ids in told.items())
