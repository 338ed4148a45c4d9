"""Every shipped clip played to its end by libvlc and by mpv, captions on, as a table.

    python tests/player/run_all_clips.py                 all of them, four at once
    python tests/player/run_all_clips.py --at-once 8 clip-f01 clip-f02

Each plays in a window on a display of its own, at its usual speed. Half-way it is stopped in the
middle of a caption, and the caption is put away and back: the display must change. Exit code 1
when one did not come to its end, left out a caption, or drew none.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import TextIO

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec

from srt_tui.domain.content import Frozen
from srt_tui.domain.showing import Capabilities, Showing
from srt_tui.domain.shown import coverage
from srt_tui.library import clip_files, load
from srt_tui.locations import locate
from srt_tui.player.base import Media
from srt_tui.player.libvlc import LibvlcPlayer
from srt_tui.player.media import find
from srt_tui.player.mpv import MpvPlayer
from tests.support.display import Display, virtual_display

PLAYERS = {"libvlc": LibvlcPlayer, "mpv": MpvPlayer}
FORM = "standard"
PATIENCE = 30.0
CHANGED, LIGHTER = 300, 60
WHOLE = 0.97


class Played(Frozen, frozen=True, kw_only=True):
    """How one clip went in one player; `shown` is the share of it, `captions` how many came."""

    clip: str
    player: str
    state: str
    seconds: float
    shown: float
    captions: int
    of: int
    drawn: int
    reason: str = ""

    @property
    def right(self) -> bool:
        """Whether it came to its end with all its captions, and they could be seen."""
        whole = self.state == "ended" and self.shown >= WHOLE
        return whole and self.captions == self.of and self.drawn >= CHANGED


def media_of(id: str) -> Media:
    """The clip as the program takes it."""
    places = locate()
    pack = load(places.shipped_pack, places.templates).pack
    return find(pack.clips[id], clip_files(places.shipped_pack, id).folder, FORM)


async def played(media: Media, name: str, display: Display) -> Played:
    """Play it to the end."""
    said = dict[str, None]()
    now: list[Showing] = []

    def hear(showing: Showing) -> None:
        now[:] = [showing]
        if showing.caption:
            said[showing.caption] = None

    async def until(true: Callable[[Showing], bool], longest: float) -> None:
        end = time.monotonic() + longest
        while not (now and (true(now[0]) or now[0].state == "failed")):
            if time.monotonic() > end:
                return
            await asyncio.sleep(0.02)

    player = PLAYERS[name](hear, Capabilities(sound=True, own_window=True))
    await player.captions(True)
    await player.open(media)
    cue = next(cue for cue in media.story.cues if cue.start > media.story.length / 2)
    middle = (cue.start + cue.end) / 2
    await until(lambda showing: showing.at >= middle, middle + PATIENCE)
    await player.pause()
    drawn = await changed(player.captions, display)
    await player.play()
    await until(lambda showing: showing.over, media.story.length + PATIENCE)
    await player.close()
    last = now[0]
    return Played(
        clip=media.clip, player=name, state=last.state, seconds=last.length,
        shown=coverage(last.ranges, last.length), captions=len(said),
        of=len({cue.text for cue in media.story.cues}), drawn=drawn, reason=last.reason,
    )  # fmt: skip


async def changed(captions: Callable[[bool], Awaitable[None]], display: Display) -> int:
    """How many px of the display change when the captions are put away; they are put back."""
    with_them = await asyncio.to_thread(shot, display)
    await captions(False)
    most, end = 0, time.monotonic() + PATIENCE / 3
    while most < CHANGED and time.monotonic() < end:
        without = await asyncio.to_thread(shot, display)
        most = sum(abs(a - b) > LIGHTER for a, b in zip(with_them, without, strict=True))
    await captions(True)
    return most


def shot(display: Display) -> bytes:
    """The whole display in grey."""
    command = ["import", "-window", "root", "-depth", "8", "gray:-"]
    done = subprocess.run(command, env=display.env, capture_output=True, check=True, timeout=20)
    return done.stdout


def alone(id: str, name: str) -> Played:
    """One clip in one player, in a process and on a display of its own."""
    command = [sys.executable, __file__, "--one", id, name]
    done = subprocess.run(command, capture_output=True, check=False, timeout=400)
    try:
        result = msgspec.json.decode(done.stdout, type=Played)
    except msgspec.DecodeError:
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        result = Played(clip=id, player=name, state="lost", seconds=0, shown=0, captions=0,
                        of=0, drawn=0, reason=" ".join(reason))  # fmt: skip
    tell(f"{id} {name} {result.state}{'' if result.right else ' NOT AS MEANT'}", sys.stderr)
    return result


def tell(line: str, where: TextIO = sys.stdout) -> None:
    """One line of the report."""
    print(line, file=where, flush=True)


def table(all_played: list[Played]) -> None:
    """Sizes, lengths and how it went, a clip a line."""
    tell("clip          form        kB  seconds  " + "  ".join(f"{n:<22}" for n in PLAYERS))
    for id in sorted({each.clip for each in all_played}):
        media = media_of(id)
        size = media.path.stat().st_size / 1000 if media.path else 0
        row = [f"{id:<13} {FORM:<9} {size:>6.0f} {media.story.length:>8.1f}"]
        for name in PLAYERS:
            one = next(each for each in all_played if (each.clip, each.player) == (id, name))
            row.append(f"{one.state} {one.shown:>5.1%} {one.captions:>3}/{one.of:<3}")
        tell("  ".join(row))


def main() -> int:
    """The whole run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clips", nargs="*")
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--one", nargs=2, metavar=("CLIP", "PLAYER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        id, name = chosen.one
        with virtual_display() as display:
            os.environ["DISPLAY"] = display.name
            one = asyncio.run(played(media_of(id), name, display))
        sys.stdout.buffer.write(msgspec.json.encode(one))
        return 0
    clips = chosen.clips or sorted(load(locate().shipped_pack, locate().templates).pack.clips)
    with ThreadPoolExecutor(chosen.at_once) as pool:
        all_played = list(pool.map(lambda pair: alone(*pair), product(clips, PLAYERS)))
    table(all_played)
    wrong = [each for each in all_played if not each.right]
    for each in wrong:
        tell(f"not as meant: {msgspec.json.encode(each).decode()}")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
