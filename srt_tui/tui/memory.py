"""What was made during the start stays; the collector need not look at it again."""

import gc


def hold_off() -> None:
    """No collecting while the program starts: nearly everything made then stays."""
    gc.disable()


def settle() -> None:
    """The start is over: leave what is there alone, and collect again from here on."""
    gc.freeze()
    gc.enable()
