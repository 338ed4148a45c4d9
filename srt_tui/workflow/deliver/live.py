"""A session that is running: its pages, the place in them, its draft, and how things are kept.

What was done is kept at once as an entry; what is being typed is kept as a draft. Nothing here
draws, and nothing private is ever part of a page.
"""

import contextlib
import datetime as dt
from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Answer, AnyEntry, LimitsSaid, PromptUsed, Unknown, Words
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pack import Pack
from srt_tui.domain.pages import AnyPage, ClipPage, FieldPage, LimitsPage, PromptPage, question
from srt_tui.domain.participant import Preferences
from srt_tui.domain.plan import Item
from srt_tui.domain.session import Draft, place, rest
from srt_tui.domain.session_pages import lay_out
from srt_tui.domain.versions import in_version
from srt_tui.store import PersonFile

Clock = Callable[[], dt.datetime]


class Time(Frozen, frozen=True, kw_only=True):
    """Minutes used and planned, for the practitioner's quiet use."""

    used: int
    planned: int


class LiveSession:
    """One running session: where it is, and how it keeps things.

    What one action of the practitioner or of him brings is in `verbs`, `swapping`, `closing` and
    `private`. `behind` says that something was kept and the draft could not be written after it.
    """

    def __init__(
        self, person: PersonFile, pack: Pack, preferences: Preferences, draft: Draft, now: Clock
    ) -> None:
        self.person = person
        self.pack = pack
        self.preferences = preferences
        self.now = now
        self.behind = False
        self._entries: tuple[AnyEntry | Unknown, ...] | None = None
        self.take_up(draft)

    def take_up(self, draft: Draft) -> None:
        """Go on from this draft: its plan laid out, at its page."""
        self.draft = draft
        pages = lay_out(
            in_version(self.pack, self.preferences.version),
            draft.plan,
            self.preferences,
            first=draft.first,
            open_step=draft.open_step,
            offer_check=draft.offer_check,
        )
        self.pages: tuple[AnyPage, ...] = rest(pages, draft.resume)
        self.at = place(self.pages, draft.page)

    # Where it is

    @property
    def reference(self) -> str:
        """Whose session it is; private, never on the shared screen."""
        return self.draft.reference

    @property
    def number(self) -> int:
        """The session's number for this participant, from 1."""
        return self.draft.session

    @property
    def page(self) -> AnyPage:
        """The page on the shared screen."""
        return self.pages[self.at]

    def item_of(self, page: AnyPage) -> Item:
        """The plan's item that a page belongs to."""
        return self.draft.plan.items[page.item]

    @property
    def exercise(self) -> str | None:
        """The exercise that the page on screen is part of."""
        return self.item_of(self.page).exercise

    @property
    def is_last(self) -> bool:
        """Whether this is the last page that both see."""
        return self.at == len(self.pages) - 1

    @property
    def time(self) -> Time:
        """Minutes since the session opened, of those planned."""
        used = self.now() - self.draft.opened
        return Time(used=int(used.total_seconds() // 60), planned=self.draft.plan.minutes)

    def next(self) -> AnyPage:
        """The next page; the page that is left is kept as asked."""
        self._leave(self.page)
        return self.go(self.at + 1)

    def back(self) -> AnyPage:
        """The page before; the first page stays."""
        return self.go(self.at - 1)

    def go(self, to: int) -> AnyPage:
        """Show page `to`, held within the session, and keep the place."""
        self.at = max(0, min(to, len(self.pages) - 1))
        begun = dict(self.draft.begun)
        if self.exercise:
            begun.setdefault(self.exercise, self.now())
        self.draft = replace(self.draft, page=self.page.key, begun=begun)
        self.follow()
        return self.page

    def _leave(self, page: AnyPage) -> None:
        """Keep that the page was done, once."""
        if page.key in self.draft.asked:
            return
        if isinstance(page, PromptPage) and page.exercise:
            self.keep(
                self.entry(
                    PromptUsed,
                    exercise=page.exercise,
                    number=page.number,
                    rung=page.prompt.rung,
                    text=page.prompt.text,
                )
            )
        elif isinstance(page, LimitsPage):
            self.keep(self.entry(LimitsSaid))
        self.draft = replace(self.draft, asked=(*self.draft.asked, page.key))

    # What it has kept

    def entries(self) -> tuple[AnyEntry | Unknown, ...]:
        """What this session has kept so far."""
        if self._entries is None:
            self._entries = tuple(e for e in self.person.entries() if e.session == self.number)
        return self._entries

    def entry(self, kind: Callable[..., AnyEntry], **values: object) -> AnyEntry:
        """An entry of this session, as of now; not kept yet."""
        return kind(at=self.now(), session=self.number, **values)

    def keep(self, *entries: AnyEntry) -> None:
        """Keep entries as one action; raises SrtError when they could not be saved."""
        self._entries = (*self.entries(), *self.person.append(*entries))

    def take_out(self, seq: int) -> None:
        """Hide an entry of this session; gone for good when the session closes."""
        self.person.take_out(seq)
        self._entries = None

    def put_back(self, seq: int) -> None:
        """Undo `take_out`, until the session closes."""
        self.person.put_back(seq)
        self._entries = None

    @property
    def kept_answer(self) -> Answer | None:
        """What was last kept for the field on this page."""
        page = self.page
        if not isinstance(page, FieldPage):
            return None
        kept = (e for e in reversed(self.entries()) if isinstance(e, Answer))
        return next(
            (e for e in kept if (e.exercise, e.field) == (page.exercise, page.field.id)), None
        )

    def his_words(self) -> tuple[Words, ...]:
        """His words that were kept on this page, as they were put right last.

        A line that is only said keeps none in sight.
        """
        page = self.page
        prompt = question(page)
        clip = page.clip if isinstance(page, ClipPage) else None
        if not (prompt or clip):
            return ()
        found = [
            e for e in self.entries()
            if isinstance(e, Words) and e.voice == "his"
            and (e.exercise, e.prompt, e.clip) == (self.exercise, prompt, clip)
        ]  # fmt: skip
        put_right = {words.corrects for words in found}
        return tuple(words for words in found if words.seq not in put_right)

    @property
    def last_said(self) -> Words | None:
        """What he said last in this session, on whatever page, as it was put right last."""
        his = [e for e in self.entries() if isinstance(e, Words) and e.voice == "his"]
        return his[-1] if his else None

    # What is typed and not yet kept

    def typed(self, slot: str) -> str:
        """What was typed into a slot and not yet kept."""
        return self.draft.typed.get(self.place_of(slot, self.page), "")

    def type(self, slot: str, text: str) -> None:
        """Remember what is being typed; call `keep_draft` within a second of the last key.

        An answer belongs to its page. A field that is said, not saved, is never remembered.
        """
        if isinstance(self.page, FieldPage) and not self.page.field.saved and slot == "answer":
            return
        place = self.place_of(slot, self.page)
        typed = {**self.draft.typed, place: text}
        if not text:
            typed.pop(place)
        self.draft = replace(self.draft, typed=typed)

    @staticmethod
    def place_of(slot: str, page: AnyPage) -> str:
        """Where the draft keeps what is typed: an answer by its page, all else once."""
        return f"{slot} {page.key}" if slot == "answer" else slot

    def keep_draft(self) -> None:
        """Write the draft; raises SrtError when it could not be saved."""
        self.person.save_draft(msgspec.json.encode(self.draft))
        self.behind = False

    def follow(self) -> None:
        """Write the draft after something was kept; where that fails, the draft is `behind`.

        What was kept is kept: it must not look as if it had to be done again.
        """
        self.behind = True
        with contextlib.suppress(SrtError):
            self.keep_draft()
