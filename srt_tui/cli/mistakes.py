"""What argparse finds wrong, in our words: one plain sentence for each mistake."""

import re

from srt_tui.domain.wording import listed

_CHOICE = re.compile(r"argument (.+?): invalid choice: '(.*)' \(choose from (.+)\)")
_SENTENCES = (
    (r"the following arguments are required: (.+)", r"\1 is missing."),
    (r"unrecognized arguments: (\S+).*", r"“\1” does not belong there."),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1 is a number, and “\2” is none."),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 and \2 do not go together."),
    (r"argument (.+?): expected .+", r"\1 needs a word after it."),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 takes no word, and has “\2”."),
    (r"argument (.+?): (.+)", r"\1: \2."),
)
"""What argparse says, and what we say. The last is for a sentence of our own with a name to it."""


def mistake(message: str) -> str:
    """Argparse's message as a sentence of ours; one that is not known stays as it is."""
    if found := _CHOICE.fullmatch(message):
        name, typed, names = found.groups()
        choices = [each.strip(" '") for each in names.split(",")]
        return f"{name} can be {listed(choices, 'or')}, not “{typed}”."
    for theirs, ours in _SENTENCES:
        if told := re.fullmatch(theirs, message, re.DOTALL):
            return told.expand(ours)
    return f"{message}."
