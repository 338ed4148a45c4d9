"""Commands for afterwards: what was done and said, for one person and over many."""

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError

from srt_tui.cli.command import Arguments, Verb, a_form, a_path, a_person, typed_reference
from srt_tui.domain.errors import Exit, SrtError


def note(arguments: Arguments) -> int:
    """Print the CRISS note of a session; as text it fits the official record."""
    from srt_tui.cli.services import seen
    from srt_tui.reports.criss import note_document
    from srt_tui.reports.render import rendered
    from srt_tui.workflow import review

    with seen(arguments.ref) as workspace:
        session = review.session(workspace, arguments.ref, arguments.number)
        found = review.note(workspace, arguments.ref, session.number)
    if arguments.form == "text":
        print(found.text)
    else:
        print(rendered(note_document(found, session), arguments.form), end="")
    return 0


def history(arguments: Arguments) -> int:
    """Print what was done, how far it got and what was said. Nothing private is in it."""
    from srt_tui.cli.services import seen
    from srt_tui.reports.history_rows import history_json
    from srt_tui.reports.history_summary import history_summary
    from srt_tui.reports.render import rendered
    from srt_tui.workflow import review

    with seen(arguments.ref) as workspace:
        past = review.history(workspace, arguments.ref)
        document = history_summary(arguments.ref, past, workspace.pack)
    if arguments.json:
        print(history_json(arguments.ref, past), end="")
    else:
        print(rendered(document, arguments.form), end="")
    return 0


def search(arguments: Arguments) -> int:
    """Print every line that holds all these words, newest first, of one person or of everybody."""
    from srt_tui.cli.services import seen
    from srt_tui.domain.wording import day, one_line
    from srt_tui.workflow import review

    found = []
    with seen() as workspace:
        for ref in [arguments.of] if arguments.of else [c.reference for c in workspace.cases()]:
            lines = review.history(workspace, ref).search(" ".join(arguments.words))
            found += [(ref, line) for line in lines]
            if lines:
                workspace.vault.log("viewed", ref)
    for ref, line in sorted(found, key=lambda each: each[1].date, reverse=True):
        place = f"{ref} · {day(line.date, year=True)} · {line.exercise or line.kind}"
        print(f"{place} · {line.voice}: {one_line(line.text)}")
    print(f"{len(found)} found." if found else "Nothing found.")
    return 0


def supervision(arguments: Arguments) -> int:
    """Print the sheet for your own supervision: what to take there, what slipped, your marks."""
    from srt_tui.cli.services import seen
    from srt_tui.reports.render import rendered
    from srt_tui.reports.supervision import supervision as sheet
    from srt_tui.workflow import review

    with seen(arguments.ref) as workspace:
        past = review.history(workspace, arguments.ref)
        document = sheet(arguments.ref, past, workspace.pack, arguments.since)
    print(rendered(document, arguments.form), end="")
    return 0


def evaluate(arguments: Arguments) -> int:
    """Print counts of what was done over everybody. With `--share`, small counts are left out."""
    from srt_tui.cli.services import opened
    from srt_tui.domain.disclosure import shareable
    from srt_tui.domain.funnel import evaluate as counted
    from srt_tui.reports import evaluation
    from srt_tui.reports.render import rendered
    from srt_tui.workflow import review

    if arguments.codebook:
        print(evaluation.codebook(), end="")
        return 0

    with opened(write=False) as workspace:
        people = [review.history(workspace, case.reference) for case in workspace.cases()]
        found = counted(people, workspace.pack, arguments.as_of or workspace.today)
    if arguments.share:
        found = shareable(found)
    if arguments.json:
        print(evaluation.evaluation_json(found), end="")
    elif arguments.csv:
        print(evaluation.evaluation_csv(found), end="")
    else:
        print(rendered(evaluation.evaluation_document(found), arguments.form), end="")
    return 0


def reflections_draft(_: Arguments) -> int:
    """Print his words over everybody as CSV, without references, to read and to redact."""
    from srt_tui.cli.services import opened
    from srt_tui.reports.reflections import draft
    from srt_tui.workflow import review

    with opened() as workspace:
        refs = [case.reference for case in workspace.cases()]
        print(draft(review.history(workspace, ref) for ref in refs), end="")
        for ref in refs:
            workspace.vault.log("exported", ref)
    return 0


def reflections_release(arguments: Arguments) -> int:
    """Print the lines of an edited draft that are marked with yes."""
    from srt_tui.letters import read
    from srt_tui.reports.reflections import released

    try:
        found = read(arguments.file.read_bytes())
    except OSError:
        raise SrtError("That file could not be read.", "Is it there?") from None
    if found.fault:
        raise SrtError("That is not a draft of reflections.", "Save it as CSV again.", Exit.USAGE)
    print(released(found.text), end="")
    return 0


def _date(typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError as error:
        raise ArgumentTypeError("a date is written 2026-03-31") from error


def _note(parser: ArgumentParser) -> None:
    a_person(parser)
    parser.add_argument(
        "number", nargs="?", type=int, metavar="N", help="the session; without it, the latest"
    )
    a_form(parser)


def _history(parser: ArgumentParser) -> None:
    a_person(parser)
    a_form(parser)
    parser.add_argument("--json", action="store_true", help="for another program to read")


def _search(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help="a line must hold all of them")
    parser.add_argument("--of", type=typed_reference, metavar="REF", help="of one person only")


def _supervision(parser: ArgumentParser) -> None:
    a_person(parser)
    a_form(parser)
    parser.add_argument("--since", type=_date, metavar="DATE", help="sessions from this day on")


def _evaluate(parser: ArgumentParser) -> None:
    parser.add_argument("--as-of", type=_date, metavar="DATE", help="as it stood on this day")
    parser.add_argument("--share", action="store_true", help="leave small counts out")
    data = parser.add_mutually_exclusive_group()
    data.add_argument("--json", action="store_true", help="for another program to read")
    data.add_argument("--csv", action="store_true", help="for a spreadsheet, pandas or R")
    data.add_argument("--codebook", action="store_true", help="what each table of it holds")
    a_form(parser)


def _release(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=a_path, metavar="FILE", help="the draft, read and edited")


COMMANDS = (
    Verb("note", "srt note REF [N]", "the note of a session, in CRISS form", note, _note),
    Verb("history", "srt history REF", "what was done and said", history, _history),
    Verb("search", "srt search WORD … [--of REF]", "find what was said", search, _search),
    Verb("supervision", "srt supervision REF", "your own sheet", supervision, _supervision),
    Verb("evaluate", "srt evaluate [--share]", "counts of what was done", evaluate, _evaluate),
    Verb("reflections draft", "srt reflections draft", "his words, to redact", reflections_draft),
    Verb(
        "reflections release",
        "srt reflections release FILE",
        "those marked yes",
        reflections_release,
        _release,
    ),
)
