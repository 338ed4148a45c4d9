"""Commands about who may open the records, and who has looked."""

import re
import sys
from argparse import ArgumentParser
from getpass import getpass

from srt_tui.cli.command import Arguments, Verb, typed_reference
from srt_tui.domain.errors import Exit, SrtError


def passphrase(arguments: Arguments) -> int:
    """Change the passphrase; with `--new-keys`, seal everything anew under it as it is."""
    from srt_tui.cli.services import opened_by
    from srt_tui.store import Cost

    if sys.stdin is None or not sys.stdin.isatty():
        raise SrtError(
            "There is no terminal to ask for the new passphrase.", "Run it in one.", Exit.USAGE
        )
    with opened_by() as (workspace, secret):
        if arguments.new_keys:
            recovery = workspace.vault.rotate(secret, cost=Cost.calibrated())
            print("Everything is sealed under new keys. The recovery key of before is dead.")
            print(f"The new one, shown once: {recovery}")
            print("Write it on paper and keep it with your locked papers.")
            return 0
        workspace.vault.change_passphrase(secret, _typed_twice(), cost=Cost.calibrated())
    print("Changed: the old passphrase is dead, the recovery key is as before.")
    print("Backups open with the passphrase of their day. To end that: srt passphrase --new-keys")
    return 0


def _typed_twice() -> str:
    """A new passphrase. Raises SrtError when it will not do."""
    from srt_tui.present.opening import passphrase_fault

    new = getpass("New passphrase: ")
    if fault := passphrase_fault(new, getpass("The same again: ")):
        raise SrtError(fault, "Nothing was changed.", Exit.USAGE)
    return new


def seen(arguments: Arguments) -> int:
    """Print who looked at whom, changed, exported or erased, and when; never what it says."""
    from srt_tui.cli.services import opened

    with opened(write=False) as workspace:
        vault = workspace.vault
        lines = [(line, vault.whose(line)) for line in vault.access(arguments.ref)]
    for line, whose in lines:
        print(f"{line.at:%Y-%m-%d %H:%M}  {line.kind:<18}  {whose:<12}  {line.who}")
    if not lines:
        print("Nothing is noted.")
    return 0


def _passphrase(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--new-keys", action="store_true", help="the same passphrase, but everything sealed anew"
    )


def _seen(parser: ArgumentParser) -> None:
    parser.add_argument(
        "ref",
        nargs="?",
        type=_whose,
        metavar="REF",
        help="about one person alone; one who was erased by what the receipt called him",
    )


def _whose(typed: str) -> str:
    """A reference, or what a receipt of erasing calls somebody. Raises SrtError for neither."""
    return typed if re.fullmatch("[0-9a-f]{8}", typed) else typed_reference(typed)


COMMANDS = (
    Verb("passphrase", "srt passphrase [--new-keys]", "change it", passphrase, _passphrase),
    Verb("seen", "srt seen [REF]", "who looked, and when", seen, _seen),
)
