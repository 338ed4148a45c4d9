"""What `srt --help` says: examples first, then every command."""

from srt_tui.cli.finding import MOMENTS

EXAMPLES = """\
srt                     open the companion
srt demo                look round with invented people; nothing is kept
srt brief JD-07         what happened last time, and three things to do today
srt note JD-07          the note of the last session, for the case system
srt doctor              what works on this computer"""

EXIT_CODES = "Exit codes: 0 done, 1 failed, 2 mistyped or no terminal, 3 locked or in use."


def overview() -> str:
    """The whole help page."""
    named = [(c.usage, c.help) for commands in MOMENTS.values() for c in commands]
    width = max(len(usage) for usage, _ in named)
    parts = ["Examples:", "", *(f"  {line}" for line in EXAMPLES.splitlines())]
    for moment, commands in MOMENTS.items():
        parts += ["", f"{moment}:", ""]
        parts += [f"  {c.usage:<{width}}  {c.help}" for c in commands]
    return "\n".join([*parts, "", "Every command explains itself with --help.", EXIT_CODES])
