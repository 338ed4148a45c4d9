"""Packs with one file changed at random, by seed: nothing in them may end a check or act.

`python -m tests.library.mutate FIRST LAST` tries these seeds and prints how many were tried.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

from srt_tui.letters import clean
from srt_tui.library import check, load
from srt_tui.locations import locate

PARTS = (
    "pack.toml", "cast.toml", "check.md", "signs.md", "moves.md", "swaps.md", "safety.md",
    "exercises/f04.md", "stages/arrive.md", "clips/clip-f04/script.md",
    "practice/kinds.md", "practice/practice-flat.md", "guides/at-a-glance.md",
)  # fmt: skip
PIECES = (
    b"\x1b[31m", b"\x00", b"\xff\xfe", b"\xc2\x9b", b"\xe2\x80\xae", b"<!--", b"-->", b"```",
    b"---\n", b"## ", b"### ", b"- ", b"> ", b"| ", b"`", b"**", b":", b"(", b")", b"\n", b"\r",
    b"\t", b"  ", b"\\", b"&#27;", b"&nbsp;", b"\xed\xa0\x80", b"9" * 5_000, b"[" * 900, b"{",
    b"}", b'"', b"'", b"\xf0\x9f\x91\xa8\xe2\x80\x8d", b"allow: x\n", b"id: y\n", b"title:",
    b"1. ", b"(20)", b"->",
)  # fmt: skip


def small_pack(folder: Path) -> Path:
    """A pack of a few of the shipped files; most of what they speak of is not there."""
    shipped = locate().shipped_pack
    for part in PARTS:
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shipped / part, folder / part)
    return folder


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to four things put in, taken out, doubled or cut off."""
    for _ in range(dice.randint(1, 4)):
        start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
        end = min(end, start + dice.choice((1, 9, 200)))
        piece = dice.choice((dice.choice(PIECES), dice.randbytes(3)))
        data = dice.choice(
            (
                data[:start] + piece + data[start:],
                data[:start] + data[end:],
                data[:end] + data[start:end] + data[end:],
                data[:start] + piece + data[end:],
                data[: max(start, 1)],
            )
        )
    return data


def tried(folder: Path, seed: int) -> None:
    """Change one file of the pack in this folder, check and load it, and put the file back."""
    dice = random.Random(seed)  # noqa: S311 - by seed, so that it can be done again
    path = folder / dice.choice(PARTS)
    whole = path.read_bytes()
    path.write_bytes(mutated(whole, dice))
    try:
        found = [*check(folder, None).findings, *load(folder, None).findings]
        told = "".join(f"{each.file}{each.what}{each.meant}" for each in found)
        assert clean(told) == told, seed
    except Exception as error:
        error.add_note(f"seed {seed}, {path.name}")
        raise
    finally:
        path.write_bytes(whole)


def main(first: int, last: int) -> None:
    """Try these seeds."""
    with tempfile.TemporaryDirectory() as made:
        folder = small_pack(Path(made))
        for seed in range(first, last):
            tried(folder, seed)
    print(f"{last - first} packs")  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
