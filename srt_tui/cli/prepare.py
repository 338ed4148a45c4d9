"""Commands for the two minutes before a session."""

from argparse import ArgumentParser

from srt_tui.cli.command import Arguments, Command


def guide(arguments: Arguments) -> int:
    """Print a guide; without a topic, the list of them."""
    from srt_tui.cli.packs import pack_in, unknown

    pack, _ = pack_in(None)
    if arguments.topic is None:
        width = max(len(id) for id in pack.pages)
        for id, page in pack.pages.items():
            print(f"srt help {id:<{width}}  {page.title}")
        return 0
    topic = arguments.topic.lower()
    if topic not in pack.pages:
        raise unknown("guide", arguments.topic, list(pack.pages), "What there is: srt help")
    page = pack.pages[topic]
    print(page.title)
    for section in page.sections:
        print(f"\n{section.title}\n\n{section.body}" if section.title else f"\n{section.body}")
    return 0


def _topic(parser: ArgumentParser) -> None:
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help="without it, the list of them")


COMMANDS = (Command("help", "srt help [TOPIC]", "the guides", guide, _topic),)
