"""What commands work with, made from settings, locations and the passphrase."""

import os
import shlex
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path

from srt_tui import private_files
from srt_tui.cli.command import a_path
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.letters import read
from srt_tui.locations import Locations, locate
from srt_tui.settings import Settings, SettingsError, load
from srt_tui.workflow.workspace import Workspace, start

PASSPHRASE_FILE = "SRT_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable


def settings(places: Locations) -> Settings:
    """The user's settings; raises SrtError when the file cannot be used."""
    try:
        return load(places.settings)
    except SettingsError as error:
        raise SrtError(error.message, error.remedy, Exit.USAGE) from error


def make(*, store: Path | None = None) -> Workspace:
    """A locked workspace over the user's records; with `store`, that of a demo."""
    places = locate()
    return start(places, settings(places), store=store)


@contextmanager
def opened(*, write: bool = True) -> Iterator[Workspace]:
    """The user's records, unlocked for one command; raises SrtError (LOCKED when in use)."""
    with opened_by(write=write) as (ours, _):
        yield ours


@contextmanager
def opened_by(*, write: bool = True) -> Iterator[tuple[Workspace, str]]:
    """The same, with the secret that opened them."""
    ours, secret = _locked()
    ours.unlock(secret, read_only=not write)
    try:
        yield ours, secret
    finally:
        tell(ours)
        ours.lock()


@contextmanager
def seen(*refs: str) -> Iterator[Workspace]:
    """The records, opened to look at these people, and each look noted in the access log.

    While another program writes they can still be read; then nothing can be noted. Raises SrtError
    for a reference that nobody has, with the one that was probably meant.
    """
    ours, secret = _locked()
    try:
        ours.unlock(secret)
    except SrtError as error:
        if error.exit_code is not Exit.LOCKED:
            raise
        ours.unlock(secret, read_only=True)
    try:
        for ref in refs:
            _known(ref, list(ours.vault.cards()))
            ours.vault.log("viewed", ref)
        yield ours
    finally:
        tell(ours)
        ours.lock()


def _known(ref: str, references: list[str]) -> None:
    if ref in references:
        return
    import difflib

    bare = {each.replace("-", ""): each for each in references}
    near = difflib.get_close_matches(ref, references, n=1, cutoff=0.75)
    meant = bare.get(ref.replace("-", ""), next(iter(near), ""))
    remedy = f"Did you mean {meant}?" if meant else "Look at the list: srt."
    raise SrtError("There is nobody with that reference.", remedy, Exit.USAGE)


def tell(ours: Workspace) -> None:
    """Say on the error stream what opening the records found."""
    for sentence in ours.found():
        print(sentence, file=sys.stderr)


def _locked() -> tuple[Workspace, str]:
    """The user's records, which are there, and the secret to try on them."""
    ours = make()
    if not ours.exists:
        raise SrtError("There are no records here yet.", "Make them with: srt")
    return ours, passphrase()


def write_private(path: Path, data: bytes) -> None:
    """Write a new file that only the user can read; raises SrtError, also where one is already."""
    try:
        private_files.create(path, data)
    except FileExistsError as error:
        raise SrtError(
            "There is a file of that name already.", "Choose another name.", Exit.USAGE
        ) from error
    except OSError as error:
        raise SrtError("The file could not be written there.", "Choose another place.") from error


def passphrase() -> str:
    """The passphrase, from the file that SRT_PASSPHRASE_FILE names or typed; raises SrtError."""
    given = given_passphrase()
    if given is not None:
        return given
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass("Passphrase: ")
    raise SrtError(
        "The records are locked, and there is no terminal to ask for the passphrase.",
        f"Put it in a file that only you can read, and name that file in {PASSPHRASE_FILE}.",
        Exit.USAGE,
    )


def given_passphrase() -> str | None:
    """The passphrase in the file that SRT_PASSPHRASE_FILE names; None where it names none."""
    named = os.environ.get(PASSPHRASE_FILE)
    return _from_file(a_path(named)) if named else None


def _from_file(path: Path) -> str:
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise SrtError(
                f"The file named in {PASSPHRASE_FILE} can be read by others.",
                f"Make it your own with: chmod 600 {shlex.quote(str(path))}",
                Exit.USAGE,
            )
        found = read(path.read_bytes())
    except OSError:
        found = None
    if found is None or found.fault:
        raise SrtError(
            f"The file named in {PASSPHRASE_FILE} could not be read.",
            "Does it exist, and does it hold one line of text?",
            Exit.USAGE,
        )
    return found.text.rstrip("\n")
