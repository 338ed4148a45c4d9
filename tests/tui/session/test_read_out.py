"""A story that is read out loud: from its first piece on."""

from typing import Any

from srt_tui.domain import plan as planning
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.participant import Preferences
from srt_tui.tui.session.screen import SessionScreen
from srt_tui.workflow import prepare


async def test_by_phone_enter_shows_the_first_piece_at_once(caseload: Any, walk: Any) -> None:
    prepare.add_person(caseload, "KB-21", Preferences(format="phone"), caseload.today)
    preparing = prepare.Preparing(caseload, "KB-21")
    preparing.making.plan = planning.make(caseload.pack, ("f05",), format="phone")
    live = preparing.start()
    while not isinstance(live.page, ClipPage):
        live.next()
    async with walk(caseload) as story:
        await story.app.push_screen(SessionScreen(live))
        await story.settle()
        assert "Enter Read" in story.text
        await story.press("enter")
        await story.settle()
        assert "1 of " in story.text
        assert "No drink or drugs." not in story.text
