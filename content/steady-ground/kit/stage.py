"""What a scene is put on: surfaces and openings by name, things by name, and its own chance."""

# SPDX-License-Identifier: GPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeAlias

from kit.shapes import Thing, Vector
from srt_tui.domain.errors import SrtError
from srt_tui.studio.scenes import Value


@dataclass
class Given:
    """What a description says about one thing; asking for a value is what makes it known."""

    owner: str
    values: dict[str, Value]
    asked: set[str] = field(default_factory=set)

    def _get(self, key: str) -> Value | None:
        self.asked.add(key)
        return self.values.get(key)

    def number(self, key: str, default: float) -> float:
        """A number, in the unit its maker names."""
        value = self._get(key)
        return default if value is None else float(value)  # type: ignore[arg-type]

    def count(self, key: str, default: int) -> int:
        """A whole number."""
        return round(self.number(key, default))

    def text(self, key: str, default: str) -> str:
        """A word or a colour."""
        value = self._get(key)
        return default if value is None else str(value)

    def yes(self, key: str, *, default: bool = False) -> bool:
        """Yes or no."""
        value = self._get(key)
        return default if value is None else bool(value)

    def numbers(self, key: str, default: list[float]) -> list[float]:
        """A list of numbers."""
        value = self._get(key)
        return [float(each) for each in value] if isinstance(value, list) else default

    def texts(self, key: str, default: list[str]) -> list[str]:
        """A list of words or colours."""
        value = self._get(key)
        return [str(each) for each in value] if isinstance(value, list) else default

    def finish(self) -> None:
        """Everything that was said was asked for; a misspelt key is an error."""
        for key in sorted(set(self.values) - self.asked):
            known = ", ".join(sorted(self.asked)) or "nothing"
            raise SrtError(f"“{self.owner}” knows no “{key}”.", f"It knows {known}.")


@dataclass
class Stage:
    """One scene while it is built."""

    random: Random
    scratch: Path
    surfaces: dict[str, Vector] = field(default_factory=lambda: {"floor": (0.0, 0.0, 0.0)})
    openings: dict[str, Vector] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)

    def near(self, value: float, by: float) -> float:
        """The value, off by at most `by`."""
        return value + self.random.uniform(-by, by)


Maker: TypeAlias = Callable[[Stage, Given], Thing]
PROPS: dict[str, Maker] = {}
PLACES: dict[str, Callable[[Stage, Given], None]] = {}


def prop(maker: Maker) -> Maker:
    """Makes a function known to descriptions by its name, with hyphens."""
    PROPS[maker.__name__.replace("_", "-")] = maker
    return maker


def place(maker: Callable[[Stage, Given], None]) -> Callable[[Stage, Given], None]:
    """The same for a place."""
    PLACES[maker.__name__.replace("_", "-")] = maker
    return maker
