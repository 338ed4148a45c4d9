"""What is asked and said when a report is written to a file."""

from pathlib import Path

WHICH = "Write to a file"
REPORTS = {
    "history": "a summary for a hand-over",
    "supervision": "my sheet for supervision",
    "keep": "a page for him to keep: this exercise, with his words",
    "access": "everything held, to answer his request",
}
FORMS = {
    "text": "plain text",
    "md": "Markdown",
    "html": "a page to print",
    "json": "JSON, for a program",
    "csv": "CSV, for a spreadsheet",
}
USES = "Each says on itself what it may not be used for."


def written(path: Path) -> str:
    """Where it is; the file is the user's to remove."""
    return f"Written to {path}. Anyone who opens it can read it."
