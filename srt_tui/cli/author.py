"""Commands for people who write packs."""

from argparse import ArgumentParser

from srt_tui.cli.clips import COMMANDS as CLIPS
from srt_tui.cli.command import Arguments, Verb, a_path

ONE = {"addons": "add-on"}
"""What is counted, where it is not its key without the s."""


def content_check(arguments: Arguments) -> int:
    """Print everything that is wrong in a pack, all at once; 1 if any of it is an error."""
    from srt_tui.cli.packs import folders
    from srt_tui.domain.wording import counted
    from srt_tui.letters import clean, escaped
    from srt_tui.library.report import check

    report = check(*folders(arguments.folder))
    if arguments.json:
        import msgspec

        print(escaped(msgspec.json.format(msgspec.json.encode(report), indent=2)).decode())
        return int(report.has_errors)
    for found in report.findings:
        meant = f" Probably meant: {found.meant}" if found.meant else ""
        told = f"{found.file}:{found.line}: {found.severity}: {found.what}{meant} [{found.rule}]"
        print(clean(told))
    there = (counted(n, ONE.get(what, what[:-1])) for what, n in report.counts.items())
    print(", ".join(there) + ".")
    found_words = counted(len(report.findings), "finding")
    print(f"{found_words}." if report.findings else "Nothing is wrong.")
    return int(report.has_errors)


def _check(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        nargs="?",
        type=a_path,
        metavar="FOLDER",
        help="a pack; without it, the shipped one",
    )
    parser.add_argument("--json", action="store_true", help="for another program to read")


COMMANDS = (
    Verb("content check", "srt content check [FOLDER]", "all mistakes", content_check, _check),
    *CLIPS,
)
