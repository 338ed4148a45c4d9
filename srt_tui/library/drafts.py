"""A story that a group writes: one file anywhere, read by the rules of a clip's script.

What makes it unreadable stops the draft; what a finished clip must also keep is told for later.
"""

import re
import tempfile
from pathlib import Path

from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.errors import SrtError
from srt_tui.letters import read
from srt_tui.library.finding import Finding, Notebook
from srt_tui.library.scripts import SCRIPT, read_clip
from srt_tui.library.text_rules import hold_words
from srt_tui.library.vocabulary import Vocabulary

STOPS = frozenset({
    "colon-missing", "file-empty", "front-missing", "front-open", "heading-unknown",
    "key-missing", "key-twice", "key-unknown", "scene-line", "scene-number", "scene-part",
    "script-empty", "speaker-missing",
})  # fmt: skip
"""Findings with which no clip can be made."""
_RULES_MAY_STAND = "line-unused"
"""A new story comes with the rules it is to keep; nobody has to take them out."""
_CARD = re.compile(r"^card:[ \t]*(.*)$", re.IGNORECASE | re.MULTILINE)

NEW = """\
---
title: The broken gate
lead: Joe
content note: Says that he shouted at a neighbour. No drink or drugs.
card: I stop. I breathe. I say it calmly.
---

Keep the lines of three dashes, the ## lines and the words before a colon; write over the rest.
These rules may go. Then type: srt clips preview THIS-FILE
In a minute or two you have a film with a voice and captions, and you are told where it is. Open
it in any player. Change your story and type the same again; the new film takes the old one's place.

The story
- It is about a man who is made up. Nobody here, nobody you know; a first name none of you has.
- He does something wrong, or nearly. He finds another way. He pays a price or gains something.
- Say what was done in a few words. No injuries, no weapons, no frightened children.
- Nobody is called a name. Nobody else is to blame for what he did.

The words
- Plain words, as you would say them. At most 20 words in a sentence.
- 3 to 5 scenes, each under a line like those below: ## and Scene and its number, counting up.
- 150 to 200 spoken words in the end; a first draft may be much shorter.
- A spoken line begins with > and who speaks. NARRATOR tells it: "He shuts the door." Now and then
  somebody says a line, his name in capitals: JOE. "lead:" is the man the story is about.
- "On screen:" is 6 words at most. "Picture:" says what is seen: a place and things, no faces. The
  draft shows the words on a plain ground; pictures are made once the story stands.
- The content note says what is in the story and what is not. It is read out before the film. The
  card is what to remember, and the last thing the film shows.

## Scene 1

Picture: A garden gate hanging off its hinge.
On screen: Joe, 35

> NARRATOR: The gate has hung loose for weeks. Joe walks past it every day.

## Scene 2

Picture: A kitchen table, two mugs.
On screen: A question

> NEIGHBOUR: Did you not say you would mend that?
> JOE: I did. Saturday.
> NARRATOR: It comes out as a shout. The door is shut on him.

## Scene 3

Picture: The gate, shut and straight.
On screen: Mended

> NARRATOR: On Saturday he mends it. It takes twenty minutes. He breathes, and knocks.
> JOE: I should not have shouted. It is done now.
"""


class StoryDraft(Frozen, frozen=True, kw_only=True):
    """A story that can be made into a clip, the text of its card, and what is not yet right."""

    clip: Clip
    card: str
    later: tuple[Finding, ...]


class NotYet(Frozen, frozen=True, kw_only=True):
    """A story that no clip can be made of, and why."""

    findings: tuple[Finding, ...]


def read_draft(file: Path, house_words: dict[str, str]) -> StoryDraft | NotYet:
    """Read a story. Raises SrtError when there is no such file, or it is no text."""
    try:
        found = read(file.read_bytes())
    except OSError as problem:
        raise SrtError(
            f"{file.name} cannot be opened.", "A new story: srt clips new FILE"
        ) from problem
    if found.fault == "cut":
        raise SrtError(f"{file.name} ends in the middle of a letter.", "It was cut: save it again.")
    if found.fault:
        raise SrtError(f"{file.name} is not a text file.", "Save it as plain text.")
    text = found.text
    card = _CARD.search(text)
    book = Notebook()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / _id(file)
        folder.mkdir()
        (folder / SCRIPT).write_text(_CARD.sub("", text, count=1), encoding="utf-8")
        clip = read_clip(folder, Vocabulary(), book)
    hold_words(book, house_words)
    told = (found for found in book.findings if found.rule != _RULES_MAY_STAND)
    findings = tuple(sorted(told, key=lambda found: found.line))
    stops = tuple(found for found in findings if found.rule in STOPS)
    if stops or clip is None:
        return NotYet(findings=stops or findings)
    return StoryDraft(clip=clip, card=card[1].strip() if card else "", later=findings)


def _id(file: Path) -> str:
    """The name of a clip for a file's name: `Our story.md` is `our-story`."""
    return re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-") or "story"
