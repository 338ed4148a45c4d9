"""Commands for people who write packs and make clips."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from srt_tui.cli.command import Arguments, Command
from srt_tui.domain.errors import SrtError

if TYPE_CHECKING:
    from srt_tui.studio.building import Progress


def content_check(arguments: Arguments) -> int:
    """Print everything that is wrong in a pack, all at once; 1 if any of it is an error."""
    from srt_tui.cli.packs import folders
    from srt_tui.library.report import check

    report = check(*folders(arguments.folder))
    if arguments.json:
        import msgspec

        print(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
        return int(report.has_errors)
    for found in report.findings:
        meant = f" Probably meant: {found.meant}" if found.meant else ""
        print(f"{found.file}:{found.line}: {found.severity}: {found.what}{meant}")
    print(", ".join(f"{number} {what}" for what, number in report.counts.items()) + ".")
    print(f"{len(report.findings)} findings." if report.findings else "Nothing is wrong.")
    return int(report.has_errors)


def clips_build(arguments: Arguments) -> int:
    """Make clips from their scripts, where the scripts are."""
    from srt_tui.cli.packs import chosen, pack_in
    from srt_tui.locations import locate
    from srt_tui.studio.building import build
    from srt_tui.studio.voices import Kokoro

    pack, folder = pack_in(arguments.pack)
    voices = Kokoro(locate().voices)
    cards = {exercise.clip: exercise.card for exercise in pack.exercises.values()}
    for clip in chosen(pack, arguments.ids):
        build(
            clip,
            card=cards.get(clip.id, ""),
            folder=folder / "clips" / clip.id,
            voices=voices,
            progress=_progress(clip.id),
        )
        print(f"{clip.id} is made.")
    return 0


def clips_check(arguments: Arguments) -> int:
    """Hold made clips against their scripts; without names, every clip that has been made."""
    from srt_tui.cli.packs import chosen, pack_in
    from srt_tui.library.media import clip_files
    from srt_tui.studio.check import check_clip

    pack, folder = pack_in(arguments.pack)
    clips = chosen(pack, arguments.ids)
    if not arguments.ids:
        clips = [clip for clip in clips if clip_files(folder, clip.id).forms]
    problems = [p for clip in clips for p in check_clip(clip, folder / "clips" / clip.id)]
    for problem in problems:
        print(f"{problem.clip}: {problem.text}")
    print(f"{len(clips)} clips looked at, {len(problems)} problems.")
    return int(bool(problems))


def clips_voices(_: Arguments) -> int:
    """Fetch the synthetic voices and check their hash. The only command that uses the internet."""
    from srt_tui.locations import locate
    from srt_tui.studio.fetch_voices import FetchError, fetch

    try:
        fetch(locate().voices)
    except FetchError as error:
        raise SrtError(str(error), "The voices are only needed to make clips.") from error
    print("The voices are here.")
    return 0


def _progress(id: str) -> "Progress":
    """Writes over one line of the error stream, and only on a terminal."""

    def show(doing: str, share: float) -> None:
        if sys.stderr.isatty():
            end = "\n" if share >= 1 else "\r"
            print(f"{id}: {doing} {share:4.0%}", end=end, file=sys.stderr, flush=True)

    return show


def _check(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="a pack; without it, the shipped one"
    )
    parser.add_argument("--json", action="store_true", help="for another program to read")


def _clips(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="such as clip-f01; without it, all")
    parser.add_argument("--pack", type=Path, metavar="FOLDER", help="without it, the shipped one")


COMMANDS = (
    Command("content check", "srt content check [FOLDER]", "all mistakes", content_check, _check),
    Command("clips build", "srt clips build [ID …]", "make clips", clips_build, _clips),
    Command(
        "clips check", "srt clips check [ID …]", "hold them to the script", clips_check, _clips
    ),
    Command("clips voices", "srt clips voices", "fetch the voices for it", clips_voices),
)
