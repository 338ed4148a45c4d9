"""Whether VLC can be used here, found out in a process that may die of it.

Prints one JSON line: `{"version": …, "window": bool, "display": bool}` or `{"missing": what}`.
"""

import json
import os

from srt_tui.player.quiet import quiet


def found() -> dict[str, object]:
    """What is here. Never raises."""
    try:
        import vlc  # noqa: PLC0415 - it may end the process

        from srt_tui.player.vlc_deck import instance  # noqa: PLC0415 - it imports vlc
    except (Exception, SystemExit):  # noqa: BLE001 - python-vlc raises many things without VLC
        return {"missing": "libvlc"}
    try:
        instance()
    except RuntimeError:
        return {"missing": "plugins"}
    version = str(vlc.libvlc_get_version().decode().split()[0])
    return {"version": version, **_window()}


def _window() -> dict[str, bool]:
    try:
        import tkinter as tk  # noqa: PLC0415 - it may be missing
    except ImportError:
        return {"window": False, "display": True}
    try:
        tk.Tk().destroy()
    except tk.TclError:
        return {"window": True, "display": False}
    return {"window": True, "display": True}


if __name__ == "__main__":
    out = quiet()
    os.write(out, json.dumps(found()).encode() + b"\n")
