"""Read aloud by a real voice, into a file where it is to be looked at."""

import asyncio
import contextlib
import sys
import wave
from pathlib import Path

import pytest

from srt_tui.player.aloud import SpokenAloud, Voice, voice
from tests.support.parts import needed

WORDS = "What were his signs before he stepped out?"
SLEEPER = Voice(
    name="slow",
    command=(sys.executable, "-c", "import sys, time; sys.stdin.read(); time.sleep(60)"),
)


def process_list() -> list[bytes]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            found.append(path.read_bytes())
    return found


async def test_a_real_voice_reads_what_it_is_given(tmp_path: Path) -> None:
    needed("espeak-ng")
    found = voice(which=lambda name: name if name == "espeak-ng" else None, system="Linux")
    assert found is not None
    sound = tmp_path / "said.wav"
    into_file = Voice(name=found.name, command=(*found.command, "-w", str(sound)))
    reader = SpokenAloud(into_file)
    await reader.say(WORDS)
    async with asyncio.timeout(20):
        await reader.done()
    with wave.open(str(sound)) as file:
        assert file.getnframes() / file.getframerate() > 1


async def test_what_is_read_is_in_no_process_list() -> None:
    reader = SpokenAloud(SLEEPER)
    await reader.say(WORDS)
    assert reader.speaking
    listed = process_list()
    assert any(b"sys.stdin.read()" in line for line in listed)
    assert not any(b"stepped out" in line for line in listed)
    await reader.stop()


async def test_it_is_quiet_at_once_and_can_be_asked_twice() -> None:
    reader = SpokenAloud(SLEEPER)
    await reader.say(WORDS)
    await reader.say(WORDS)
    async with asyncio.timeout(5):
        await reader.stop()
    await reader.stop()
    assert not reader.speaking


async def test_a_voice_that_speaks_through_a_service_is_told_to_stop(tmp_path: Path) -> None:
    told = tmp_path / "told"
    hush = (sys.executable, "-c", f"open({str(told)!r}, 'w')")
    reader = SpokenAloud(Voice(name="slow", command=SLEEPER.command, hush=hush))
    await reader.say(WORDS)
    await reader.stop()
    assert told.exists()


async def test_without_a_voice_or_with_one_that_does_not_start_nothing_is_heard() -> None:
    for each in (None, Voice(name="gone", command=("/no/such/voice",))):
        reader = SpokenAloud(each)
        await reader.say(WORDS)
        await reader.done()
        assert not reader.speaking
    assert SpokenAloud(None).name == ""


@pytest.mark.parametrize(
    ("system", "there", "name"),
    [
        ("Darwin", ("say", "espeak-ng"), "say"),
        ("Windows", ("powershell",), "Windows"),
        ("Linux", ("spd-say",), "spd-say"),
        ("Linux", (), ""),
    ],
)
def test_each_system_has_its_own_voice(system: str, there: tuple[str, ...], name: str) -> None:
    found = voice(which=lambda program: program if program in there else None, system=system)
    assert (found.name if found else "") == name
