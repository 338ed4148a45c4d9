"""The library's two verbs: load a pack to work with, and check one for its author.

Readers and rules are loaded only where they are needed: each start of the program loads a pack,
and mostly one that was read before.
"""
# ruff: noqa: PLC0415 - as said above

from pathlib import Path

from srt_tui.domain.content import Frozen
from srt_tui.domain.pack import Pack
from srt_tui.domain.practice import Rehearsal
from srt_tui.library.finding import Finding, Notebook
from srt_tui.library.kept import Loaded, Sources, keep, kept


class Report(Frozen, frozen=True, kw_only=True):
    """All findings of a pack, by file and line, and how much of everything it holds."""

    findings: tuple[Finding, ...]
    counts: dict[str, int]

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)


def load(content_dir: Path, sessions_dir: Path | None, *, cache: Path | None = None) -> Loaded:
    """The pack in `content_dir` with the plan templates in `sessions_dir`.

    A broken file is left out and told in `findings`; the rest loads. With `cache`, a file, what
    was read is kept there for the next time. Raises SrtError when the folder holds no pack at all.
    """
    sources = Sources([content_dir, *([sessions_dir] if sessions_dir else [])]) if cache else None
    if cache and sources and (found := kept(cache, sources)):
        return found
    from srt_tui.library.reading import read_pack

    reading = read_pack(content_dir, sessions_dir)
    loaded = Loaded(pack=reading.pack, findings=_told(reading.book))
    if cache and sources:
        keep(cache, sources, loaded)
    return loaded


def load_rehearsals(content_dir: Path) -> dict[str, Rehearsal]:
    """The rehearsals of the pack in `content_dir`, by id; one that is broken is left out.

    Apart from `load`, since most starts of the program do without them.
    """
    from srt_tui.library.rehearsals import read_practice

    return read_practice(content_dir, Notebook())


def check(content_dir: Path, sessions_dir: Path | None) -> Report:
    """Every finding at once: what does not read, and every rule of the content brief.

    Raises SrtError when the folder holds no pack at all.
    """
    from srt_tui.library.captions import hold_captions
    from srt_tui.library.care_rules import hold_care
    from srt_tui.library.pack_rules import hold_pack
    from srt_tui.library.reading import read_pack
    from srt_tui.library.rehearsal_rules import hold_practice
    from srt_tui.library.rehearsals import read_practice
    from srt_tui.library.text_rules import hold_words

    reading = read_pack(content_dir, sessions_dir)
    rehearsals = read_practice(content_dir, reading.book)
    hold_words(reading.book, reading.words.house_words)
    hold_care(reading.book)
    hold_pack(reading)
    hold_practice(rehearsals, reading)
    hold_captions(content_dir, reading.book)
    if reading.words.house_words:
        _allowances(reading.book)
    counts = {**_counts(reading.pack), "rehearsals": len(rehearsals)}
    return Report(findings=_told(reading.book), counts=counts)


def _told(book: Notebook) -> tuple[Finding, ...]:
    """The findings that no `allow:` line of their own file excuses, in order."""
    left = [found for found in book.findings if (found.file, found.rule) not in book.allowed]
    return tuple(sorted(left, key=lambda found: (found.file, found.line, found.rule, found.what)))


def _allowances(book: Notebook) -> None:
    """An `allow:` line that excuses nothing is one to take out. Asks for every rule to be held."""
    used = {(found.file, found.rule) for found in book.findings}
    for (file, rule), row in book.allowed.items():
        if (file, rule) not in used:
            book.warn("allow-unused", row, f'Nothing here breaks the rule "{rule}" any more.')


def _counts(pack: Pack) -> dict[str, int]:
    exercises = pack.exercises.values()
    return {
        "exercises": len(pack.exercises),
        "clips": len(pack.clips),
        "prompts": sum(len(exercise.prompts) for exercise in exercises),
        "fields": sum(len(exercise.fields) for exercise in exercises),
        "stages": len(pack.stages),
        "plans": len(pack.templates),
        "addons": len(pack.addons),
    }
