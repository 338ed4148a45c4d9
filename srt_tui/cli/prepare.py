"""Commands for the two minutes before a session."""

from srt_tui.cli.command import Command

COMMANDS: tuple[Command, ...] = ()
