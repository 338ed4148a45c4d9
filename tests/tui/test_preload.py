"""What is loaded while nobody waits."""

from typing import Any

from srt_tui.tui.preload import MODULES, Preload
from srt_tui.workflow.workspace import Workspace


async def test_a_screen_that_is_opened_later_finds_its_styles_read(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        ahead = Preload(story.app)
        for _ in (*MODULES, "and the stylesheets"):
            ahead.load()
        sources = set(story.app.stylesheet.source)
        for way in (["h"], ["enter"], ["f8"]):
            await story.press(*way)
            for path in story.app.screen.css_path:
                assert (str(path), "") in sources
            await story.press("escape")
