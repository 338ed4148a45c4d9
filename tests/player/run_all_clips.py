"""Every clip played to its end with captions, in VLC and in mpv, as a table.

    python tests/player/run_all_clips.py               all of them, four at once: half an hour
    python tests/player/run_all_clips.py clip-f02      these ones
    python tests/player/run_all_clips.py --at-once 2   fewer at once, on a small machine

Each plays at normal speed, in the form that the program would choose, in a window on a virtual
display of its own. In the middle of a caption it is paused for two pictures of the window, one
with captions and one without: the first must have letters. Exit code 1 when a clip did not play
to its end, was not shown nearly whole, or had no letters. Needs Xvfb, openbox, xdotool,
ImageMagick, VLC and mpv.
"""

import argparse
import asyncio
import contextlib
import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from srt_tui.domain.content import Clip
from srt_tui.domain.participant import Preferences
from srt_tui.domain.playback import Cue, Showing
from srt_tui.domain.played import coverage
from srt_tui.domain.ways import Way
from srt_tui.library import load
from srt_tui.locations import locate
from srt_tui.player import media
from srt_tui.player.base import Media, Player
from srt_tui.player.choose import choose
from srt_tui.workflow.deliver.recordings import suited
from tests.support.display import Display, virtual_display

PLAYERS = ("libvlc", "mpv")
PROGRAMS = ("Xvfb", "openbox", "xdotool", "import")
WHOLE = 0.95
PATIENCE, LETTERS_WITHIN = 60.0, 20.0
PICTURE, STRIP = 9 / 16, 0.78  # VLC's captions stand below its picture, mpv's over the lowest part
LIT, DARK = 200, 128
LETTERS = 60  # pixels of white, where there was none; one word in a small window has more
TITLE = f"{'clip':<14}{'form':<10}{'seconds':>8}{'kB':>7}"


class Played(NamedTuple):
    """What came of one clip in one player."""

    shown: float = 0.0
    share: float = 0.0
    letters: int = 0
    wrong: str = ""

    def __str__(self) -> str:
        return (
            f"{self.shown:>8.1f} s{self.share:>6.0%}{self.letters:>8}  {self.wrong or 'finished'}"
        )


class Reports:
    """The latest report of a player, and whoever waits for one."""

    def __init__(self) -> None:
        self.now: Showing | None = None
        self._came = asyncio.Event()

    def __call__(self, showing: Showing) -> None:
        self.now = showing
        self._came.set()

    async def until(self, true: Callable[[Showing], bool]) -> Showing:
        """Wait for a report that is so, or the clip's end."""
        while self.now is None or not (true(self.now) or self.now.over):
            self._came.clear()
            await self._came.wait()
        return self.now


def clips() -> dict[str, tuple[Clip, Path]]:
    """Every clip of the shipped pack and its folder."""
    places = locate()
    pack = load(places.shipped_pack, places.templates).pack
    return {id: (clip, places.shipped_pack / "clips" / id) for id, clip in pack.clips.items()}


def found(clip: str) -> tuple[Way, Media]:
    """The clip in the way the program would show it to somebody with no wish of his own."""
    script, folder = clips()[clip]
    way = suited(script, folder, Preferences())
    return way, media.find(script, folder if way.is_recorded else None, way.film)


def play(clip: str, player: str) -> Played:
    """One clip in one player, on a display of its own; for a process of its own."""
    _, wanted = found(clip)
    ready = media.readiness(wanted)
    if ready.state != "plays":
        return Played(wrong=ready.reason)
    with virtual_display() as display:
        os.environ["DISPLAY"] = display.name
        return asyncio.run(_play(wanted, player, display))


async def _play(wanted: Media, name: str, display: Display) -> Played:
    reports = Reports()
    chosen = await choose(name, reports)
    try:
        if chosen.player.name != name:
            return Played(wrong=chosen.said)
        async with asyncio.timeout(wanted.story.length + PATIENCE):
            await chosen.player.captions(True)
            await chosen.player.open(wanted)
            letters = await _letters(chosen.player, wanted, reports, display)
            end = await reports.until(lambda _: False)
    except TimeoutError:
        return Played(wrong=f"stood at {reports.now.at if reports.now else 0:.1f} s")
    finally:
        await chosen.player.close()
    shown = sum(each.end - each.start for each in end.ranges)
    share = coverage(end.ranges, end.length)
    wrong = "" if end.state == "ended" else end.reason or end.state
    if not wrong and share < WHOLE:
        wrong = "not shown whole"
    if not wrong and letters < LETTERS:
        wrong = "no captions in the window"
    return Played(shown, share, letters, wrong)


async def _letters(player: Player, wanted: Media, reports: Reports, display: Display) -> int:
    """White pixels where captions stand that are gone without captions; waits for a cue."""
    cue = middle(wanted.story.cues)
    half = (cue.start + cue.end) / 2
    if (await reports.until(lambda now: now.at >= half and bool(now.caption))).over:
        return 0
    await player.pause()
    most = 0
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LETTERS_WITHIN):
            while most < LETTERS:  # the window is drawn by another process, a little later
                there = await asyncio.to_thread(captions_of, display, player.name)
                await player.captions(False)
                away = await asyncio.to_thread(captions_of, display, player.name)
                await player.captions(True)
                pairs = zip(there, away, strict=False)
                most = max(most, sum(one >= LIT and two < DARK for one, two in pairs))
    await player.play()
    return most


def middle(cues: tuple[Cue, ...]) -> Cue:
    """The longest of the cues in the middle third."""
    third = len(cues) // 3
    return max(cues[third : 2 * third + 1], key=lambda cue: cue.end - cue.start)


def captions_of(display: Display, player: str) -> bytes:
    """The grey pixels of the part of the window where this player's captions stand."""
    window = display.window()
    wide, high, pixels = display.shot(window)
    top = int(wide * PICTURE) if player == "libvlc" else int(high * STRIP)
    return pixels[top * wide :]


def row(clip: str) -> str:
    """What is played: its form, seconds and size."""
    way, wanted = found(clip)
    size = wanted.path.stat().st_size / 1000 if wanted.path else 0
    return f"{clip:<14}{way.form:<10}{wanted.story.length:>8.1f}{size:>7.0f}"


def main() -> int:
    """Play them and print the table, each line as soon as it is known."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("clips", nargs="*", metavar="CLIP", help="these ones alone")
    options.add_argument("--at-once", type=int, default=4, metavar="N")
    chosen = options.parse_args()
    known = sorted(clips())
    if unknown := sorted(set(chosen.clips) - set(known)):
        options.error(f"there is no {', '.join(unknown)}")
    if missing := [program for program in PROGRAMS if shutil.which(program) is None]:
        options.error(f"not on this machine: {', '.join(missing)}")
    wrong = 0
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(chosen.at_once, fresh) as pool:
        played = [
            (clip, [pool.submit(play, clip, player) for player in PLAYERS])
            for clip in chosen.clips or known
        ]
        heads = "".join(f"  {name + ' shown':>8}" for name in PLAYERS)
        say(f"{TITLE}{heads}")
        for clip, both in played:
            results = [each.result() for each in both]
            say(row(clip) + "".join(f"  {each!s:<36}" for each in results))
            wrong += any(each.wrong for each in results)
    say(f"{len(played) - wrong} of {len(played)} clips played to their end in both players.")
    return 1 if wrong else 0


def say(line: str) -> None:
    """One line of the table."""
    sys.stdout.write(line.rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
