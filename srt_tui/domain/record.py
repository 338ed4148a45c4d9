"""The official record, as far as a note has to fit into it."""

LIMIT = 12_000
"""What the record takes, in characters as it counts them."""


def size(text: str) -> int:
    """Characters as the record counts them: a line break is two, and so is an emoji."""
    return len(text.encode("utf-16-le", "replace")) // 2 + text.count("\n")
