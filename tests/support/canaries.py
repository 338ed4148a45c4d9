"""Words that nobody else would type, and where to look for them."""

import gc
import re


def canary(place: str) -> str:
    """A word that stands in no source file as one piece."""
    return f"quartz-{'heron'}-{place}"


def clear(data: bytes) -> list[str]:
    """The canaries that can be read in these bytes."""
    return re.findall("quartz.heron.[a-z]+|QX.77", data.decode("utf-8", "replace"))


def alive(prefix: str) -> list[str]:
    """The kinds of objects that the collector reaches and that hold a string with this in it."""
    gc.collect()
    found = []
    seen: set[int] = set()
    ahead = gc.get_objects()
    while ahead:
        holder = ahead.pop()
        if id(holder) in seen or holder is seen or holder is ahead:
            continue
        seen.add(id(holder))
        for part in gc.get_referents(holder):
            if isinstance(part, str):
                if prefix in part and part is not prefix:
                    found.append(f"{type(holder).__name__}: {part[:40]}")
            elif isinstance(part, bytes | bytearray):
                if prefix.encode() in part:
                    found.append(f"{type(holder).__name__}: {bytes(part)[:40]!r}")
            else:
                ahead.append(part)
    return found
