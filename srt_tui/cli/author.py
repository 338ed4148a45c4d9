"""Commands for people who write packs."""

from argparse import ArgumentParser
from pathlib import Path

from srt_tui.cli.clips import COMMANDS as CLIPS
from srt_tui.cli.command import Arguments, Command


def content_check(arguments: Arguments) -> int:
    """Print everything that is wrong in a pack, all at once; 1 if any of it is an error."""
    from srt_tui.cli.packs import folders
    from srt_tui.library.report import check

    report = check(*folders(arguments.folder))
    if arguments.json:
        import msgspec

        print(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
        return int(report.has_errors)
    for found in report.findings:
        meant = f" Probably meant: {found.meant}" if found.meant else ""
        print(f"{found.file}:{found.line}: {found.severity}: {found.what}{meant}")
    print(", ".join(f"{number} {what}" for what, number in report.counts.items()) + ".")
    print(f"{len(report.findings)} findings." if report.findings else "Nothing is wrong.")
    return int(report.has_errors)


def _check(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="a pack; without it, the shipped one"
    )
    parser.add_argument("--json", action="store_true", help="for another program to read")


COMMANDS = (
    Command("content check", "srt content check [FOLDER]", "all mistakes", content_check, _check),
    *CLIPS,
)
