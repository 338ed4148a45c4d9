"""`srt doctor`: what works on this computer, each in one line."""

import asyncio
import json
import os
import platform
from collections.abc import Callable, Iterator
from shutil import get_terminal_size
from typing import NamedTuple

from srt_tui.cli.command import Arguments
from srt_tui.cli.terminal import SMALLEST, is_terminal
from srt_tui.domain.errors import SrtError
from srt_tui.locations import Locations, locate
from srt_tui.version import __version__


class LookedAt(NamedTuple):
    """One thing that was looked at. Where `needed`, the companion cannot do without it."""

    what: str
    works: bool
    says: str
    needed: bool = False


def doctor(arguments: Arguments) -> int:
    """Look at everything; 1 where something that is needed does not work."""
    findings = tuple(_look(locate()))
    if arguments.json:
        print(json.dumps([finding._asdict() for finding in findings], indent=2))
    else:
        for finding in findings:
            print(f"{'works' if finding.works else 'not':<6} {finding.what:<10} {finding.says}")
    return int(any(finding.needed and not finding.works for finding in findings))


def _look(places: Locations) -> Iterator[LookedAt]:
    yield LookedAt("program", True, f"srt {__version__}, Python {platform.python_version()}")
    yield _terminal()
    yield from _players()
    yield _voice()
    for what, look in {"settings": _settings, "pack": _pack, "records": _records}.items():
        yield _needed(what, look, places)


def _needed(what: str, look: Callable[[Locations], str], places: Locations) -> LookedAt:
    try:
        return LookedAt(what, True, look(places), needed=True)
    except SrtError as error:
        return LookedAt(what, False, str(error), needed=True)


def _terminal() -> LookedAt:
    if not is_terminal():
        return LookedAt("terminal", False, "There is none here; commands that print still work.")
    columns, lines = get_terminal_size()
    fits = columns >= SMALLEST[0] and lines >= SMALLEST[1]
    small = "" if fits else " Screens need {} by {}.".format(*SMALLEST)
    return LookedAt("terminal", fits, f"{os.environ['TERM']}, {columns} by {lines}.{small}")


def _players() -> Iterator[LookedAt]:
    from srt_tui.player.choose import probe

    for found in asyncio.run(probe()):
        says = found.why or f"{found.version} Hides the clip at once.".strip()
        yield LookedAt(found.player, found.usable, says)


def _voice() -> LookedAt:
    from srt_tui.player.aloud import voice

    found = voice()
    return LookedAt(
        "voice", found is not None, f"{found.name} reads pages out." if found else "None."
    )


def _settings(places: Locations) -> str:
    from srt_tui.cli.services import settings

    settings(places)
    return "Read." if places.settings.exists() else "The standard ones."


def _pack(places: Locations) -> str:
    from srt_tui.library.media import clip_files
    from srt_tui.library.report import load

    pack = load(places.shipped_pack, places.templates).pack
    recorded = sum(bool(clip_files(places.shipped_pack, id).forms) for id in pack.clips)
    return (
        f"{pack.full_title or pack.title} {pack.version} ({pack.language}, {pack.licence}): "
        f"{len(pack.exercises)} exercises, {len(pack.clips)} stories, {recorded} of them recorded."
    )


def _records(places: Locations) -> str:
    from srt_tui.store import Vault
    from srt_tui.store.place import warning

    state = "Sealed." if Vault.exists(places.store) else "None yet; srt makes them."
    return f"{state} {warning(places.store)}".strip()
