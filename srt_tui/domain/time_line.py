"""What happened, session by session: also sessions nobody came to. For the practitioner's eyes."""

from typing import TypeAlias

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Repair, SignSeen, Skipped, StepReviewed, StepSet
from srt_tui.domain.history import History
from srt_tui.domain.past_session import PastSession, StoryAlone, of_kind
from srt_tui.domain.visits import VisitTo

Happened: TypeAlias = VisitTo | StoryAlone | SignSeen | Repair | Skipped | StepSet | StepReviewed
_TOLD = (SignSeen, Repair, StepSet, StepReviewed)


class Chapter(Frozen, frozen=True, kw_only=True):
    """One session, and what happened in it in the order it began."""

    session: PastSession
    happened: tuple[Happened, ...]

    @property
    def exercises(self) -> tuple[VisitTo, ...]:
        """The exercises that were worked on."""
        return tuple(each for each in self.happened if isinstance(each, VisitTo))


def time_line(history: History) -> tuple[Chapter, ...]:
    """Every session, the latest first."""
    return tuple(chapter(history, session) for session in reversed(history.sessions))


def chapter(history: History, session: PastSession) -> Chapter:
    """One session: visits, stories, what slipped and was tried, what was left out, the step."""
    visits = history.visits_in(session.number)
    begun: list[tuple[int, Happened]] = [(visit.entries[0].seq, visit) for visit in visits]
    begun += [(story.shown[0].seq, story) for story in session.stories_alone]
    begun += [(entry.seq, entry) for entry in session.entries if isinstance(entry, _TOLD)]
    begun += [(e.seq, e) for e in of_kind(session.entries, Skipped) if e.what == "exercise"]
    return Chapter(
        session=session,
        happened=tuple(each for _, each in sorted(begun, key=lambda pair: pair[0])),
    )
