"""Commands for people who make clips: of the pack's scripts, and of a story of their own."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from srt_tui.cli.command import Arguments, Verb, a_path
from srt_tui.domain.errors import Exit, SrtError

if TYPE_CHECKING:
    from srt_tui.domain.pack import Pack
    from srt_tui.library.finding import Finding
    from srt_tui.studio.building import Progress
    from srt_tui.studio.manifest import Manifest

FORMS = ("plain", "plain-light", "standard")


def clips_build(arguments: Arguments) -> int:
    """Make clips from their scripts, where the scripts are; what is made already is passed over."""
    from srt_tui.cli.packs import chosen, pack_in
    from srt_tui.domain.renaming import renamed
    from srt_tui.locations import locate
    from srt_tui.studio import building
    from srt_tui.studio.voices import Kokoro

    pack, folder = pack_in(arguments.pack)
    names = _spare(pack, arguments.without)
    places = locate()
    voices = Kokoro(places.voices, {spare: name for name, spare in names.items()})
    cards = {exercise.clip: exercise.card for exercise in pack.exercises.values()}
    for script in chosen(pack, arguments.ids):
        clip, here = renamed(script, names), folder / "clips" / script.id
        if names:
            here = _own_folder(places.voices.parent, here, names)
        card = cards.get(clip.id, "")
        forms = arguments.form or building.possible(clip, here)
        wanted = [f for f in forms if arguments.again or not building.is_made(clip, card, here, f)]
        if not wanted:
            print(f"{clip.id} is made already.")
            continue
        progress = _progress(clip.id)
        building.build(clip, card=card, folder=here, voices=voices, progress=progress, forms=wanted)
        print(f"{clip.id} is made{f': {here}' if names else ''}.")
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
    found = 0
    for clip in clips:
        for problem in check_clip(clip, folder / "clips" / clip.id):
            print(f"{problem.clip}: {problem.text}", flush=True)
            found += 1
    print(f"{len(clips)} clips looked at, {found} problems.")
    return int(bool(found))


def clips_new(arguments: Arguments) -> int:
    """Write a file for a story of your own, with the rules in it; an old file is left alone."""
    from srt_tui.library.drafts import NEW

    file: Path = arguments.file
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(NEW)
    except FileExistsError as problem:
        raise SrtError(f"{file} is there already.", "Give another name.", Exit.USAGE) from problem
    except OSError as problem:
        raise SrtError(f"{file} cannot be written.", "Give a folder that exists.") from problem
    print(f"{file} is written. Open it, read it, write your story over it. Then type:")
    print(f"srt clips preview {file}")
    return 0


def clips_preview(arguments: Arguments) -> int:
    """Make a draft clip of your own story, in a folder beside the file and named like it."""
    from srt_tui.cli.packs import folders
    from srt_tui.library.drafts import NotYet, read_draft
    from srt_tui.library.reading import read_pack
    from srt_tui.locations import locate
    from srt_tui.studio import building
    from srt_tui.studio.voices import Kokoro

    file: Path = arguments.file
    draft = read_draft(file, read_pack(*folders(None)).words.house_words)
    if isinstance(draft, NotYet):
        _tell(file, draft.findings)
        print("No clip can be made of it yet.")
        return 1
    here = file.with_suffix("")
    if here == file:
        here = file.with_name(f"{file.name}-clip")
    here.mkdir(exist_ok=True)
    forms = arguments.form or building.possible(draft.clip, here)
    made = building.build(
        draft.clip,
        card=draft.card,
        folder=here,
        voices=Kokoro(locate().voices),
        progress=_progress(file.name),
        forms=forms,
    )
    if draft.later:
        print("For later, before it is used:")
        _tell(file, draft.later)
    _made(here, made)
    return 0


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


def _spare(pack: "Pack", without: list[str]) -> dict[str, str]:
    """Each name that is not to be said, with its spare; raises SrtError for one that has none."""
    from srt_tui.cli.packs import unknown

    known = {name.casefold(): name for name in pack.spare_names}
    for name in without:
        if name.casefold() not in known:
            raise unknown("spare name for", name, list(pack.spare_names), "srt help stories")
    return {known[n.casefold()]: pack.spare_names[known[n.casefold()]] for n in without}


def _own_folder(data: Path, shared: Path, names: dict[str, str]) -> Path:
    """Where a clip with changed names is kept on this computer, with the pack's stills laid in."""
    import shutil

    here = data / "clips" / "-".join([shared.name, *sorted(names)]).lower()
    here.mkdir(parents=True, exist_ok=True)
    for file in shared.iterdir():
        if file.suffix in (".jpg", ".png", ".toml"):
            shutil.copy(file, here / file.name)
    return here


def _tell(file: Path, findings: "tuple[Finding, ...]") -> None:
    for found in findings:
        meant = f" Probably meant: {found.meant}" if found.meant else ""
        print(f"{file}:{found.line}: {found.what}{meant}")


def _made(here: Path, made: "Manifest") -> None:
    for form in made.forms.values():
        print(f"{here / form.file} is made: {form.seconds:.0f} seconds, captions inside.")


def _progress(id: str) -> "Progress":
    """Writes over one line of the error stream, and only on a terminal."""

    def show(doing: str, share: float) -> None:
        if sys.stderr.isatty():
            end = "\n" if share >= 1 else "\r"
            print(f"{id}: {doing} {share:4.0%}", end=end, file=sys.stderr, flush=True)

    return show


def _ids(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="such as clip-f01; without it, all")
    parser.add_argument("--pack", type=a_path, metavar="FOLDER", help="without it, the shipped one")


def _form(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--form", action="append", choices=FORMS, help="without it, all there are pictures for"
    )


def _build(parser: ArgumentParser) -> None:
    _ids(parser)
    _form(parser)
    parser.add_argument("--again", action="store_true", help="also what is made already")
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME",
        help="say the spare name instead; kept on this computer only",
    )  # fmt: skip


def _file(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=a_path, metavar="FILE", help="such as our-story.md")


def _preview(parser: ArgumentParser) -> None:
    _file(parser)
    _form(parser)


COMMANDS = (
    Verb("clips new", "srt clips new FILE", "a story of your own", clips_new, _file),
    Verb("clips preview", "srt clips preview FILE", "see it as a clip", clips_preview, _preview),
    Verb("clips build", "srt clips build [ID …]", "make clips", clips_build, _build),
    Verb("clips check", "srt clips check [ID …]", "hold them to the script", clips_check, _ids),
    Verb("clips voices", "srt clips voices", "fetch the voices for it", clips_voices),
)
