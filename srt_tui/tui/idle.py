"""How long nobody has touched a key, also through sleep of the machine."""

import time

_CLOCK = getattr(time, "CLOCK_BOOTTIME", None)


def moment() -> float:
    """Seconds that only go forward, counting sleep where the system has such a clock."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


class Idle:
    """A limit in seconds on silence; 0 means no limit."""

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self.every = min(30.0, limit / 4) if limit else 3600.0
        self._touched = moment()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = moment()

    @property
    def over(self) -> bool:
        """Whether the silence has been longer than the limit."""
        return bool(self.limit) and moment() - self._touched > self.limit
