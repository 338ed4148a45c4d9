"""His version of the stories: the same questions and worksheets with another partner (brief B.3).

Where a story has other words for a version, the script holds them (`Clip.versions`).
"""

import re
from collections.abc import Callable

from msgspec.structs import replace

from srt_tui.domain.content import AnyField, ChoiceField, Clip, Exercise
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Version

_SWAP = "swap"
_PRONOUNS: dict[Version, dict[str, str]] = {
    "male-partner": {"she": "he", "her": "him", "hers": "his", "herself": "himself"}
}
_BOTH_MEN = re.compile(r" *A couple who are both men\.")
Reword = Callable[[str], str]


def in_version(pack: Pack, version: Version) -> Pack:
    """The pack as somebody sees it who chose this version; as written, the pack itself."""
    names = {
        old: new.partition(" (")[0] for old, new in pack.version_names.get(version, {}).items()
    }
    known = {**names, **_PRONOUNS.get(version, {})}
    if not known:
        return pack

    def reword(text: str) -> str:
        return _reworded(text, known)

    swapped = [e for e in pack.exercises.values() if dict(e.variants).get(version) == _SWAP]
    return replace(
        pack,
        exercises={**pack.exercises, **{e.id: _exercise(e, reword) for e in swapped}},
        clips={**pack.clips, **{e.clip: _clip(pack.clips[e.clip], version) for e in swapped}},
    )


def _reworded(text: str, known: dict[str, str]) -> str:
    def other(word: re.Match[str]) -> str:
        found = known.get(word[0]) or known.get(word[0].lower(), word[0])
        return found[0].upper() + found[1:] if word[0][0].isupper() else found

    return re.sub(r"\w+", other, text)


def _exercise(exercise: Exercise, reword: Reword) -> Exercise:
    return replace(
        exercise,
        skill=reword(exercise.skill),
        prompts=tuple(replace(each, text=reword(each.text)) for each in exercise.prompts),
        fields=tuple(_field(each, reword) for each in exercise.fields),
        between=reword(exercise.between),
        diary=reword(exercise.diary),
        card=reword(exercise.card),
    )


def _field(field: AnyField, reword: Reword) -> AnyField:
    field = replace(field, label=reword(field.label))
    if isinstance(field, ChoiceField):
        return replace(field, options=tuple(map(reword, field.options)))
    return field


def _clip(clip: Clip, version: Version) -> Clip:
    if version == "female-partner":
        return replace(clip, content_note=_BOTH_MEN.sub("", clip.content_note))
    return clip
