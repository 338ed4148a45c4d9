"""Settings: what may stand in `settings.toml`, declared once.

The file is the user's own: it is read, never written. A setting that is missing has the value
given here.
"""

import re
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, get_type_hints

import msgspec
from msgspec import Meta

from srt_tui.letters import cleaned, read

Theme: TypeAlias = Literal["dark", "light", "contrast", "cream"]
PlayerChoice: TypeAlias = Literal["auto", "libvlc", "mpv", "storyboard"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the program behaves for one user. Each description completes "must be …"."""

    theme: Annotated[Theme, Meta(description="dark, light, contrast or cream")] = "dark"
    idle_minutes: Annotated[
        int, Meta(ge=1, le=60, description="a whole number of minutes from 1 to 60")
    ] = 5
    keep_days: Annotated[
        int, Meta(ge=1, le=3650, description="a whole number of days from 1 to 3650")
    ] = 28
    player: Annotated[
        PlayerChoice, Meta(description="auto, libvlc, mpv or storyboard (words on this screen)")
    ] = "auto"
    stop_at_choice: Annotated[
        bool, Meta(description="true or false: a story stands still where he has a choice")
    ] = False
    reference_in_names: Annotated[
        bool, Meta(description="true or false: the reference stands in the names of your papers")
    ] = True
    contacts: Annotated[
        dict[str, str],
        Meta(description="a table of names and numbers for the safety page, all in quotes"),
    ] = {}


class SettingsError(ValueError):
    """A settings file that cannot be used; names the file, the setting and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


def load(path: Path) -> Settings:
    """The settings in this file; the standard ones where there is no file.

    Raises SettingsError for a file that cannot be read, an unknown setting or a value out of
    its bounds.
    """
    name = path.name
    try:
        found = read(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"{name} could not be read.", "Is it a plain text file?") from error
    if found.fault:
        raise SettingsError(f"{name} could not be read.", "Is it a plain text file?")
    values = cleaned(_values(name, found.text))
    for key in values:
        if key not in Settings.__struct_fields__:
            raise SettingsError(f"{name} has no setting “{key}”.", _nearest(key))
    try:
        return msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        key = _named_in(error)
        raise SettingsError(
            f"{name}: {key} must be {described()[key]}.", "Correct it, or take the line out."
        ) from error


def _values(name: str, text: str) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - most have no file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if "end of document" in str(error):
            raise SettingsError(
                f"{name} ends in the middle of a setting.",
                "Complete its last line, or take it out.",
            ) from error
        raise SettingsError(f"{name} is not valid TOML: {error}.", "Correct that line.") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            f"{name} holds more than a setting can.", "Take the long line out."
        ) from error


def described() -> dict[str, str]:
    """Each setting with what it must be."""
    hints = get_type_hints(Settings, include_extras=True)
    return {
        name: meta.description or ""
        for name in Settings.__struct_fields__
        for meta in hints[name].__metadata__
    }


def _nearest(key: str) -> str:
    import difflib  # noqa: PLC0415 - only for a mistake

    near = difflib.get_close_matches(key.lower(), Settings.__struct_fields__, n=1)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"It may have: {', '.join(Settings.__struct_fields__)}."


def _named_in(error: msgspec.ValidationError) -> str:
    """The setting an error of msgspec is about: it ends in a path such as `$.contacts[...]`."""
    found = re.search(r"`\$\.(\w+)", str(error))
    return found[1] if found else ""
