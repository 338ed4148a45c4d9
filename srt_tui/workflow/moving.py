"""Through the pages of a running session: on, back, and what is left out."""

from msgspec.structs import replace

from srt_tui.domain import entry as happened
from srt_tui.domain.entry import AnyEntry, SkipReason
from srt_tui.domain.pages import (
    AnyPage,
    CheckLinePage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    FitPage,
    LimitsPage,
    PromptPage,
    StepBackPage,
    StepPage,
)
from srt_tui.domain.session import highest_rung
from srt_tui.workflow.running import Running


class Moving(Running):
    """A running session that goes from page to page and keeps that it did."""

    def next(self) -> AnyPage:
        """The next page; the page that is left is kept as asked."""
        self._leave(self.page)
        return self.go(self.at + 1)

    def back(self) -> AnyPage:
        """The page before; the first page stays."""
        return self.go(self.at - 1)

    def skip(self, reason: SkipReason | None = None) -> AnyPage:
        """Leave this page out, with or without a reason, and go on.

        Nobody is asked how a story sat with him that he did not see.
        """
        what, id, title = _skippable(self.page)
        self.keep(self.entry(happened.Skipped, what=what, id=id, title=title, reason=reason))
        skipped_story = what == "clip"
        page = self.go(self.at + 1)
        return self.go(self.at + 1) if skipped_story and isinstance(page, FitPage) else page

    def skip_exercise(self, reason: SkipReason | None = None) -> AnyPage:
        """Leave the rest of this exercise out and go on to what comes after it."""
        exercise = self.exercise
        if exercise is None:
            return self.skip(reason)
        self.keep(*self.left_out(exercise, reason))
        of_it = [page for page in self.pages if self.item_of(page).exercise == exercise]
        return self.go(self.pages.index(of_it[-1]) + 1)

    def _leave(self, page: AnyPage) -> None:
        """Keep that the page was done, once."""
        if page.key in self.draft.asked:
            return
        if isinstance(page, PromptPage) and page.exercise:
            self.keep(
                self.entry(
                    happened.PromptUsed,
                    exercise=page.exercise,
                    number=page.number,
                    rung=page.prompt.rung,
                    text=page.prompt.text,
                )
            )
        elif isinstance(page, LimitsPage):
            self.keep(self.entry(happened.LimitsSaid))
        self.draft = replace(self.draft, asked=(*self.draft.asked, page.key))

    def left_out(
        self, exercise: str, reason: SkipReason | None, instead: str | None = None
    ) -> tuple[AnyEntry, ...]:
        """What is kept when the rest of an exercise is left out; not kept yet."""
        skipped = self.entry(
            happened.Skipped,
            what="exercise",
            id=exercise,
            title=self.pack.exercises[exercise].title,
            reason=reason,
            instead=instead,
        )
        return skipped, self.visit(exercise, "not-today")

    def visit(self, exercise: str, outcome: happened.Outcome) -> AnyEntry:
        """How far an exercise got, with the rung reached and the minutes; not kept yet."""
        begun = self.draft.begun.get(exercise, self.now())
        return self.entry(
            happened.Visited,
            exercise=exercise,
            title=self.pack.exercises[exercise].title,
            outcome=outcome,
            rung=highest_rung(self.entries(), exercise),
            minutes=int((self.now() - begun).total_seconds() // 60),
        )


def _skippable(page: AnyPage) -> tuple[str, str, str]:
    """What is skipped on a page: its kind, id and title as they were shown."""
    match page:
        case ClipPage():
            return "clip", page.clip, page.title
        case PromptPage():
            return "prompt", f"{page.exercise}.p{page.number}", page.prompt.text
        case FieldPage():
            return "field", page.field.id, page.field.label
        case StepPage() | StepBackPage():
            return "step", page.stage, ""
        case CheckOfferPage() | CheckPage() | CheckLinePage():
            return "check", page.stage, ""
        case _:
            return "stage", page.stage, ""
