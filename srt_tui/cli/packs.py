"""Which pack a command is about."""

import difflib
from pathlib import Path

from srt_tui.domain.content import Clip
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.pack import Pack
from srt_tui.library.places import places
from srt_tui.library.report import load
from srt_tui.locations import locate


def folders(folder: Path | None) -> tuple[Path, Path | None]:
    """The pack in `folder` and its plan templates; the shipped ones for None."""
    if folder is not None:
        return places(folder)
    shipped = locate()
    return shipped.shipped_pack, shipped.templates


def pack_in(folder: Path | None) -> tuple[Pack, Path]:
    """The pack and its folder; raises SrtError where there is none."""
    content, sessions = folders(folder)
    return load(content, sessions).pack, content


def unknown(what: str, typed: str, names: list[str], otherwise: str) -> SrtError:
    """A name that is none, with the nearest one that is."""
    near = difflib.get_close_matches(typed, names, n=1)
    remedy = f"Did you mean “{near[0]}”?" if near else otherwise
    return SrtError(f"There is no {what} “{typed}”.", remedy, Exit.USAGE)


def chosen(pack: Pack, ids: list[str]) -> list[Clip]:
    """The clips with these names, all of them for none; raises SrtError for one that is none."""
    for id in ids:
        if id not in pack.clips:
            raise unknown("clip", id, list(pack.clips), "The names are those of the folders.")
    return [pack.clips[id] for id in ids or pack.clips]
