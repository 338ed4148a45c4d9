"""Every command there is, and the one that was meant."""

from srt_tui.cli import author, deliver, keep, keys, prepare, review
from srt_tui.cli.command import Verb
from srt_tui.domain.errors import Exit, SrtError

MOMENTS: dict[str, tuple[Verb, ...]] = {
    "Prepare": prepare.COMMANDS,
    "Deliver": deliver.COMMANDS,
    "Review": review.COMMANDS,
    "Keep": (*keep.COMMANDS[:-2], *keys.COMMANDS, *keep.COMMANDS[-2:]),
    "Write packs": author.COMMANDS,
}
COMMANDS: dict[str, Verb] = {
    command.name: command for commands in MOMENTS.values() for command in commands
}


def find(words: list[str]) -> tuple[Verb, list[str]]:
    """The command these words begin with, and the words after it; raises SrtError."""
    if not words or words[0].startswith("-"):
        return COMMANDS[""], words
    for length in (2, 1):
        command = COMMANDS.get(" ".join(words[:length]))
        if command is not None:
            return command, words[length:]
    raise _mistake(words)


def _mistake(words: list[str]) -> SrtError:
    """What may have been meant by words that are no command."""
    import difflib

    first, two = words[0].lower(), " ".join(words[:2]).lower()
    names = [name for name in COMMANDS if name]
    near = [
        *difflib.get_close_matches(two, names, n=1, cutoff=0.75),
        *difflib.get_close_matches(first, sorted({name.split()[0] for name in names}), n=1),
    ]
    group = [name for name in names if name.startswith(f"{first} ")]
    if group and near[0] not in names:
        return SrtError(
            f"srt {first} needs one more word.", f"There is: {', '.join(group)}.", Exit.USAGE
        )
    typed = " ".join(words[:2]) if group else words[0]
    remedy = f"Did you mean: srt {near[0]}" if near else "What there is: srt --help"
    return SrtError(f"srt has no command “{typed}”.", remedy, Exit.USAGE)
