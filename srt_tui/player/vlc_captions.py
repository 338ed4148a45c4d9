"""Which words stand under the picture now, between two reports of VLC's place."""

import time
from collections.abc import Callable

Row = tuple[float, float, str]
_UNSEEN = 0.6


class Captions:
    """The captions of one clip, by a place that is reported now and then and runs on between."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rows: tuple[Row, ...] = ()
        self._at = self._heard = 0.0
        self._rate, self._running = 1.0, False

    def open(self, rows: list[list[float | str]], rate: float) -> None:
        """The rows of another clip, each start, end, words."""
        self._rows = tuple((float(a), float(b), str(words)) for a, b, words in rows)
        self._rate, self._running = rate, False
        self._at = 0.0

    def place(self, at: float, *, running: bool) -> None:
        """The clip is at `at` seconds, running on or standing still."""
        self._at, self._heard, self._running = at, self._clock(), running

    def stand(self) -> None:
        """The clip stands still where it is."""
        self.place(self._here, running=False)

    def rate(self, rate: float) -> None:
        """The clip runs at another speed from here on."""
        self.place(self._here, running=self._running)
        self._rate = rate

    @property
    def text(self) -> str:
        """The words of now, "" between them."""
        here = self._here
        return next((words for start, end, words in self._rows if start <= here < end), "")

    @property
    def _here(self) -> float:
        if not self._running:
            return self._at
        return self._at + min(self._clock() - self._heard, _UNSEEN) * self._rate
