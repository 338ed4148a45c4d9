"""Which pages a plan has: by session length, guidance level and what suits him.

Rules: brief C.2 (prompts by length), C.3 (what to let go), E (`light-words`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from srt_tui.domain.content import AnyField, Exercise, Prompt
from srt_tui.domain.pack import Pack
from srt_tui.domain.pages import (
    AnyPage,
    ByePage,
    CardPage,
    CheckLinePage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    FitPage,
    LimitsPage,
    NumberPage,
    OpenStep,
    OutcomePage,
    PromptPage,
    SayPage,
    SkillPage,
    StepBackPage,
    StepPage,
)
from srt_tui.domain.participant import Preferences
from srt_tui.domain.plan import Item, Plan
from srt_tui.domain.structure import StageId

_NUMBER = re.compile(r"nought to ten|your number", re.IGNORECASE)
_KEPT = re.compile(r"keep it, shrink it or swap it", re.IGNORECASE)
"""What the page of the step asks by itself."""
_NUMBERED = ("arrive", "close")
_A_SENTENCE = 3
_SAID = re.compile(r'["“]([^"”]+)["”]')
_ONE_FIELD, _SHORT_FIELDS, _SHORT, _USUAL = 1, 3, 20, 30


def lay_out(
    pack: Pack,
    plan: Plan,
    preferences: Preferences,
    *,
    first: bool = False,
    open_step: OpenStep | None = None,
    offer_check: bool = True,
) -> tuple[AnyPage, ...]:
    """Every page of this plan in order; skipped items have none."""
    layout = _Layout(pack, plan, preferences, first, open_step, offer_check)
    return tuple(page for index, item in enumerate(plan.items) if not item.skipped
                 for page in layout.pages(index, item))  # fmt: skip


def asked(exercise: Exercise, minutes: int, *, light: bool) -> list[tuple[int, Prompt]]:
    """The prompts that a session of this length asks, each with its number in the exercise.

    `light-words` keeps the first two and the skill (brief E).
    """
    numbered = list(enumerate(exercise.prompts, start=1))
    if light:
        return [*numbered[:2], *numbered[2:][-1:]]
    return [(number, prompt) for number, prompt in numbered if prompt.shows_from <= minutes]


def said(text: str) -> tuple[str, ...]:
    """The parts of a stage prompt that are to be said, without their quotation marks."""
    return tuple(_SAID.findall(text))


class _Layout:
    """What every page of one session depends on."""

    def __init__(
        self,
        pack: Pack,
        plan: Plan,
        preferences: Preferences,
        first: bool,  # noqa: FBT001 - private, passed on by name from lay_out
        open_step: OpenStep | None,
        offer_check: bool,  # noqa: FBT001 - private, passed on by name from lay_out
    ) -> None:
        self.pack = pack
        self.plan = plan
        self.preferences = preferences
        self.first = first
        self.open_step = open_step
        self.offer_check = offer_check or first
        self.light = "light-words" in preferences.suits
        self.guided = preferences.guidance != "least"
        template = pack.templates.get(plan.template or "")
        self.own_words = template.own_words if template else {}
        self.last = pack.exercises[plan.exercises[-1]] if plan.exercises else None
        about_one = (item.clip and item.exercise and not item.skipped for item in plan.items)
        self.first_watch = next((i for i, about in enumerate(about_one) if about), None)

    def pages(self, index: int, item: Item) -> Iterator[AnyPage]:
        exercise = self.pack.exercises[item.exercise] if item.exercise else None
        match item.stage:
            case "arrive":
                yield from self._arrive(index)
            case "review":
                yield from self._review(index)
            case "watch":
                yield from self._watch(index, item)
            case "talk":
                yield from self._talk(index, exercise) if exercise else self._own(index)
            case "practise":
                yield from (
                    self._practise(index, exercise) if exercise else self._say(index, item.stage)
                )
            case "plan":
                yield from self._plan(index)
            case "check":
                yield from self._check(index)
            case "close":
                yield from self._close(index)
            case never:
                assert_never(never)

    def _say(self, index: int, stage: StageId) -> Iterator[SayPage | NumberPage]:
        """The stage's lines to say; a line that asks for his number becomes its page."""
        prompts = self.pack.stage(stage).prompts(self.plan.way, self.plan.minutes)
        for place, prompt in enumerate(prompts):
            text = " ".join(said(prompt.text))
            if stage in _NUMBERED and _NUMBER.search(text):
                asked, more = _asked(text) if stage == "arrive" else (text, "")
                out = stage == "close"
                key = f"{index}-number"
                yield NumberPage(key=key, item=index, stage=stage, out=out, text=asked)
                if more:
                    yield SayPage(key=f"{index}-say{place}", item=index, stage=stage, text=more)
            elif (self.guided or stage == "arrive") and len(text.split()) >= _A_SENTENCE:
                yield SayPage(key=f"{index}-say{place}", item=index, stage=stage, text=text)

    def _arrive(self, index: int) -> Iterator[AnyPage]:
        """The two jobs come first; by phone or video, whether he is private comes before them."""
        lines = list(self._say(index, "arrive"))
        asked = next((n for n, page in enumerate(lines) if isinstance(page, NumberPage)), 0)
        before = asked if self.plan.way in ("phone", "video") else 0
        yield from lines[:before]
        if self.first:
            text = _two_jobs(self.pack)
            yield LimitsPage(key=f"{index}-limits", item=index, stage="arrive", text=text)
        yield from lines[before:]

    def _review(self, index: int) -> Iterator[AnyPage]:
        """Nothing to look back at without a step that is open."""
        if self.open_step:
            yield StepBackPage(
                key=f"{index}-step",
                item=index,
                stage="review",
                step=self.open_step.seq,
                text=self.open_step.text,
            )
            lines = list(self._say(index, "review"))[1:]
            yield from (page for page in lines if not _KEPT.search(page.text))

    def _watch(self, index: int, item: Item) -> Iterator[AnyPage]:
        """The first story of a man comes with the lines about him; `fit` is for his story too."""
        clip = self.pack.clips.get(item.clip or "")
        if clip is None:
            return
        if self.guided and index == self.first_watch:
            lines = " ".join(page.text for page in self._say(index, "watch"))
            yield SayPage(key=f"{index}-before", item=index, stage="watch", text=lines)
        yield ClipPage(
            key=f"{index}-clip",
            item=index,
            stage="watch",
            exercise=item.exercise,
            clip=clip.id,
            title=clip.title,
            content_note=clip.content_note,
        )
        if item.exercise:
            yield FitPage(
                key=f"{index}-fit", item=index, stage="watch", exercise=item.exercise, clip=clip.id
            )

    def _talk(self, index: int, exercise: Exercise) -> Iterator[AnyPage]:
        if self.preferences.guidance == "full":
            yield from self._say(index, "talk")
        shown = asked(exercise, self.plan.minutes, light=self.light)
        for place, (number, prompt) in enumerate(shown, start=1):
            yield PromptPage(
                key=f"{index}-p{number}",
                item=index,
                stage="talk",
                exercise=exercise.id,
                prompt=prompt,
                number=number,
                place=place,
                of=len(shown),
            )

    def _own(self, index: int) -> Iterator[SayPage]:
        """What the template asks itself: without a story there is nobody to ask about."""
        if text := " ".join(said(self.own_words.get("talk", ""))):
            yield SayPage(key=f"{index}-say0", item=index, stage="talk", text=text, asks=True)

    def _practise(self, index: int, exercise: Exercise) -> Iterator[AnyPage]:
        yield SkillPage(
            key=f"{index}-skill",
            item=index,
            stage="practise",
            exercise=exercise.id,
            text=exercise.skill,
        )
        yield from self._say(index, "practise")
        for field in _fields(exercise, self.plan.minutes):
            yield FieldPage(
                key=f"{index}-{field.id}",
                item=index,
                stage="practise",
                exercise=exercise.id,
                field=field,
            )
        yield OutcomePage(
            key=f"{index}-outcome",
            item=index,
            stage="practise",
            exercise=exercise.id,
            title=exercise.title,
        )

    def _plan(self, index: int) -> Iterator[AnyPage]:
        """The step's own page asks the first line and how sure he is; the rest are said."""
        exercise = self.last
        lines = list(self._say(index, "plan"))
        yield StepPage(
            key=f"{index}-step",
            item=index,
            stage="plan",
            exercise=exercise.id if exercise else None,
            text=exercise.between if exercise else "",
            task_line=self.pack.task_line,
        )
        yield from (page for page in lines[1:] if not _NUMBER.search(page.text))

    def _check(self, index: int) -> Iterator[AnyPage]:
        if not self.offer_check:
            return
        yield CheckOfferPage(key=f"{index}-offer", item=index, stage="check")
        questions = self.pack.check.his
        for place, question in enumerate(questions, start=1):
            yield CheckPage(
                key=f"{index}-{question.id}",
                item=index,
                stage="check",
                question=question,
                place=place,
                of=len(questions),
            )
        yield CheckLinePage(
            key=f"{index}-line", item=index, stage="check", text=self.pack.check.his_line
        )

    def _close(self, index: int) -> Iterator[AnyPage]:
        if exercise := self.last:
            yield CardPage(
                key=f"{index}-card",
                item=index,
                stage="close",
                exercise=exercise.id,
                title=exercise.title,
                text=exercise.card,
            )
        yield from self._say(index, "close")
        yield ByePage(key=f"{index}-bye", item=index, stage="close")


def _asked(text: str) -> tuple[str, str]:
    """What asks for his number, and what else is asked with it: one question to a page."""
    parts = re.split(r"(?<=[?.]) ", text)
    return (
        " ".join(part for part in parts if _NUMBER.search(part)),
        " ".join(part for part in parts if not _NUMBER.search(part)),
    )


def _two_jobs(pack: Pack) -> str:
    """What is said first of all (brief A.2): the first words to say of the safety page."""
    spoken = (said(section.body) for section in pack.safety.sections)
    return " ".join(next(filter(None, spoken), ()))


def _fields(exercise: Exercise, minutes: int) -> Sequence[AnyField]:
    """The worksheet goes first when time is short (brief C.3)."""
    if minutes <= _SHORT:
        return exercise.fields[:_ONE_FIELD]
    if minutes <= _USUAL:
        return exercise.fields[:_SHORT_FIELDS]
    return exercise.fields
