"""The brief as a page: which stories play here and why not, and the same lines on the screen."""

import subprocess
import sys
from pathlib import Path

from srt_tui.domain.participant import Preferences
from srt_tui.reports.render import rendered
from srt_tui.workflow import briefing, prepare
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
    for found in preparing.making.suggestions:
        assert stories.count(found.exercise) == 1
    assert "Read, not played: " in stories
    assert stories.strip().endswith(".")


def test_the_lines_on_the_screen_are_those_of_the_page(workspace: Workspace, someone: str) -> None:
    preparing = Preparing(workspace, someone)
    lines, strong = briefing.lines(briefing.page(workspace, preparing))
    printed = " ".join(rendered(briefing.page(workspace, preparing), "text").split())
    for place, line in enumerate(lines):
        assert line in printed
        assert (place in strong) == (line in {"Last time", "Suggested today", "How it has been",
                                              "Stories here"})  # fmt: skip


def test_the_delivery_card_follows_the_plan_and_what_suits_him(
    workspace: Workspace, someone: str
) -> None:
    prepare.change_preferences(
        workspace, someone, Preferences(suits=("light-words",), version="male-partner")
    )
    preparing = Preparing(workspace, someone)
    preparing.making.take_template("plan-first")
    lines, strong = briefing.lines(briefing.card(workspace, preparing))
    headings = [lines[place] for place in strong]
    assert headings == ["First meeting", "Little or no reading", "f01 What matters to me"]
    preparing.making.add("f04")
    _, more = briefing.lines(briefing.card(workspace, preparing))
    assert len(more) == len(headings) + 1


def test_it_is_written_without_loading_a_player() -> None:
    heavy = "{'asyncio', 'srt_tui.player.choose', 'srt_tui.workflow.deliver.theatre'}"
    look = f"import sys, srt_tui.workflow.briefing; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
