"""Commands for the two minutes before a session."""

from argparse import ArgumentParser

from srt_tui.cli.command import Arguments, Command, a_person


def brief(arguments: Arguments) -> int:
    """Print what to know before the next session, and three things to do, each with its reason."""
    from srt_tui.cli.services import seen
    from srt_tui.present import people, prepare
    from srt_tui.workflow.prepare import Preparing

    with seen(arguments.ref) as companion:
        ready = Preparing(companion, arguments.ref)
        case = next(case for case in companion.cases() if case.reference == arguments.ref)
        lines = (
            people.ways(case),
            f"Foundation: {ready.brief.foundation} of {len(companion.pack.foundation)}",
            *ready.brief.last,
            ready.brief.step,
            *prepare.pick_up(ready.brief),
            people.waits(case, companion.today),
        )
    print(*dict.fromkeys(line for line in lines if line), sep="\n")
    for number, found in enumerate(ready.suggestions, start=1):
        name, why = prepare.suggestion(number, found)
        print(f"\n{name}\n  {why}")
    return 0


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


COMMANDS = (
    Command("brief", "srt brief REF", "what to know before a session", brief, a_person),
    Command("help", "srt help [TOPIC]", "the guides", guide, _topic),
)
