"""The reports about one person, made on the screen: which there are, and writing one to a file."""

from pathlib import Path
from typing import Literal, TypeAlias

from srt_tui.domain.history import History
from srt_tui.reports.access import access_document, access_json
from srt_tui.reports.history_rows import history_csv, history_json
from srt_tui.reports.history_summary import history_summary
from srt_tui.reports.render import rendered
from srt_tui.reports.supervision import supervision
from srt_tui.reports.take_home import take_home
from srt_tui.workflow import review
from srt_tui.workflow.workspace import Workspace

Report: TypeAlias = Literal["history", "supervision", "keep", "access"]
Form: TypeAlias = Literal["text", "md", "html", "json", "csv"]
FORMS: dict[Report, tuple[Form, ...]] = {
    "history": ("text", "md", "html", "json", "csv"),
    "supervision": ("text", "md", "html"),
    "keep": ("text", "md", "html"),
    "access": ("text", "md", "html", "json"),
}
_ENDINGS: dict[Form, str] = {
    "text": "txt",
    "md": "md",
    "html": "html",
    "json": "json",
    "csv": "csv",
}


def report(workspace: Workspace, ref: str, kind: Report, form: Form, exercise: str = "") -> str:
    """One report in one of its FORMS; `exercise` is the one whose card he keeps."""
    past, pack = review.history(workspace, ref), workspace.pack
    if form == "json":
        return access_json(ref, past) if kind == "access" else history_json(ref, past)
    if form == "csv":
        return history_csv(past)
    documents = {
        "history": lambda: history_summary(ref, past, pack),
        "supervision": lambda: supervision(ref, past, pack),
        "keep": lambda: take_home(pack, [exercise], past, step=_step(past)),
        "access": lambda: access_document(ref, past, pack.check),
    }
    return rendered(documents[kind](), form)


def write(
    workspace: Workspace, ref: str, kind: Report, form: Form, folder: Path, exercise: str = ""
) -> Path:
    """Write a report for the user alone; returns its path. What he keeps is named for no one.

    It is noted in the access log. Raises SrtError when it cannot be written.
    """
    text = report(workspace, ref, kind, form, exercise)
    name = "card" if kind == "keep" else review.paper(workspace, kind, ref, workspace.today)
    path = review.save(text, folder, name, _ENDINGS[form])
    workspace.vault.log("exported", ref)
    return path


def _step(past: History) -> str:
    step = past.open_step()
    return step.text if step else ""
