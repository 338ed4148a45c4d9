"""A suggestion, and what every rule that makes one looks at."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, TypeAlias

from srt_tui.domain.content import Exercise, Frozen
from srt_tui.domain.entry import Fit, Word
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack, Template

RuleId: TypeAlias = Literal[
    "first-meeting", "light-today", "go-on", "foundation", "plan-under-way", "control",
    "best-after", "number-fits", "sign-fits", "repeat", "same-skill", "stands-in", "left-for-later",
    "light-again", "review", "once-more",
]  # fmt: skip

RULE_WORDS: dict[RuleId, str] = {
    "first-meeting": "No session yet: the plan for a first meeting, with the first exercise.",
    "light-today": "At 6 or more today, or tired: one calming skill, or something that he knows.",
    "go-on": "An exercise that was cut off comes before anything new.",
    "foundation": "The foundation comes first, in its order. It advises and does not lock.",
    "plan-under-way": "A plan of several meetings goes on where it stopped, as it was chosen.",
    "control": "He leaves violence out: the plan for harm by rules, money, checking or silence.",
    "best-after": "After the foundation: what builds on things done, stories that fitted first.",
    "number-fits": "At 6 or more on the way in last time: a skill for bringing it down.",
    "sign-fits": "Something slipped last time and was not put right: a gentler way in.",
    "repeat": "An exercise partly done, or whose step was not quite tried, is worth another visit.",
    "same-skill": "Two visits and not done, or a poor fit: the same skill in another story.",
    "stands-in": "What he leaves out has a stand-in on the swap list.",
    "left-for-later": "What was left out for lack of time is offered again.",
    "light-again": "After a high number, low energy or a long gap: something short that he knows.",
    "review": "When everything is done: a review.",
    "once-more": "When nothing else is open: an exercise done longest ago, once more.",
}  # fmt: skip


class Suggestion(Frozen, frozen=True, kw_only=True):
    """An exercise for today, in the frame of a plan template where one fits, and why.

    `why` is one plain sentence; `rule` names the rule, whose words are in RULE_WORDS.
    """

    rule: RuleId
    exercise: str
    title: str
    why: str
    template: str | None = None


class View(Frozen, frozen=True, kw_only=True, dict=True):
    """What every rule looks at."""

    history: History
    pack: Pack
    today: dt.date
    number: int | None
    energy: Word | None

    def allows(self, exercise: str) -> bool:
        """Whether the pack has the exercise and it touches nothing he leaves out."""
        if not self.knows(exercise):
            return False
        found = self.pack.exercises[exercise]
        unwanted = set(self.history.preferences.leave_out)
        return unwanted.isdisjoint((exercise, found.clip, *found.sensitivities))

    def knows(self, exercise: str) -> bool:
        """Whether the pack has the exercise."""
        return exercise in self.pack.exercises

    @cached_property
    def liking(self) -> dict[str, int]:
        """How stories with each lead sat with him: up for "fits me", down for not, or childish."""
        weights = {"fits-me": 1, "partly": 0, "not-me": -1, "childish": -1}
        liking: dict[str, int] = {}
        for fit in self.history.all(Fit):
            if clip := self.pack.clips.get(fit.clip):
                liking[clip.lead] = liking.get(clip.lead, 0) + weights[fit.fit]
        return liking

    def welcome(self, suggestion: Suggestion) -> bool:
        """Whether a suggestion touches nothing he leaves out."""
        return self.allows(suggestion.exercise)

    @cached_property
    def done(self) -> frozenset[str]:
        """Exercises done at least once."""
        return frozenset(self.history.done)

    @cached_property
    def open(self) -> tuple[Exercise, ...]:
        """Exercises not done that may be suggested, in the pack's order."""
        ids = (id for id in self.pack.order if id not in self.done and self.allows(id))
        return tuple(self.pack.exercises[id] for id in ids)

    @property
    def foundation(self) -> tuple[Exercise, ...]:
        """What is still open of the foundation."""
        return tuple(e for e in self.open if e.id in self.pack.foundation)

    def ready(self, exercise: Exercise) -> bool:
        """Whether what it is best done after has been done."""
        first = [id in self.done for id in exercise.before]
        met = not first or (any(first) if exercise.before_any else all(first))
        return met and self.done.issuperset(exercise.best_after)

    def known(self, ids: Iterable[str] = ()) -> tuple[str, ...]:
        """Exercises he knows that may be suggested, those of `ids` first, then the latest done."""
        known = [id for id in ids if id in self.done]
        known += [id for id in reversed(self.history.done) if id in self.pack.exercises]
        return tuple(id for id in dict.fromkeys(known) if self.allows(id))

    def title(self, id: str) -> str:
        """The exercise's title; its id where the pack does not have it."""
        return self.pack.exercises[id].title if self.knows(id) else id

    def named(self, id: str) -> str:
        """The title in quotation marks, as it stands in a sentence."""
        return f"“{self.title(id)}”"

    def template(self, id: str | None) -> Template | None:
        """The plan template with this id, where the pack has it."""
        return self.pack.templates.get(id) if id else None

    def make(self, rule: RuleId, id: str, why: str, template: str | None = None) -> Suggestion:
        """A suggestion; a template the pack does not have is left off."""
        kept = template if self.template(template) else None
        return Suggestion(rule=rule, exercise=id, title=self.title(id), why=why, template=kept)
