"""Commands for people who write packs."""

from argparse import ArgumentParser
from pathlib import Path

from srt_tui.cli.command import Arguments, Command


def content_check(arguments: Arguments) -> int:
    """Print everything that is wrong in a pack, all at once; 1 if any of it is an error."""
    from srt_tui.library.report import check
    from srt_tui.library.shipped import places
    from srt_tui.locations import locate

    if arguments.path is None:
        shipped = locate()
        report = check(shipped.shipped_pack, shipped.templates)
    else:
        report = check(*places(arguments.path))
    if arguments.json:
        import msgspec

        text = msgspec.json.format(msgspec.json.encode(report), indent=2)
        print(text.decode())
        return int(report.has_errors)
    for found in report.findings:
        meant = f" Probably meant: {found.meant}" if found.meant else ""
        print(f"{found.file}:{found.line}: {found.severity}: {found.what}{meant}")
    print(", ".join(f"{number} {what}" for what, number in report.counts.items()) + ".")
    print(f"{len(report.findings)} findings." if report.findings else "Nothing is wrong.")
    return int(report.has_errors)


def _check(parser: ArgumentParser) -> None:
    parser.add_argument(
        "path", nargs="?", type=Path, metavar="FOLDER", help="a pack; without it, the shipped one"
    )
    parser.add_argument("--json", action="store_true", help="for another program to read")


COMMANDS = (
    Command(
        "content check",
        "srt content check [FOLDER] [--json]",
        "everything wrong in a pack",
        content_check,
        _check,
    ),
)
