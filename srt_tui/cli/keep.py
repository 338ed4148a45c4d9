"""Commands that look after the records and the program."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from srt_tui.cli.command import Arguments, Verb, a_form, a_path, a_person, typed_reference
from srt_tui.domain.errors import Exit, SrtError

MOST = 1 << 30
"""Bytes of a case file: many times what thousands of people come to."""


def export(arguments: Arguments) -> int:
    """Print everything about these people in the documented form, or a summary of one of them."""
    from srt_tui.cli.services import opened, write_private
    from srt_tui.reports.history_rows import history_csv
    from srt_tui.reports.history_summary import history_summary
    from srt_tui.reports.render import rendered
    from srt_tui.workflow import keep, review

    refs, form = arguments.refs, arguments.format
    if form != "json" and len(refs) > 1:
        raise SrtError("A summary is about one person.", "Ask for them one by one.", Exit.USAGE)
    with opened() as workspace:
        if form == "json":
            text = keep.export(workspace, refs)
        else:
            past = review.history(workspace, refs[0])
            workspace.vault.log("exported", refs[0])
            if form == "csv":
                text = history_csv(past)
            else:
                text = rendered(history_summary(refs[0], past, workspace.pack), form)
    if arguments.to is None:
        print(text, end="")
        return 0
    write_private(arguments.to, text.encode())
    print("Written. It is plain text now: keep it where only those who may can read it.")
    return 0


def access(arguments: Arguments) -> int:
    """Print everything held about one person, to answer his request to see it."""
    from srt_tui.cli.services import opened
    from srt_tui.reports.access import access_document, access_json
    from srt_tui.reports.render import rendered
    from srt_tui.workflow import review

    with opened() as workspace:
        past = review.history(workspace, arguments.ref)
        workspace.vault.log("exported", arguments.ref)
    if arguments.json:
        print(access_json(arguments.ref, past), end="")
    else:
        page = access_document(arguments.ref, past, workspace.pack.check)
        print(rendered(page, arguments.form), end="")
    return 0


def import_(arguments: Arguments) -> int:
    """Add the people of a file that `srt export` wrote."""
    from srt_tui.cli.services import opened

    data = _case_file(arguments.file)
    with opened() as workspace:
        added, here, bad = workspace.vault.import_case(data)
    if added:
        print(f"Added: {', '.join(added)}.")
    if here:
        print(f"Here already, just as in the file: {', '.join(here)}.")
    for sentence in bad:
        print(f"Not imported: {sentence}", file=sys.stderr)
    return int(bool(bad))


def _case_file(path: Path) -> bytes:
    """What is in the file; raises SrtError, also before more is read than any case file holds."""
    try:
        too_large = path.stat().st_size > MOST
        with path.open("rb") as file:
            data = b"" if too_large else file.read(MOST + 1)
    except OSError as error:
        raise SrtError("That file could not be read.", "Is it there?", Exit.USAGE) from error
    if too_large or len(data) > MOST:
        what = "That file is larger than a case file can be."
        raise SrtError(what, "Export fewer people at a time.", Exit.USAGE)
    return data


def backup(arguments: Arguments) -> int:
    """Copy all records, still sealed, into a new folder, and open every copy to check it."""
    from srt_tui.cli.services import opened

    with opened() as workspace:
        made = workspace.vault.backup(arguments.folder)
    print(f"{made.files} files copied and opened again: {made.path}")
    if made.same_disk:
        print("It is on the same disk as the records. Keep one elsewhere too: disks fail whole.")
    if not made.private:
        print("That place does not keep files to you alone. They are sealed; lock it away.")
    return 0


def restore(arguments: Arguments) -> int:
    """Make the records anew from a backup; the passphrase of that time opens it."""
    from srt_tui import private_files
    from srt_tui.cli.services import make, passphrase, tell
    from srt_tui.locations import locate
    from srt_tui.store import Vault

    workspace, secret, place = make(), passphrase(), locate().store
    private_files.make_folder(place.parent)
    beside = Vault.restore(
        arguments.folder,
        place,
        secret,
        now=workspace.now,
        put_aside=arguments.put_aside,
        what_is_left=arguments.what_is_left,
    )
    print("Restored. The passphrase of that time opens it.")
    if beside is not None:
        print(f"What was there before is in {beside}")
    workspace.unlock(secret)
    workspace.vault.log("restored")
    tell(workspace)
    workspace.lock()
    return 0


def verify(_: Arguments) -> int:
    """Read every record once; 1 where something cannot be read. Nothing is changed."""
    from srt_tui.cli.progress import bar
    from srt_tui.cli.services import opened

    with opened(write=False) as workspace, bar(sys.stderr) as progress:
        found = workspace.vault.verify(progress)
    for problem in found.problems:
        print(problem)
    print(f"{found.files} files with {found.entries} entries read; {len(found.problems)} bad.")
    return int(bool(found.problems))


def erase(arguments: Arguments) -> int:
    """Remove one person from the records and their copies, and say what is out of reach."""
    from srt_tui.cli.services import opened
    from srt_tui.workflow import keep

    with opened() as workspace:
        workspace.person(arguments.ref)
        if typed_reference(_again(arguments.again)) != arguments.ref:
            raise SrtError("That is another reference.", "Nothing was erased.", Exit.USAGE)
        receipt = keep.erase(workspace, arguments.ref)
    print(receipt.sentence())
    print("Out of reach:", *(f"- {left}" for left in receipt.left), sep="\n")
    return 0


def purge(arguments: Arguments) -> int:
    """List whose working copy is to go; with `--yes`, erase them and say what was done."""
    from srt_tui.cli.services import opened
    from srt_tui.workflow import keep

    with opened(write=arguments.yes) as workspace:
        over = keep.to_purge(workspace)
        for case in over:
            print(f"{case.reference}: to go since {case.purge:%d %B %Y}")
        receipts = keep.purge(workspace) if arguments.yes else ()
    for receipt in receipts:
        print(receipt.sentence())
    if receipts:
        print("Out of reach:", *(f"- {left}" for left in receipts[-1].left), sep="\n")
    elif over:
        print("Nothing was erased. To erase them: srt purge --yes. To keep one: srt hold REF")
    else:
        print("Nobody's time is over. Nothing was erased.")
    return 0


def hold(arguments: Arguments) -> int:
    """Keep one person's working copy beyond its time; why is for the official record."""
    from srt_tui.cli.services import opened
    from srt_tui.workflow import keep

    with opened() as workspace:
        keep.hold(workspace, arguments.ref, on=not arguments.release)
    print("The clock runs again." if arguments.release else "Held: srt purge leaves it alone.")
    return 0


