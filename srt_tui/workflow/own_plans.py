"""The ready-made plans of the service's own: kept, listed, removed, put back."""

from pathlib import Path

from srt_tui.domain.own_plan import OwnPlan
from srt_tui.library import own_plans


class OwnShelf:
    """They are read whenever they are asked for; without a `path`, held for this run only."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._held: tuple[OwnPlan, ...] = ()
        self._removed: list[tuple[int, OwnPlan]] = []

    def all(self) -> tuple[OwnPlan, ...]:
        """In the order in which they were kept; raises SrtError when they cannot be read."""
        return own_plans.read(self._path) if self._path else self._held

    def keep(self, plan: OwnPlan) -> OwnPlan:
        """One more, at the end; raises SrtError when it cannot be kept."""
        self._write((*self.all(), plan))
        return plan

    def remove(self, plan: OwnPlan) -> None:
        """Without this one; it can be put back for as long as the program runs."""
        before = self.all()
        if plan in before:
            place = before.index(plan)
            self._write((*before[:place], *before[place + 1 :]))
            self._removed.append((place, plan))

    @property
    def removed(self) -> bool:
        """Whether there is one to put back."""
        return bool(self._removed)

    def put_back(self) -> OwnPlan:
        """The one that was removed last, in its old place."""
        place, plan = self._removed[-1]
        before = self.all()
        self._write((*before[:place], plan, *before[place:]))
        self._removed.pop()
        return plan

    def _write(self, plans: tuple[OwnPlan, ...]) -> None:
        if self._path:
            own_plans.write(self._path, plans)
        else:
            self._held = plans
