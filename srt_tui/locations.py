"""Directories: the only module that knows where things live, this program among them."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

NAME = "srt_tui"
PACKAGE = Path(__file__).parent


class Locations(NamedTuple):
    """Every path in use. Nothing is made or read here."""

    store: Path
    """The sealed records."""
    settings: Path
    """The settings file."""
    own_plans: Path
    """The ready-made plans of the service's own: exercises and minutes, nothing of anybody."""
    sound: Path
    """How far the sound of each clip is moved on each machine; no words, no references."""
    logs: Path
    """Plain log lines: times, codes and places in the program; never words or references."""
    voices: Path
    """The studio's synthetic voices."""
    shipped_pack: Path
    """The pack that comes with the program."""
    templates: Path
    """The plan templates that come with the program."""
    room: Path
    """Where a session waits for a room window, while one runs: a socket, and nothing is kept."""
    cache: Path
    """What can be made again at any time, and holds nothing of anybody: the pack as read last."""

    @property
    def log(self) -> Path:
        """The log file."""
        return self.logs / "srt.log"

    @property
    def kept_pack(self) -> Path:
        """The shipped pack as it was read last."""
        return self.cache / "pack.msgpack"


def locate(environment: Mapping[str, str] = os.environ, package: Path = PACKAGE) -> Locations:
    """Where things live on this system; the variable SRT_HOME moves everything but the program.

    What is shipped is inside the installed `package`, or beside it in a checkout.
    """
    shipped = package / "_shipped"
    program = shipped if shipped.is_dir() else package.parent
    home = environment.get("SRT_HOME")
    if home:
        moved = Path(home).expanduser().absolute()
        data = config = moved
        logs, cache = moved / "logs", moved / "cache"
    else:
        from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed under SRT_HOME

        system = PlatformDirs(NAME, appauthor=False)
        data, config = system.user_data_path, system.user_config_path
        logs, cache = system.user_log_path, system.user_cache_path
    return Locations(
        store=data / "store",
        settings=config / "settings.toml",
        own_plans=config / "own-plans.json",
        sound=config / "sound.json",
        logs=logs,
        voices=data / "voices",
        shipped_pack=program / "content" / "steady-ground",
        templates=program / "sessions",
        room=data / "run" / "room",
        cache=cache,
    )


def own_command(module: str, *arguments: str) -> list[str]:
    """What starts a module of this program in a process of its own; see `own_environment`.

    `-P`: a process that holds somebody's records never runs code from the current folder.
    """
    return [sys.executable, "-P", "-m", module, *arguments]


def own_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables of such a process: it finds this package, wherever it is started.

    A PYTHONPATH given by the user is kept but for entries that mean the current folder. HOME is
    always set: without it Tk runs what it finds in the current folder.
    """
    given = environment.get("PYTHONPATH", "").split(os.pathsep)
    paths = [str(PACKAGE.absolute().parent), *(path for path in given if Path(path).is_absolute())]
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where there is none
    return {"HOME": home, **environment, "PYTHONPATH": os.pathsep.join(paths)}
