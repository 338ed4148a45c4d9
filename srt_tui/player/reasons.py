"""Why a clip cannot be played: one plain sentence each, and what to do next."""

from pathlib import Path

_READ = "Read the story together instead."
NO_RECORDING = f"This clip has no recording here. {_READ}"
MISSING = f"The recording of this clip is missing. {_READ}"
NOT_A_FILE = f"Where the recording should be there is a folder. {_READ}"
EMPTY = f"The recording of this clip is empty. {_READ}"
LOCKED = f"The recording of this clip may not be opened. {_READ}"
NOT_WHOLE = f"The recording of this clip is not whole. {_READ}"
CHANGED = f"The recording of this clip is not the one that was made. {_READ}"
NO_CAPTIONS = "This recording has no captions that can be read. The words are in the transcript."
UNREADABLE = f"The player cannot make sense of this recording. {_READ}"
NO_START = f"The player does not start on this machine. {_READ}"
NO_PICTURE = f"No picture came up. {_READ}"
CUT_SHORT = f"The recording stopped before its end. {_READ}"
GONE = "The player stopped working. Press play to try again, or read the story together."
SILENT = (
    "The player did not answer and was closed. Press play to try again, or read the story together."
)


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
