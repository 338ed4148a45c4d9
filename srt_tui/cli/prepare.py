"""Commands for the two minutes before a session."""

from argparse import ArgumentParser

from srt_tui.cli.command import Arguments, Verb, a_form, a_person
from srt_tui.domain.errors import SrtError


def brief(arguments: Arguments) -> int:
    """Print what to know before the next session, and three things to do, each with its reason."""
    from srt_tui.cli.services import seen
    from srt_tui.reports.render import rendered
    from srt_tui.workflow.briefing import page
    from srt_tui.workflow.prepare import Preparing

    with seen(arguments.ref) as workspace:
        document = page(workspace, Preparing(workspace, arguments.ref))
    print(rendered(document, arguments.form), end="")
    return 0


def appointment(arguments: Arguments) -> int:
    """Print the next appointment as a file for a calendar; it says nothing of whom or of what."""
    from srt_tui.cli.services import seen
    from srt_tui.reports.calendar import appointment as entry
    from srt_tui.workflow import review

    with seen(arguments.ref) as workspace:
        last = review.history(workspace, arguments.ref).last
        on = last.closed.next_on if last and last.closed else None
        if on is None:
            raise SrtError(
                "No next appointment was put down.", "It is asked for when a session closes."
            )
        print(entry(on, workspace.now()), end="")
    return 0


def take_home(arguments: Arguments) -> int:
    """Print a page for him to keep: cards and, if he wants, a few of his own lines."""
    from srt_tui.cli.packs import unknown
    from srt_tui.cli.services import seen
    from srt_tui.reports.render import rendered
    from srt_tui.reports.take_home import take_home as page
    from srt_tui.workflow import review

    with seen(arguments.ref) as workspace:
        pack = workspace.pack
        past = review.history(workspace, arguments.ref)
        for id in arguments.exercises:
            if id not in pack.exercises:
                raise unknown("exercise", id, list(pack.exercises), "Such as f01.")
        document = page(
            pack,
            arguments.exercises or past.done[-1:],
            past if arguments.words else None,
            step=arguments.step,
        )
    print(rendered(document, arguments.form), end="")
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


def _brief(parser: ArgumentParser) -> None:
    a_person(parser)
    a_form(parser)


def _take_home(parser: ArgumentParser) -> None:
    a_person(parser)
    parser.add_argument(
        "exercises", nargs="*", metavar="ID", help="such as f04; without it, the latest done"
    )
    parser.add_argument("--words", action="store_true", help="with a few lines in his words")
    parser.add_argument("--step", default="", metavar="TEXT", help="the step he chose")
    a_form(parser)


COMMANDS = (
    Verb("brief", "srt brief REF", "what to know before a session", brief, _brief),
    Verb(
        "appointment", "srt appointment REF", "the next one, for a calendar", appointment, a_person
    ),
    Verb("takehome", "srt takehome REF [ID …]", "a page for him to keep", take_home, _take_home),
    Verb("help", "srt help [TOPIC]", "the guides", guide, _topic),
)
