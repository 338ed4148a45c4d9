"""Commands that look after the records and the program."""

from argparse import ArgumentParser

from srt_tui.cli.command import Arguments, Command


def where(_: Arguments) -> int:
    """Print every path in use."""
    from srt_tui.locations import locate

    places = locate()
    named = {
        "records": places.store,
        "settings": places.settings,
        "log": places.log,
        "shipped pack": places.shipped_pack,
        "plan templates": places.templates,
    }
    for name, path in named.items():
        print(f"{name:<15} {path}{'' if path.exists() else '  (not there yet)'}")
    return 0


def doctor(arguments: Arguments) -> int:
    """Say what works on this computer."""
    from srt_tui.cli.doctor import doctor as look

    return look(arguments)


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for another program to read")


COMMANDS = (
    Command("doctor", "srt doctor [--json]", "what works on this computer", doctor, _json),
    Command("where", "srt where", "every path in use", where),
)