def _again(given: str | None) -> str:
    if given is not None:
        return given
    if sys.stdin is not None and sys.stdin.isatty():
        return input("This cannot be undone. Type the reference again: ")
    raise SrtError(
        "Erasing cannot be undone, so the reference is asked for twice.",
        "Give it again: --again REF",
        Exit.USAGE,
    )


def where(_: Arguments) -> int:
    """Print every path in use."""
    from srt_tui.locations import locate

    places = locate()
    named = {
        "records": places.store,
        "settings": places.settings,
        "own plans": places.own_plans,
        "sound": places.sound,
        "log": places.log,
        "voices": places.voices,
        "shipped pack": places.shipped_pack,
        "plan templates": places.templates,
        "cache": places.cache,
        "room window": places.room,
    }
    for name, path in named.items():
        print(f"{name:<15} {path}{'' if path.exists() else '  (not there yet)'}")
    return 0


def doctor(arguments: Arguments) -> int:
    """Say what works on this computer."""
    from srt_tui.cli.doctor import doctor as look

    return look(arguments)


def _export(parser: ArgumentParser) -> None:
    parser.add_argument(
        "refs", nargs="+", type=typed_reference, metavar="REF", help="such as JD-07"
    )
    parser.add_argument(
        "--format",
        choices=("json", "md", "html", "csv"),
        default="json",
        help="json, if not said, is everything; the others are a summary for a hand-over",
    )
    parser.add_argument("--to", type=a_path, metavar="FILE", help="write it there, for you alone")


def _access(parser: ArgumentParser) -> None:
    a_person(parser)
    a_form(parser)
    _json(parser)


def _import(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=a_path, metavar="FILE", help="what srt export wrote")


def _backup(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=a_path, metavar="FOLDER", help="on another disk or a stick")


def _restore(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=a_path, metavar="FOLDER", help="one that srt backup made")
    parser.add_argument(
        "--put-aside", action="store_true", help="move the records that are here beside"
    )
    parser.add_argument(
        "--what-is-left", action="store_true", help="go on with a backup that is not whole"
    )


def _erase(parser: ArgumentParser) -> None:
    a_person(parser)
    parser.add_argument("--again", metavar="REF", help="the reference again, to be sure")


def _purge(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="erase them; this cannot be undone")


def _hold(parser: ArgumentParser) -> None:
    a_person(parser)
    parser.add_argument("--release", action="store_true", help="let its clock run again")


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for another program to read")


COMMANDS = (
    Verb("export", "srt export REF [--format …]", "to take elsewhere", export, _export),
    Verb("access", "srt access REF", "all that is held about one person", access, _access),
    Verb("import", "srt import FILE", "add what was exported elsewhere", import_, _import),
    Verb("backup", "srt backup FOLDER", "a sealed copy of all records", backup, _backup),
    Verb("restore", "srt restore FOLDER", "put a backup back", restore, _restore),
    Verb("verify", "srt verify", "read everything once", verify),
    Verb("erase", "srt erase REF", "erase one person", erase, _erase),
    Verb("purge", "srt purge [--yes]", "whose time here is over", purge, _purge),
    Verb("hold", "srt hold REF", "keep one person longer", hold, _hold),
    Verb("doctor", "srt doctor [--json]", "what works on this computer", doctor, _json),
    Verb("where", "srt where", "every path in use", where),
)
