"""Finding again what was said: places narrow as one types, and by kind, module and dates."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, cast

from textual.widget import Widget
from textual.widgets import Input, Static

from srt_tui.domain import narrowing
from srt_tui.domain.history import History
from srt_tui.domain.quotes import Filter, Said
from srt_tui.domain.search import Search
from srt_tui.present import history as said
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.widgets.long_list import LongList
from srt_tui.tui.widgets.visits_grid import in_line

Made = TypeVar("Made", bound=Widget)
PLACE = (8, 16, 7)


def made(page: AppScreen[Any], id: str, make: Callable[..., Made], before: str = "#detail") -> Made:
    """The widget of this name; seldom needed, it is made when it is."""
    for widget in page.query(f"#{id}"):
        return cast("Made", widget)
    widget = make(id=id)
    page.mount(widget, before=before)
    return widget


class Finder:
    """A box, a list of places that takes the place of what is shown else, and what narrows it."""

    def __init__(
        self,
        page: AppScreen[Any],
        history: History,
        show: Callable[[str], None],
        left: Callable[[], None],
    ) -> None:
        """`show` is told how much was found whenever other places, or none, are in sight.

        `left` gives the keys to what is shown when nothing is looked for.
        """
        self._page, self._history, self._show, self._left = page, history, show, left
        self._only = Filter()
        self._search: Search | None = None

    def box(self) -> Input:
        """What one types in."""
        return Input(placeholder="/ find", id="find", select_on_focus=False)

    @property
    def _box(self) -> Input:
        return self._page.query_one("#find", Input)

    @property
    def _places(self) -> LongList:
        """What was found, one place to a line."""
        heading = in_line(("date", "where", "whose", "words"), *PLACE)
        return made(self._page, "places", partial(LongList, heading))

    @property
    def finding(self) -> bool:
        """Whether the list of places is in sight."""
        return self._page.has_class("-finding")

    @property
    def found(self) -> Said | None:
        """The place under the cursor."""
        at = self._places.chosen if self.finding else -1
        return self._found.lines[at][1] if at >= 0 else None

    @property
    def detail(self) -> str:
        """The place under the cursor in full."""
        return said.in_full(self.found) if self.found else said.NOT_FOUND

    @property
    def _found(self) -> Search:
        """What has been found; a new search begins when it is first asked for."""
        if self._search is None:
            self._search = self._history.searching(self._only)
        return self._search

    def begin(self) -> None:
        """Fewer places with each letter, drawn with it: a message would come a frame later."""
        self._page.watch(self._box, "value", self.find, init=False)

    def find(self) -> None:
        """Show the places, or what stood there before when nothing is asked."""
        typed = self._box.value
        wanted = bool(typed.strip()) or self._only != Filter()
        self._page.set_class(wanted, "-finding")
        self._search = self._found.to(typed)
        lines = self._search.lines if wanted else ()
        if wanted:
            self._places.show(len(lines), lambda at: in_line(said.place(lines[at][1]), *PLACE))
        self._show(said.found_words(len(lines)) if wanted else "")

    def _narrow(self, only: Filter) -> None:
        """Look only at these lines from now on."""
        self._only, self._search = only, None
        words = said.narrowed(only, self._page.workspace.pack)
        if words:
            made(self._page, "only", partial(Static, markup=False), before="#grid").update(words)
        self._page.set_class(bool(words), "-narrowed")
        self.find()

    def leave(self) -> bool:
        """Take away what was typed and what narrows it; False when there was neither."""
        box = self._box
        if not (self.finding or box.has_focus):
            return False
        box.value = ""
        self._narrow(Filter())
        return True

    def do_find(self) -> None:
        """To the box, with everything at hand that can be found."""
        self._search = self._found
        self._box.focus()

    def do_his_words(self) -> None:
        """All he said in talk."""
        self._look(Filter(kinds=("words",), voice="his"))

    def do_next_kind(self) -> None:
        """The next kind, with what was typed."""
        self._look(narrowing.next_kind(self._only))

    def do_next_module(self) -> None:
        """The next module, with what was typed."""
        self._look(narrowing.next_module(self._only, self._page.workspace.pack))

    def do_next_dates(self) -> None:
        """The next stretch of time, with what was typed."""
        last = self._history.last
        today = self._page.workspace.today
        self._look(narrowing.next_dates(self._only, today, last.date if last else None))

    def _look(self, only: Filter) -> None:
        self._narrow(only)
        if self.finding:
            self._places.focus()
        else:
            self.leave()
            self._left()
