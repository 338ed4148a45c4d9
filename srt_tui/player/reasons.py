"""Why a clip cannot be played: one plain sentence each, and what to do next."""

from pathlib import Path

_READ = "Press r to read it together."
NO_RECORDING = f"There is no recording here. {_READ}"
MISSING = f"The recording is missing. {_READ}"
NOT_A_FILE = f"Where the recording should be there is a folder. {_READ}"
EMPTY = f"The recording is empty. {_READ}"
LOCKED = f"The recording may not be opened. {_READ}"
NOT_WHOLE = f"The recording is not whole. {_READ}"
CHANGED = f"The recording is not the one that was made. {_READ}"
NO_CAPTIONS = "This recording has no captions that can be read. The words are in the transcript."
UNREADABLE = f"The player cannot make sense of this recording. {_READ}"
NO_START = f"The player does not start on this machine. {_READ}"
NO_PICTURE = f"No picture came up. {_READ}"
CUT_SHORT = f"The recording stopped before its end. {_READ}"
_AGAIN = "Press Enter to try again, or r to read it together."
GONE = f"The player stopped working. {_AGAIN}"
SILENT = f"The player did not answer and was closed. {_AGAIN}"


def why(reason: str) -> str:
    """What is wrong, without what to do about it: for a list made before the session."""
    return reason.removesuffix(f" {_READ}")


def unplayable(path: Path | None) -> str:
    """Why this file cannot be played at all, seen from outside; "" where it may be."""
    if path is None:
        return NO_RECORDING
    try:
        if not path.exists():
            return MISSING
        if not path.is_file():
            return NOT_A_FILE
        with path.open("rb") as file:
            return "" if file.read(1) else EMPTY
    except OSError:
        return LOCKED
