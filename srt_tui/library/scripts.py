"""One `script.md` of `clips/`: scenes with a picture, words on screen, and spoken lines."""

import re
from pathlib import Path

from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.library.blocks import Block
from srt_tui.library.document import Layout, read_document
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.manifest import NARRATOR
from srt_tui.library.vocabulary import Vocabulary

LAYOUT = Layout(keys=("title", "lead", "content note"), optional_keys=("id",))
SCRIPT = "script.md"
SCENES = range(3, 6)
SPOKEN = range(150, 201)

_SCENE = re.compile(r"^scene (\d+)$", re.IGNORECASE)
_VERSION = re.compile(r"^(\S+) version\b.*$", re.IGNORECASE)
_LINE = re.compile(r"^>\s*([A-Z][A-Z .'-]*):\s*(\S.*)$")
_PARTS = {"Picture": "picture", "On screen": "words"}
_CHOICE = "Choice point."


def read_clip(folder: Path, words: Vocabulary, book: Notebook) -> Clip | None:
    """The clip whose script is in this folder, or nothing when no scene of it can be read."""
    file = f"clips/{folder.name}/{SCRIPT}"
    if not (folder / SCRIPT).is_file():
        book.error("script-missing", Row(file, 1, ""), "The clip's folder holds no script.", SCRIPT)
        return None
    page = read_document(folder / SCRIPT, file, LAYOUT, book, folder.name)
    scenes: list[Scene] = []
    stood: list[Block] = []
    marks: list[Row] = []
    versions: list[tuple[str, str]] = []
    for block in page.blocks:
        heading = block.heading.text
        if scene := _SCENE.match(heading):
            stood.append(block)
            scenes.append(_scene(int(scene[1]), block, words, book, marks))
        elif version := _VERSION.match(heading):
            versions.append((version[1].lower(), _told(block, book)))
        else:
            book.error("heading-unknown", block.heading, f'"{heading}" is not a scene.', "Scene 1")
    if not scenes:
        what = "No scene of this script can be read."
        book.error("script-empty", page.value("title"), what, "## Scene 1")
        return None
    for key in ("title", "content note"):
        book.hear(key, page.value(key))
    for key in ("title", "lead"):
        book.spots[f"{folder.name}.{key}"] = page.value(key)
    _count(scenes, stood, page.value("title"), book)
    _choice(scenes, marks, book)
    return Clip(
        id=folder.name,
        title=page.value("title").text,
        lead=page.value("lead").text,
        content_note=page.value("content note").text,
        scenes=tuple(scenes),
        versions=tuple(versions),
    )


def _told(block: Block, book: Notebook) -> str:
    """The words of another version."""
    told = block.paragraphs()
    for paragraph in told:
        book.hear("script", paragraph)
    return "\n\n".join(paragraph.text for paragraph in told)


def word_count(text: str) -> int:
    """Words as a reader counts them: a lone dash is none."""
    return sum(word.isalnum() or any(map(str.isalnum, word)) for word in text.split())


def _count(scenes: list[Scene], stood: list[Block], title: Row, book: Notebook) -> None:
    """Each said where it is seen: behind the last scene, at the one too many, at a wrong number."""
    if len(scenes) not in SCENES:
        at = stood[-1].last if len(scenes) < SCENES.start else stood[SCENES.stop - 1].heading
        book.error("scene-count", at, f"There are {len(scenes)} scenes; a clip has 3 to 5.")
    numbers = [scene.number for scene in scenes]
    wrong = [block for n, block in enumerate(stood) if numbers[n] != n + 1]
    if wrong:
        what = f"The scenes are numbered {', '.join(map(str, numbers))}."
        book.error("scene-number", wrong[0].heading, what, "Scene 1, Scene 2, Scene 3 …")
    spoken = sum(word_count(line.text) for scene in scenes for line in scene.lines)
    if spoken not in SPOKEN:
        what = f"The script has {spoken} spoken words; a clip has 150 to 200."
        book.error("spoken-words", title, what)


def _choice(scenes: list[Scene], marks: list[Row], book: Notebook) -> None:
    """One moment at most, and something after it."""
    for row in marks[1:]:
        book.error("choice-point", row, "A script has one choice point at most.")
    last = scenes[-1]
    if marks and last.choice == len(last.lines):
        book.error("choice-point", marks[-1], "Nothing is said after the choice point.")


def _scene(number: int, block: Block, words: Vocabulary, book: Notebook, marks: list[Row]) -> Scene:
    """One scene; the row of a choice point is put with the `marks`."""
    parts: dict[str, Row] = {}
    lines: list[Line] = []
    choice: int | None = None
    for row in block.rows:
        text = row.text.strip()
        if text.startswith(">"):
            lines += _line(row, words, book)
        elif text.rstrip(".").lower() == _CHOICE.rstrip(".").lower():
            choice = len(lines)
            marks.append(row)
        elif text:
            name, value = _part(row, text, book)
            parts[name] = value
    for name in _PARTS:
        if not parts.get(name, block.heading.part("")).text:
            book.error("scene-part", block.heading, f'The scene has no "{name}:" line.')
    if not lines:
        book.error("scene-part", block.heading, "Nobody speaks in this scene.", "> NARRATOR: …")
    screen = parts.get("On screen", block.heading.part(""))
    book.hear("on screen", screen)
    picture = parts.get("Picture", block.heading.part("")).text
    return Scene(
        number=number, picture=picture, words=screen.text, lines=tuple(lines), choice=choice
    )


def _part(row: Row, text: str, book: Notebook) -> tuple[str, Row]:
    """A picture or the words on screen: which, and what they are."""
    name, colon, value = text.partition(":")
    if name not in _PARTS or not colon:
        meant = nearest(name, (*_PARTS, _CHOICE)) or "> NARRATOR: …"
        book.error("scene-line", row, "This line is neither picture, screen nor speech.", meant)
        name = meant
    return name, row.part(value.strip())


def _line(row: Row, words: Vocabulary, book: Notebook) -> list[Line]:
    match = _LINE.match(row.text.strip())
    if match is None:
        what = "This line does not say who speaks, in capitals, before a colon."
        book.error("speaker-missing", row, what, "> NARRATOR: …")
        return [Line(speaker=NARRATOR, text=row.text.strip("> "))]
    speaker = match[1].strip()
    if words.speakers and speaker not in words.speakers:
        meant = nearest(speaker, words.speakers)
        book.error("speaker-unknown", row, f"{speaker} is not one of the speakers.", meant)
        speaker = meant or speaker
    book.hear("script", row.part(match[2]))
    return [Line(speaker=speaker, text=match[2])]
