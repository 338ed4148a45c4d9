"""What is said before any person is in sight: the first run and the passphrase."""

import secrets

WELCOME = (
    "Nothing is kept on this machine yet. What you write here is sealed under a passphrase "
    "that only you know. Four plain words are good; at least twelve letters. To look round "
    "first, press F5: a demo with invented people."
)
RECOVERY = (
    "This key opens the records if the passphrase is forgotten. It is shown once. "
    "Write it on paper and keep it with your locked papers, not with this machine."
)
UNLOCK = "The records are sealed. Type the passphrase, or the recovery key."
NOT_ITS_END = "That is not its end. Look at what you wrote down, and type it again."
WORKING = "One moment: making the key."
NOTHING_TYPED = "Type the passphrase first."
OPENING = "One moment: opening."
LEAST = 12
OLDER = (
    "This person's file is older than when it was closed last: what was saved later is missing. "
    "Perhaps a folder was put back from a copy. If the newer file is elsewhere, leave this one "
    "closed and put that one back."
)
OLDER_WAYS = ("Leave it closed", "Go on with this copy")
OLDER_WILL_DO = 1
OLDER_LEFT = "Left closed. Put the newer file back, or restore a backup: srt restore."


def passphrase_fault(first: str, second: str) -> str:
    """What is wrong with a new passphrase typed twice; empty when it will do."""
    if len(first) < LEAST:
        return f"That is {len(first)} letters. Use at least {LEAST}; four plain words are good."
    if first != second:
        return "The two are not the same. Type the second one again, then press Enter."
    return ""


def written_down(key: str, typed: str) -> bool:
    """Whether the last group of the recovery key was typed, whatever its capitals."""
    last = key.strip().split("-")[-1]
    return secrets.compare_digest(last.lower().encode(), typed.strip().lower().encode())


def check_words(key: str) -> str:
    """Ask for the last group of the key."""
    return f"To check, type its last {len(key.strip().split('-')[-1])} characters:"
