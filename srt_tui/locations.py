"""Directories: the only module that knows where things live."""

import os
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
    logs: Path
    """Plain log lines: times, codes and places in the program; never words or references."""
    voices: Path
    """The studio's synthetic voices."""
    shipped_pack: Path
    """The pack that comes with the program."""
    templates: Path
    """The plan templates that come with the program."""

    @property
    def log(self) -> Path:
        """The log file."""
        return self.logs / "srt.log"


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
        logs = moved / "logs"
    else:
        from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed under SRT_HOME

        system = PlatformDirs(NAME, appauthor=False)
        data, config = system.user_data_path, system.user_config_path
        logs = system.user_log_path
    return Locations(
        store=data / "store",
        settings=config / "settings.toml",
        logs=logs,
        voices=data / "voices",
        shipped_pack=program / "content" / "steady-ground",
        templates=program / "sessions",
    )
