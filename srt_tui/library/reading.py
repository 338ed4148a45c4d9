"""One pass over a pack's folders: everything that can be read, and all that is wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from srt_tui.domain.content import Exercise
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pack import GuidePage, Module, Pack
from srt_tui.domain.structure import STAGE_IDS, Stage
from srt_tui.library import manifest
from srt_tui.library.exercises import read_exercise
from srt_tui.library.finding import Notebook, Row
from srt_tui.library.folders import inside, named
from srt_tui.library.manifest import Toml
from srt_tui.library.pages import read_page, read_swaps
from srt_tui.library.plans import PLAN, read_addon, read_template
from srt_tui.library.scripts import read_clip
from srt_tui.library.stages import read_stage
from srt_tui.library.together import read_check, read_moves, read_signs
from srt_tui.library.vocabulary import Vocabulary

PAGES = ("safety", "guide", "about", "check", "signs", "moves")
FIRST_MODULE = "foundation"

_T = TypeVar("_T")


class Files(msgspec.Struct, frozen=True):
    """Where each piece of a pack is, by id."""

    content: Path
    exercises: dict[str, Path]
    stages: dict[str, Path]
    clips: dict[str, Path]
    sessions: dict[str, Path]


class PackRead(msgspec.Struct, frozen=True):
    """A pack as read, with the files and the notebook of that reading."""

    pack: Pack
    files: Files
    words: Vocabulary
    book: Notebook


def read_pack(content: Path, sessions: Path | None) -> PackRead:
    """Read the pack folder `content` and the plan templates in `sessions`.

    Raises SrtError when `content` is not a folder that could be a pack.
    """
    if not (content / manifest.PACK).is_file() and not (content / "exercises").is_dir():
        raise SrtError(
            "There is no pack in that folder.",
            "A pack is a folder with a pack.toml and a folder of exercises.",
        )
    book = Notebook()
    files = _files(content, sessions, book)
    about = manifest.read_toml(content / manifest.PACK, book)
    people = manifest.read_toml(content / manifest.CAST, book)
    words = _vocabulary(files, about, people)
    for key in ("worksheet_note", "task_line"):
        book.hear(key, about.where(key).part(str(about.data.get(key, ""))))
    exercises = _each(files.exercises, lambda path: read_exercise(path, words, book))
    words.broken = set(files.exercises) - set(exercises)
    pack = _pack(files, about, people, words, exercises, book)
    return PackRead(pack, files, words, book)


def _pack(
    files: Files,
    about: Toml,
    people: Toml,
    words: Vocabulary,
    exercises: dict[str, Exercise],
    book: Notebook,
) -> Pack:
    content = files.content
    pages = _pages(content, book)
    plans = {id: path for id, path in files.sessions.items() if id.startswith(PLAN)}
    addons = {id: path for id, path in files.sessions.items() if id not in plans}
    return Pack(
        **manifest.texts(about, content.name, book),
        modules=manifest.modules(about, files.exercises, exercises, book) or _modules(exercises),
        exercises=exercises,
        clips=_each(files.clips, lambda path: read_clip(path, words, book)),
        stages=_stages(files.stages, book),
        check=read_check(content / "check.md", book),
        signs=read_signs(content / "signs.md", book),
        moves=read_moves(content / "moves.md", book),
        safety=pages.get("safety", GuidePage(title="", sections=())),
        cast=manifest.leads(people, book),
        spare_names=manifest.pairs(people, "spare_names"),
        swaps=read_swaps(content / "swaps.md", book),
        sensitivities=words.tags.get("sensitivities", ()),
        templates=_each(plans, lambda path: read_template(path, words, book)),
        addons=_each(addons, lambda path: read_addon(path, book)),
        coaching=manifest.strings(about, "coaching"),
        house_words=words.house_words,
        version_names=manifest.version_names(people),
        pages=pages,
    )


def _files(content: Path, sessions: Path | None, book: Notebook) -> Files:
    folders = [path for path in inside(content / "clips") if path.is_dir()]
    return Files(
        content=content,
        exercises=named(content / "exercises", "exercises", book),
        stages=named(content / "stages", "stages", book),
        clips={path.name: path for path in folders if not path.name.startswith(".")},
        sessions=named(sessions, "sessions", book) if sessions else {},
    )


def _each(paths: dict[str, Path], read: Callable[[Path], _T | None]) -> dict[str, _T]:
    """What could be read of each file; one that is broken is left out."""
    return {id: found for id, path in paths.items() if (found := read(path)) is not None}


def _vocabulary(files: Files, about: Toml, people: Toml) -> Vocabulary:
    return Vocabulary(
        exercises=tuple(files.exercises),
        clips=tuple(files.clips),
        plans=tuple(files.sessions),
        modules=manifest.module_ids(about),
        leads=manifest.lead_names(people),
        speakers=manifest.speakers(people),
        tags=manifest.tags(about),
        house_words=manifest.pairs(about, "house_words"),
    )


def _pages(content: Path, book: Notebook) -> dict[str, GuidePage]:
    paths = [content / f"{name}.md" for name in PAGES]
    paths += [path for path in inside(content / "guides") if path.suffix == ".md"]
    return {path.stem: read_page(path, content, book) for path in paths if path.is_file()}


def _stages(paths: dict[str, Path], book: Notebook) -> tuple[Stage, ...]:
    found = _each(paths, lambda path: read_stage(path, book))
    for id in STAGE_IDS if paths else ():
        if id not in paths:
            what = f'There is no file for the stage "{id}".'
            book.error("stage-missing", Row(f"stages/{id}.md", 1, ""), what)
    return tuple(found[id] for id in STAGE_IDS if id in found)


def _modules(exercises: dict[str, Exercise]) -> tuple[Module, ...]:
    """The modules that the exercises name, for a pack whose own list cannot be read."""
    names = dict.fromkeys(exercise.module for exercise in exercises.values())
    return tuple(
        Module(
            id=name,
            title=name.capitalize(),
            exercises=tuple(e.id for e in exercises.values() if e.module == name),
            first=name == FIRST_MODULE,
        )
        for name in names
    )
