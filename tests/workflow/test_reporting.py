import json
from pathlib import Path

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.reports import notices
from srt_tui.settings import Settings
from srt_tui.workflow import reporting
from srt_tui.workflow.deliver import closing, verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.workspace import Workspace

NOTICES = {
    "history": notices.SUMMARY,
    "supervision": notices.SUPERVISION,
    "keep": notices.TAKE_HOME,
    "access": notices.ACCESS,
}
EACH = [(kind, form) for kind, forms in reporting.FORMS.items() for form in forms]


@pytest.mark.parametrize(("kind", "form"), EACH)
def test_each_report_in_each_form_says_what_it_may_not_be_used_for(
    workspace: Workspace, live: LiveSession, kind: reporting.Report, form: reporting.Form
) -> None:
    verbs.words(live, "his", "Always the jaw.")
    verbs.step(live, "Say my number")
    closing.close(live)
    text = reporting.report(workspace, live.reference, kind, form, "f04")
    if form == "csv":
        assert text.startswith("seq,session,date,kind")
    elif form == "json":
        assert json.loads(text)["notice"] == NOTICES[kind]
    else:
        assert NOTICES[kind][:20] in " ".join(text.replace("\\", "").split())


def test_a_page_for_him_without_a_step_has_only_the_card(
    workspace: Workspace, live: LiveSession
) -> None:
    closing.close(live)
    page = reporting.report(workspace, live.reference, "keep", "text", "f04")
    assert "Early signs" in page
    assert "step" not in page.lower().split("early signs")[0]


def test_a_report_is_for_the_user_alone_and_looked_at_in_the_log(
    workspace: Workspace, live: LiveSession, tmp_path: Path
) -> None:
    closing.close(live)
    first = reporting.write(workspace, live.reference, "access", "md", tmp_path)
    again = reporting.write(workspace, live.reference, "access", "md", tmp_path)
    day = workspace.today.isoformat()
    assert first.name == f"access-{live.reference}-{day}.md"
    assert again.name == f"access-{live.reference}-{day}-2.md"
    card = reporting.write(workspace, live.reference, "keep", "html", tmp_path, "f04")
    assert card.name == "card.html"
    workspace.settings = Settings(reference_in_names=False)
    bare = reporting.write(workspace, live.reference, "supervision", "html", tmp_path)
    assert bare.name == f"supervision-{day}.html"
    assert first.stat().st_mode & 0o077 == 0
    with pytest.raises(SrtError, match="could not be written"):
        reporting.write(workspace, live.reference, "history", "csv", tmp_path / "nowhere")
