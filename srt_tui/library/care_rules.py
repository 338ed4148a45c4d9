"""Rules of care for what he reads or hears: whose side a line takes, whom it sends him to.

They look for turns of phrase, so they find what is written plainly and nothing that is only meant.
A line that breaks one for a good reason says so in an `allow:` line of its file.
"""

import re
from typing import NamedTuple

from srt_tui.domain.discretion import telling_words
from srt_tui.library.finding import Notebook, Row

_ASKED = ("prompt", "label", "Between sessions", "Diary line", "Card", "Skill", "say")
"""What the pack itself says to him; what people in a story say is theirs."""
_DONE = ("Between sessions", "Card", "Skill", "say")
"""Where a line tells him to do something."""
_KEPT = ("Card", "Diary line")
"""What he takes away, and somebody else may read."""
_ORDINARY = ("order",)
"""Words that tell a stranger something only beside others; on a card they mean what they say."""

_WORDS = {
    "SHE": "(?:she|he|they|your (?:ex|partner|wife|girlfriend|husband|boyfriend)(?:-partner)?)",
    "HER": "(?:her|him|them|your (?:ex|partner|wife|girlfriend|husband|boyfriend)|the victim)",
    "HERS": "(?:hers?|his|their|your (?:ex|partner|wife|girlfriend|husband|boyfriend)"
    "(?:-partner)?'s)",
    "…": r"(?:\w+(?: \w+){0,4})?",
}


class _Care(NamedTuple):
    rule: str
    what: str
    meant: str
    found: re.Pattern[str]


def _any(*phrases: str) -> re.Pattern[str]:
    """One of these phrases: `…` is up to five words, `a/b` one of two, `*` the rest of a word."""
    return re.compile("|".join(map(_pattern, phrases)), re.IGNORECASE)


def _pattern(phrase: str) -> str:
    parts = (
        "|".join(
            _WORDS.get(word, re.escape(word).replace(r"\*", r"\w*")) for word in each.split("/")
        )
        for each in phrase.split()
    )
    return r"\b" + r"\b\s*\b".join(f"(?:{part.replace('_', ' ')})" for part in parts) + r"\b"


_COLLUSIVE = _Care(
    "collusive",
    "This puts a part of what he did on somebody else.",
    "ask what he thought, felt and chose",
    _any(
        "what did/does/had SHE do/done/say/said … so_that/that_made/first/wrong/before_you",
        "what did/does/had SHE do/done/say/said … to",
        "what was/is SHE doing/saying … to/when_you/that_made/before_you",
        "did/does/could/might/had SHE … provoke*/deserve*/ask_for/start*/cause*/nag*",
        "did/does/could/might/had SHE … wind_you_up/push_your_buttons/set_you_off",
        "did/does/could/might/had SHE … drive_you/make_you",
        "make*/made/push*/drove/drive*/force*/provok* you … angry/mad/hit/lose/lash/snap/shout",
        "HERS part/share/fault/role/blame/contribution in/of/for",
        "was/is it/this HERS fault",
        "HERS nagging/provocation/provoking/winding",
        "what should/could SHE have done … differently/instead/better",
        "how did/does/do/has SHE … provok*/wind/wound/push*/annoy*/upset/trigger*/let_you",
        "why did/does/was/is/would SHE … provok*/nag*/wind*/push*/mak*/start*/refus*/not_listen",
        "before/after/because/when SHE provoked/started/made_you/wound_you/pushed_you",
        "it_takes_two/both_to_blame/gave_as_good/deserved_it/asked_for_it/crime_of_passion",
    ),
)
_WHEREABOUTS = _Care(
    "whereabouts",
    "This asks where somebody is or how to find them; no such thing is kept here.",
    "ask about places to stay away from, without addresses",
    _any(
        "where does/do/did/is/are/was/will/would/might SHE",
        "where SHE live*/stay*/work*/go*/shop*/is/are/moved/park*",
        "her number",
        "HERS address/postcode/phone/mobile/workplace/whereabouts/routine/timetable/movements",
        "HERS new address/phone/place/flat/house/job/school/partner",
        "what/which time/day/days/bus/route/street/road does/do/is/are/did SHE",
        "what/which area/town/school/nursery/gym/shop does/do/is/are/did SHE",
        "when does/do/is/are/will SHE … leave/home/alone/finish/out/back",
        "which school/nursery do/does/are/is",
        "who is/are/does/do SHE … live*/living/staying/stay/see/seeing/with",
        "find/track/follow*/look_up/search_for/check_up_on/drive_past HER",
        "find_out where/when/who",
    ),
)
_CONTACT = _Care(
    "contact",
    "This sends him to somebody he may not be allowed to contact.",
    "someone it is fine to talk to, not a partner or ex-partner",
    _any(
        "ring/phone/call/text/message/email/e-mail/contact/visit/meet HER",
        "tell/ask/show/thank/invite/answer/watch HER",
        "write/speak/talk/apologise/apologize/reply/listen/explain … to/with HER",
        "say_sorry to HER",
        "go … see/to/round HER",
        "send/give/take/post/leave … to/for HER",
        "send HER",
        "ask/get/have … to tell/give/pass/ask/message … HER",
        "practise/try/use it/this … with/on HER",
        "let HER know",
        "in_touch with HER",
    ),
)
_NEVER = re.compile(
    r"\b(?:do not|don't|never|not|no|without|stop|leave|instead of)\b[^.?!;:]*", re.IGNORECASE
)
"""What a line warns against; it does not ask for it."""
_COULD = re.compile(r"^(?:could|can|will|would) you\b", re.IGNORECASE)


def hold_care(book: Notebook) -> None:
    """Tell of every line that takes a side, asks where somebody is, sends him to her, or tells."""
    for row, kind in book.heard:
        if kind not in _ASKED:
            continue
        whole = row.text.replace("’", "'")
        meant = _NEVER.sub(" ", whole)
        _hold(_COLLUSIVE, whole, row, book)
        _hold(_WHEREABOUTS, meant, row, book)
        if kind in _DONE or not whole.endswith("?") or _COULD.match(whole):
            _hold(_CONTACT, meant, row, book)
        for word in telling_words(row.text) if kind in _KEPT else ():
            if word not in _ORDINARY:
                what = f'"{word}" on what he keeps tells a stranger why he has it.'
                book.error("indiscreet", row, what)


def _hold(care: _Care, text: str, row: Row, book: Notebook) -> None:
    if care.found.search(text):
        book.error(care.rule, row, care.what, care.meant)
