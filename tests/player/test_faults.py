"""Whatever the machine does: one plain sentence, and the session goes on."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from srt_tui.domain.played import covered
from srt_tui.player.base import Media
from srt_tui.player.windowed import WindowedPlayer


def broken(kind: str, film: Path, folder: Path) -> Path:
    path = folder / "broken.mp4"
    whole = film.read_bytes()
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "garbage":
        path.write_bytes(b"not a film at all " * 1000)
    elif kind == "truncated":
        path.write_bytes(whole[: len(whole) // 2])
    elif kind == "unknown codec":
        path.write_bytes(whole.replace(b"avc1", b"zzz1").replace(b"mp4a", b"zzza"))
    elif kind == "folder":
        path.mkdir()
        shutil.copy(film, path / "inside.mp4")
    return path


KINDS = ("missing", "empty", "garbage", "truncated", "unknown codec", "folder")


async def test_a_bad_file_is_told_in_one_sentence_and_the_next_clip_plays(
    windowed: WindowedPlayer, media: Media, film: Path, tmp_path: Path, seen: Any
) -> None:
    reasons = set()
    for number, kind in enumerate(KINDS):
        place = tmp_path / str(number)
        place.mkdir()
        await windowed.open(msgspec.structs.replace(media, path=broken(kind, film, place)))
        failed = await seen.until(lambda now: now.over)
        assert failed.state == "failed", kind
        assert failed.reason.count(". ") == 1, kind
        assert str(tmp_path) not in failed.reason
        reasons.add(failed.reason)
    assert len(reasons) >= 4
    await windowed.open(media)
    assert (seen.last.reason, seen.last.state) == ("", "playing")


async def test_a_clip_without_a_recording_is_no_crash(
    windowed: WindowedPlayer, media: Media, seen: Any
) -> None:
    await windowed.open(msgspec.structs.replace(media, path=None))
    assert seen.last.state == "failed"
    assert windowed.pid is None


async def test_a_window_closed_by_hand_closes_the_clip_and_play_brings_it_back(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    await windowed.open(media)
    await seen.until(lambda now: now.at > 0.6)
    await asyncio.to_thread(display.close_window)
    closed = await seen.state("closed")
    assert closed.at > 0.5
    await seen.wait(lambda: display.window() == "")
    await windowed.play()
    on = await seen.state("playing")
    assert on.at == pytest.approx(closed.at, abs=0.5)


async def test_a_player_that_is_killed_is_said_and_starts_again(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    await windowed.open(media)
    assert windowed.pid is not None
    begun = time.monotonic()
    await seen.until(lambda now: now.at > 1.4)
    os.kill(windowed.pid, signal.SIGKILL)
    watched = time.monotonic() - begun
    failed = await seen.state("failed")
    assert failed.reason.startswith("The player stopped working.")
    assert watched - 1 < covered(failed.ranges) < watched + 0.3
    await seen.wait(display.is_blank)
    await windowed.play()
    assert (seen.last.reason, seen.last.state) == ("", "playing")
    assert seen.last.ranges == failed.ranges


async def test_a_player_that_hangs_is_ended_and_said(
    windowed: WindowedPlayer, media: Media, seen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("srt_tui.player.wire.LIMIT", 0.5)
    await windowed.open(media)
    assert windowed.pid is not None
    pid = windowed.pid
    await freeze(pid, seen)
    await windowed.pause()
    assert seen.last.state == "failed"
    assert seen.last.reason
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    await windowed.open(media)
    assert (seen.last.reason, seen.last.state) == ("", "playing")


async def test_a_stop_that_hangs_is_still_a_stop(
    windowed: WindowedPlayer, media: Media, seen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("srt_tui.player.wire.LIMIT", 0.5)
    await windowed.open(media)
    assert windowed.pid is not None
    await freeze(windowed.pid, seen)
    await windowed.stop()
    assert (seen.last.state, seen.last.reason) == ("closed", "")


@pytest.mark.parametrize("named", ["", ":7099"])
@pytest.mark.parametrize("sound", [True, False])
async def test_without_a_display_the_clip_fails_plainly_and_is_not_blamed(
    windowed: WindowedPlayer,
    media: Media,
    film: Path,
    tmp_path: Path,
    seen: Any,
    monkeypatch: pytest.MonkeyPatch,
    named: str,
    *,
    sound: bool,
) -> None:
    monkeypatch.setenv("DISPLAY", named)
    if not sound:
        silent = tmp_path / "silent.mp4"
        command = f"ffmpeg -v error -i {film} -c copy -an {silent}"
        await asyncio.to_thread(subprocess.run, command.split(), check=True)
        media = msgspec.structs.replace(media, path=silent)
    await windowed.open(media)
    assert seen.last.state == "failed"
    assert seen.last.reason.endswith("Press r to read it together.")
    assert "recording" not in seen.last.reason


async def test_without_the_program_the_clip_fails_plainly(
    windowed: WindowedPlayer, media: Media, seen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setenv("PATH", "/nowhere")
    await windowed.open(media)
    assert seen.last.state == "failed"
    assert seen.last.reason.startswith("The player does not start")


async def test_a_file_removed_while_it_plays_does_no_harm(
    windowed: WindowedPlayer, media: Media, film: Path, tmp_path: Path, seen: Any
) -> None:
    copy = Path(shutil.copy(film, tmp_path / "copy.mp4"))
    await windowed.open(msgspec.structs.replace(media, path=copy), start=3.0)
    await asyncio.to_thread(copy.unlink)
    await seen.until(lambda now: now.over)
    await windowed.open(media)
    assert (seen.last.reason, seen.last.state) == ("", "playing")


async def test_stopped_or_hidden_while_it_opens_nothing_comes_up_later(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    for ending in (windowed.stop, windowed.hide):
        opening = asyncio.create_task(windowed.open(media))
        await seen.state("opening")
        await ending()
        await opening
        assert seen.last.state == "closed"
        assert display.is_blank()
    assert seen.last.hidden


async def test_opening_again_and_again_ends_with_the_last_clip_playing(
    windowed: WindowedPlayer, media: Media, seen: Any
) -> None:
    clips = [msgspec.structs.replace(media, clip=f"clip-f0{n}") for n in range(1, 5)]
    await asyncio.gather(*(windowed.open(clip) for clip in clips))
    assert (seen.last.clip, seen.last.state) == ("clip-f04", "playing")
    assert not [now for now in seen.all if now.state == "failed"]


async def test_play_pressed_while_a_stop_is_on_its_way_still_plays(
    windowed: WindowedPlayer, media: Media, seen: Any
) -> None:
    for _ in range(3):
        await windowed.open(media)
        await seen.until(lambda now: now.at > 0.1)
        stopping = asyncio.create_task(windowed.stop())
        await seen.state("closed")
        await windowed.play()
        assert (seen.last.reason, seen.last.state) == ("", "playing")
        await stopping


async def test_many_clips_in_a_row_leave_nothing_behind(
    windowed: WindowedPlayer, media: Media, seen: Any
) -> None:
    """Fifty where SRT_LONG is set. A process that was replaced on the way must be gone."""
    used = dict[int, list[tuple[int, int]]]()
    for number in range(50 if os.environ.get("SRT_LONG") else 4):
        await windowed.open(msgspec.structs.replace(media, clip=f"clip-{number}"))
        await seen.until(lambda now: now.at > 0.1)
        assert windowed.pid is not None
        now = windowed.pid
        used.setdefault(now, []).append(held(now))
    (files, _), *_ = used[now]
    assert used[now][-1][0] <= files + 6
    assert not [pid for pid in used if pid != now and there(pid)]
    sizes = [size for _, size in used[now]]
    half = len(sizes) // 2
    assert half < 10 or max(sizes[half:]) < 1.25 * max(sizes[:half])


def there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def held(pid: int) -> tuple[int, int]:
    """Open files and kilobytes of memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    size = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return len(list(Path(f"/proc/{pid}/fd").iterdir())), int(size.split()[1])


