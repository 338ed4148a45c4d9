"""Commands that open the screens."""

from argparse import SUPPRESS, ArgumentParser

from srt_tui.cli.command import Arguments, Verb
from srt_tui.cli.terminal import need_terminal


def screens(arguments: Arguments) -> int:
    """Open the companion; with `--or-demo`, the demo where there are no records yet."""
    need_terminal()
    from srt_tui.cli.services import given_passphrase, make
    from srt_tui.tui.start import show

    ours = make()
    if arguments.or_demo and not ours.exists:
        return demo(arguments)
    secret = None if arguments.locked is not None else given_passphrase()
    if secret is not None and ours.exists:
        ours.unlock(secret)
    del secret  # it shall not stay in memory while the screens run
    try:
        return show(ours, left=arguments.locked)
    finally:
        ours.lock()


def demo(_: Arguments) -> int:
    """Open the screens over invented people, in a store that is removed on leaving."""
    need_terminal()
    from srt_tui.cli.services import make
    from srt_tui.tui.start import show
    from srt_tui.workflow.demo import fill, throw_away

    with throw_away() as store:
        ours = make(store=store)
        fill(ours)
        try:
            return show(ours)
        finally:
            ours.lock()


def room(_: Arguments) -> int:
    """Show the together view of the session that runs, in a second terminal."""
    need_terminal()
    from srt_tui.cli.services import settings
    from srt_tui.locations import locate
    from srt_tui.tui.room import RoomApp

    places = locate()
    app = RoomApp(places.room, settings(places).theme)
    app.run()
    return app.return_code or 0


def _or_demo(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--or-demo", action="store_true", help="the demo, where there are no records yet"
    )
    parser.add_argument("--locked", help=SUPPRESS)  # how a locked process begins again


COMMANDS = (
    Verb("", "srt", "open the companion", screens, _or_demo),
    Verb("room", "srt room", "what both see, on a second screen", room),
    Verb("demo", "srt demo", "invented people, a throw-away store", demo),
)
