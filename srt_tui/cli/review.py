"""Commands for afterwards: what was done and said."""

from argparse import ArgumentParser

from srt_tui.cli.command import Arguments, Command, a_person, typed_reference


def note(arguments: Arguments) -> int:
    """Print the CRISS note of a session."""
    from srt_tui.cli.services import seen
    from srt_tui.workflow import review

    with seen(arguments.ref) as companion:
        print(review.note(companion, arguments.ref, arguments.number).text)
    return 0


def history(arguments: Arguments) -> int:
    """Print every session with what was done, how far it got and what was said."""
    from srt_tui.cli.services import seen
    from srt_tui.domain.entry import Skipped, StepSet
    from srt_tui.domain.past_session import of_kind
    from srt_tui.domain.wording import day
    from srt_tui.reports.exercise_lines import exercise_lines
    from srt_tui.reports.phrases import outcomes, skip_line, step_set
    from srt_tui.workflow import review

    with seen(arguments.ref) as companion:
        past, pack = review.history(companion, arguments.ref), companion.pack
    if not past.sessions:
        print("No session yet.")
    for session in past.sessions:
        print(f"Session {session.number} · {day(session.date, year=True)}")
        lines = (
            *outcomes(session),
            *exercise_lines(session, pack),
            *map(skip_line, of_kind(session.entries, Skipped)),
            *(f"Step: {step_set(step)}" for step in of_kind(session.entries, StepSet)),
        )
        print(*(f"  {line}" for line in lines), sep="\n", end="\n\n")
    return 0


def search(arguments: Arguments) -> int:
    """Print every line that holds all these words, newest first, of one person or of everybody."""
    from srt_tui.cli.services import seen
    from srt_tui.domain.wording import day, one_line
    from srt_tui.workflow import review

    found = []
    with seen() as companion:
        for ref in [arguments.of] if arguments.of else [c.reference for c in companion.cases()]:
            lines = review.history(companion, ref).search(" ".join(arguments.words))
            found += [(ref, line) for line in lines]
            if lines:
                companion.vault.log("viewed", ref)
    for ref, line in sorted(found, key=lambda each: each[1].date, reverse=True):
        place = f"{ref} · {day(line.date, year=True)} · {line.exercise or line.kind}"
        print(f"{place} · {line.voice}: {one_line(line.text)}")
    print(f"{len(found)} found." if found else "Nothing found.")
    return 0


def _note(parser: ArgumentParser) -> None:
    a_person(parser)
    parser.add_argument(
        "number", nargs="?", type=int, metavar="N", help="the session; without it, the latest"
    )


def _search(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help="a line must hold all of them")
    parser.add_argument("--of", type=typed_reference, metavar="REF", help="of one person only")


COMMANDS = (
    Command("note", "srt note REF [N]", "the note of a session, in CRISS form", note, _note),
    Command("history", "srt history REF", "what was done and said", history, a_person),
    Command("search", "srt search WORD … [--of REF]", "find what was said", search, _search),
)
