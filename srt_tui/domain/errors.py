"""The one kind of failure a person may see: what happened, and what to do next."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command (design, section 7)."""

    OK = 0
    FAILED = 1
    USAGE = 2
    LOCKED = 3


class SrtError(Exception):
    """A failure told in one plain sentence, with the next thing to do.

    Neither sentence may hold a participant's words, a reference or a full path.
    """

    def __init__(self, message: str, remedy: str, exit_code: Exit = Exit.FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"
