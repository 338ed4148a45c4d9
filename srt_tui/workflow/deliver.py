"""Deliver: a session that is running. Each verb is one action of the practitioner or of him.

What was done is kept at once as an entry; what is being typed is kept as a draft. Nothing here
draws, and nothing private is ever part of a page.
"""

import datetime as dt

import msgspec
from msgspec.structs import replace

from srt_tui.domain import entry as happened
from srt_tui.domain.answers import Answered
from srt_tui.domain.entry import AnyEntry, Mark, Voice
from srt_tui.domain.pages import (
    AnyPage,
    CheckLinePage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    FitPage,
    NumberPage,
    OutcomePage,
    StepBackPage,
    StepPage,
    question,
)
from srt_tui.domain.played import Range
from srt_tui.workflow.aside import Aside
from srt_tui.workflow.swapping import Swapping

_VOICES: tuple[Voice, ...] = ("his", "mine")


class LiveSession(Swapping):
    """One running session, together face: verbs that move it on or keep what is said."""

    @property
    def aside(self) -> Aside:
        """The private face of the same session."""
        return Aside(self)

    # What is said and done

    def words(
        self, voice: Voice, text: str, *, moment: float | None = None, corrects: int = 0
    ) -> None:
        """Keep what was said: his as said, or the practitioner's. Empty text is nothing.

        With `corrects`, they put an earlier entry right, which stays as it is.
        """
        page = self.page
        if text.strip():
            self.keep(
                self.entry(
                    happened.Words,
                    voice=voice,
                    text=text.strip(),
                    exercise=self.exercise,
                    prompt=question(page),
                    clip=page.clip if isinstance(page, ClipPage) else None,
                    moment=moment,
                    corrects=corrects,
                )
            )
        self.type(voice, "")
        self.follow()

    def answer(self, answer: Answered) -> AnyPage:
        """Keep a worksheet answer, unless the field is said, not saved; then the next page."""
        page = self.page
        if isinstance(page, FieldPage) and page.exercise and page.field.saved:
            self.keep(
                self.entry(
                    happened.Answer,
                    exercise=page.exercise,
                    field=page.field.id,
                    label=page.field.label,
                    **msgspec.structs.asdict(answer),
                )
            )
        self.type("answer", "")
        return self.next()

    def his_number(self, value: int | happened.Word) -> AnyPage:
        """Keep his number, in or out by the page, and go on."""
        out = isinstance(self.page, NumberPage) and self.page.out
        self.keep(self.entry(happened.Number, when="out" if out else "in", value=value))
        return self.next()

    def leaving_number(self, value: int | happened.Word) -> None:
        """Keep his number on the way out, where the session stops part way."""
        self.keep(self.entry(happened.Number, when="out", value=value))

    @property
    def asks_to_leave(self) -> NumberPage | None:
        """The page that asks his number on the way out; None where it was said or has no page."""
        said = (e for e in self.entries() if isinstance(e, happened.Number) and e.when == "out")
        asks = (page for page in self.pages if isinstance(page, NumberPage) and page.out)
        return None if any(said) else next(asks, None)

    def clip_shown(
        self, form: happened.Form, ranges: tuple[Range, ...] = (), length: float = 0.0
    ) -> None:
        """Keep that the clip on this page was shown or read."""
        page = self.page
        if isinstance(page, ClipPage):
            self.keep(
                self.entry(
                    happened.ClipShown,
                    clip=page.clip,
                    title=page.title,
                    form=form,
                    exercise=page.exercise,
                    version=self.preferences.version,
                    ranges=ranges,
                    length=length,
                )
            )

    def fit(self, fit: happened.FitWord) -> AnyPage:
        """Keep how the story sat with him, and go on."""
        if isinstance(self.page, FitPage) and fit != self._last_fit(self.page.clip):
            self.keep(self.entry(happened.Fit, clip=self.page.clip, fit=fit))
        return self.next()

    def _last_fit(self, clip: str) -> str:
        fits = [e for e in self.entries() if isinstance(e, happened.Fit) and e.clip == clip]
        return fits[-1].fit if fits else ""

    def outcome(self, outcome: happened.Outcome) -> AnyPage:
        """Keep how far the exercise got, and go on."""
        if isinstance(self.page, OutcomePage) and self.page.exercise:
            self.keep(self.visit(self.page.exercise, outcome))
        return self.next()

    def step_back(self, tried: str, then: str = "done", text: str = "") -> AnyPage:
        """Keep how the last step went, and go on; values as in `entry.StepReviewed`."""
        if isinstance(self.page, StepBackPage):
            self.keep(
                self.entry(
                    happened.StepReviewed, step=self.page.step, tried=tried, then=then, text=text
                )
            )
        return self.next()

    def step(self, text: str, sure: int | happened.Word | None = None) -> AnyPage:
        """Keep the step for the week, and go on."""
        exercise = self.page.exercise if isinstance(self.page, StepPage) else None
        if text.strip():
            self.keep(self.entry(happened.StepSet, text=text.strip(), exercise=exercise, sure=sure))
        self.type("step", "")
        return self.next()

    # The check

    def mark(self, value: Mark) -> AnyPage:
        """Take his mark for the question on screen, or None where he passes; then go on."""
        if isinstance(self.page, CheckPage):
            marks = {**self.draft.marks, self.page.question.id: value}
            self.draft = replace(self.draft, marks=marks)
        return self.next()

    def check_line(self, text: str) -> AnyPage:
        """Keep his check as one entry, with the open line, and go on."""
        self._keep_check(text)
        return self.next()

    def no_check(self) -> AnyPage:
        """Not today: kept as offered and not done, never as a low mark (brief D, rule 1)."""
        self.draft = replace(self.draft, marks={})
        self._keep_check("")
        after = (i for i in range(self.at, len(self.pages)) if not _in_check(self.pages[i]))
        return self.go(next(after, len(self.pages) - 1))

    def _keep_check(self, line: str) -> None:
        light = "light-words" in self.preferences.suits
        self.keep(
            self.entry(
                happened.CheckDone,
                side="his",
                form="easy" if light else "full",
                marks=self.draft.marks,
                line=line.strip(),
            )
        )
        self.draft = replace(self.draft, marks={})

    # Ending

    def close(self, *, next_on: dt.date | None = None) -> None:
        """End the session; cut off when pages were left. Afterwards there are only addenda.

        Where an exercise was left over, the plan stays, for another session to go on with it.
        """
        if not any(isinstance(entry, happened.Closed) for entry in self.entries()):
            self._keep_typed()
            self._end(next_on, cut=not self.is_last)
        self.person.settle()
        if any(self.item_of(page).exercise for page in self.pages[self.at : -1]):
            self.draft = replace(self.draft, stopped=True, swapped=None, resume=self.page.key)
            self.keep_draft()
        else:
            self.person.drop_draft()

    def _keep_typed(self) -> None:
        """What was typed and not yet kept; an answer waits on its page for another session."""
        for voice in _VOICES:
            if typed := self.typed(voice):
                self.words(voice, typed)
        self.aside.note(self.typed("note"))
        self.draft = replace(self.draft, typed=self._waiting)

    @property
    def _waiting(self) -> dict[str, str]:
        """Answers that were begun on pages still to come."""
        ahead = [p for p in self.pages[self.at :] if isinstance(p, FieldPage | StepPage)]
        slots = {self.place_of("answer", page) for page in ahead}
        return {slot: typed for slot, typed in self.draft.typed.items() if slot in slots}

    def _end(self, next_on: dt.date | None, *, cut: bool) -> None:
        if cut and self.draft.marks:
            self._keep_check("")
        unfinished = () if not cut else self._unfinished()
        self.keep(*unfinished, self.entry(happened.Closed, cut=cut, next_on=next_on))

    def _unfinished(self) -> tuple[AnyEntry, ...]:
        """A visit for each exercise that was begun and not left."""
        left = {e.exercise for e in self.entries() if isinstance(e, happened.Visited)}
        begun = [exercise for exercise in self.draft.begun if exercise not in left]
        return tuple(self.visit(exercise, "partly") for exercise in begun)


def _in_check(page: AnyPage) -> bool:
    return isinstance(page, CheckOfferPage | CheckPage | CheckLinePage)
