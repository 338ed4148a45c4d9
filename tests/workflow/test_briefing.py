"""The brief as a page: which stories play here and why not, and the same lines on the screen."""

import subprocess
import sys
from pathlib import Path

from srt_tui.reports.render import rendered
from srt_tui.workflow import briefing
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace


def test_each_suggested_story_stands_there_once_and_why_it_is_read(
    workspace: Workspace, someone: str, tmp_path: Path
) -> None:
    preparing = Preparing(workspace, someone)
    played = rendered(briefing.page(workspace, preparing), "text")
    assert "With a recording: " in played.split("Stories here")[1]
    workspace.clips = tmp_path
    page = rendered(briefing.page(workspace, preparing), "text")
    stories = page.split("Stories here")[1]
    for found in preparing.suggestions:
        assert stories.count(found.exercise) == 1
    assert "Read, not played: " in stories
    assert stories.strip().endswith(".")


def test_the_lines_on_the_screen_are_those_of_the_page(workspace: Workspace, someone: str) -> None:
    preparing = Preparing(workspace, someone)
    lines, strong = briefing.lines(workspace, preparing)
    printed = " ".join(rendered(briefing.page(workspace, preparing), "text").split())
    for place, line in enumerate(lines):
        assert line in printed
        assert (place in strong) == (line in {"Last time", "Suggested today", "How it has been",
                                              "Stories here"})  # fmt: skip


def test_it_is_written_without_loading_a_player() -> None:
    heavy = "{'asyncio', 'srt_tui.player.choose', 'srt_tui.workflow.watch'}"
    look = f"import sys, srt_tui.workflow.briefing; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
