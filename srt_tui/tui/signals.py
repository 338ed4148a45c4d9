"""Leaving in good order when the system asks: a closed window, a shutdown, an interrupt."""

import asyncio
import signal
import threading
from collections.abc import Callable

_ASKS = ("SIGTERM", "SIGHUP", "SIGINT")


def on_signals(leave: Callable[[int], None], headless: bool) -> None:  # noqa: FBT001 - Textual's own word
    """Call `leave` with the usual exit code (128 + number) when a signal asks to end."""
    if headless or threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for name in _ASKS:
        if number := getattr(signal, name, None):
            loop.add_signal_handler(number, leave, 128 + int(number))
