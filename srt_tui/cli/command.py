"""A command as data, and the parser every command has: one line for every mistake."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from srt_tui.domain.errors import Exit, SrtError

Arguments = argparse.Namespace


class HelpLayout(argparse.HelpFormatter):
    """Help in 78 columns: asking the terminal for its width would load a lot for each command."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=78)


class Parser(argparse.ArgumentParser):
    """Raises SrtError where argparse would print its usage and leave; speaks as we do."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            add_help=False,
            formatter_class=HelpLayout,
        )
        self._positionals.title, self._optionals.title = "What stands after it", "Options"
        self.add_argument("-h", "--help", action="help", help="show this page and nothing else")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words after the command."""
        from srt_tui.cli.mistakes import mistake

        raise SrtError(mistake(message), f"Try: {self.prog} --help", Exit.USAGE)


class Verb(NamedTuple):
    """What can be typed after `srt`; `name` may be two words, or empty for `srt` alone."""

    name: str
    usage: str
    help: str
    run: Callable[[Arguments], int]
    declare: Callable[[argparse.ArgumentParser], object] = lambda _: None

    def parse(self, words: list[str]) -> Arguments:
        """The words after the command's name; raises SrtError."""
        prog = f"srt {self.name}".strip()
        parser = Parser(prog, self.help)
        self.declare(parser)
        return parser.parse_args(words)


def a_person(parser: argparse.ArgumentParser) -> None:
    """The word that says whose records are meant."""
    parser.add_argument("ref", type=typed_reference, metavar="REF", help="such as JD-07")


def a_path(typed: str) -> Path:
    """A path as it was typed; `~` is the user's own folder also where no shell has said so."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def a_form(parser: argparse.ArgumentParser) -> None:
    """How a report is written."""
    parser.add_argument(
        "--form", choices=("text", "md", "html"), default="text", help="text if not said"
    )


def typed_reference(typed: str) -> str:
    """A reference in its one form; raises SrtError when it is none."""
    from srt_tui.domain.participant import reference

    return reference(typed)
