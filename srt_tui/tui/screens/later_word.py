"""A later word on a session that is over, then its note."""

from typing import Any

from msgspec.structs import replace

from srt_tui.domain.history import History
from srt_tui.present import note as said
from srt_tui.tui import navigation
from srt_tui.tui.commands import Command
from srt_tui.tui.dialogs.name import NamePage
from srt_tui.tui.screen import AppScreen
from srt_tui.workflow import review

ADD = Command(
    "add_later", "a", "Add a later word", "Add a later word to this note, with today's date.",
    words="addendum correct", writes=True,
)  # fmt: skip


TO_SESSION = replace(
    ADD, key="l", shown="l",
    sentence="Add a later word to the note of this session, with today's date.",
)  # fmt: skip


def why_not(history: History, number: int) -> str:
    """The session must be over."""
    session = history.session(number)
    if session is None:
        return "there is no session yet."
    return "the session has not been closed." if said.is_running(session, history) else ""


def add(page: AppScreen[Any], reference: str, number: int) -> None:
    """One line, then the note as it is now, in place of the page."""

    def keep(typed: str) -> int:
        review.add_later(page.workspace, reference, number, typed)
        return number

    def added(to: int) -> None:
        navigation.note(page.srt, reference, to, instead=True)

    page.ask(NamePage(said.ADD_ASKED, said.ADD_MORE, "", keep), added)
