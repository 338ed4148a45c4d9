"""What stays in memory: all that the start made, and nothing of anybody after locking."""

import functools
import gc

_SELDOM = (4_000, 10, 10)
"""While a screen opens nothing is looked for: it is `tidy` that does, once one has closed."""


def hold_off() -> None:
    """No collecting while the program starts: nearly everything made then stays."""
    gc.disable()


def settle() -> None:
    """The start is over: leave what is there alone, and collect again from here on.

    Only after `hold_off`: elsewhere nothing was held off, and nothing is to be kept.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_SELDOM)
        gc.enable()


def keep() -> None:
    """Leave alone what is there now as well; only where the start was settled."""
    if gc.get_threshold() == _SELDOM:
        gc.freeze()


def tidy() -> None:
    """What a screen that has closed left behind goes; only where the start was settled."""
    if gc.get_threshold() == _SELDOM:
        gc.collect()


def forget() -> None:
    """Let go of what caches and circles still hold of the words that were on the screens.

    Every cache of the process is emptied, for the screens are drawn through many of them.
    """
    from textual.cache import FIFOCache, LRUCache  # noqa: PLC0415 - settings come before Textual

    gc.unfreeze()
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper):  # noqa: SLF001 - it has no public name
            thing.cache_clear()
        elif isinstance(thing, LRUCache | FIFOCache):
            thing.clear()
    gc.collect()
