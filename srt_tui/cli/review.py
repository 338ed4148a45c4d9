"""Commands for afterwards: what was done and said."""

from srt_tui.cli.command import Command

COMMANDS: tuple[Command, ...] = ()
