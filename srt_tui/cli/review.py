"""Commands for afterwards: what was done and said."""

from argparse import ArgumentParser

from srt_tui.cli.command import Arguments, Command, a_person


def note(arguments: Arguments) -> int:
    """Print the CRISS note of a session."""
    from srt_tui.cli.services import seen
    from srt_tui.workflow import review

    with seen(arguments.ref) as companion:
        print(review.note(companion, arguments.ref, arguments.number).text)
    return 0


def _note(parser: ArgumentParser) -> None:
    a_person(parser)
    parser.add_argument(
        "number", nargs="?", type=int, metavar="N", help="the session; without it, the latest"
    )


COMMANDS = (
    Command("note", "srt note REF [N]", "the note of a session, in CRISS form", note, _note),
)