SESSION = """
    import asyncio, sys
    from pathlib import Path
    from srt_tui.domain.playback import Story
    from srt_tui.player.base import Media
    from srt_tui.player.{module} import {name}
    from srt_tui.player.windowed import WindowedPlayer

    async def main():
        player = WindowedPlayer({name}(), lambda now: None)
        story = Story(cues=(), scenes=(), length=4.0)
        await player.open(Media(clip="clip-f01", story=story, path=Path(sys.argv[1])))
        print(player.showing.state, player.pid, flush=True)
        await asyncio.sleep(1 if len(sys.argv) > 2 else 60)
        await player.close()

    asyncio.run(main())
"""


def session(player: WindowedPlayer) -> str:
    return textwrap.dedent(SESSION).format(module=player.name, name=f"{player.name.title()}Engine")


async def test_when_we_are_killed_no_player_plays_on(
    windowed: WindowedPlayer, film: Path, seen: Any, display: Any
) -> None:
    ours = await asyncio.create_subprocess_exec(
        sys.executable, "-c", session(windowed), str(film), stdout=asyncio.subprocess.PIPE
    )
    assert ours.stdout is not None
    said, pid = (await ours.stdout.readline()).decode().split()
    assert said == "playing"
    command = command_line(pid)
    assert film.name not in command
    assert str(film.parent) not in command
    ours.kill()
    await ours.wait()
    await seen.wait(lambda: not Path(f"/proc/{pid}").exists() or zombie(pid))
    await seen.wait(display.is_blank)


def command_line(pid: str) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")


def zombie(pid: str) -> bool:
    return state(int(pid)) == "Z"


def state(pid: int) -> str:
    """One letter: R running, S sleeping, T stopped, Z gone but not yet fetched."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0]


async def freeze(pid: int, seen: Any) -> None:
    """A process that does nothing any more, as one that hangs."""
    os.kill(pid, signal.SIGSTOP)
    await seen.wait(lambda: state(pid) == "T")


async def test_not_one_byte_of_a_player_reaches_the_terminal(
    windowed: WindowedPlayer, film: Path
) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", session(windowed), str(film), "short"]

    def run() -> None:
        subprocess.run(command, stdin=theirs, stdout=theirs, stderr=theirs, check=True, timeout=20)

    await asyncio.to_thread(run)
    said = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)
    assert said.startswith("playing ")
    assert said.count("\n") == 1
