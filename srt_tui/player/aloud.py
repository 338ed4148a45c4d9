"""A page read aloud by a voice that this machine has. Nothing is sent anywhere.

What is read goes to the voice on its standard input: process lists show arguments to everybody.
"""

import asyncio
import contextlib
import platform
import shutil
from collections.abc import Callable
from typing import Protocol

from srt_tui.domain.content import Frozen

_SPEAK = (
    "Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)


class Voice(Frozen, frozen=True, kw_only=True):
    """A program that reads out its input; `hush` stops one that speaks through a service."""

    name: str
    command: tuple[str, ...]
    hush: tuple[str, ...] = ()


class Reader(Protocol):
    """What reads a page aloud."""

    @property
    def name(self) -> str:
        """Whose voice it is; empty when there is none."""

    @property
    def speaking(self) -> bool:
        """Whether something is being read."""

    async def say(self, text: str) -> None:
        """Read this, instead of what was being read."""

    async def stop(self) -> None:
        """Be quiet, at once. May be called twice."""


_VOICES = (
    Voice(name="espeak-ng", command=("espeak-ng", "--stdin", "-v", "en-gb", "-s", "145")),
    Voice(name="spd-say", command=("spd-say", "-e", "-w"), hush=("spd-say", "-C")),
)
_OF_SYSTEM = {
    "Darwin": Voice(name="say", command=("say", "-f", "-")),
    "Windows": Voice(name="Windows", command=("powershell", "-NoProfile", "-Command", _SPEAK)),
}


def voice(
    which: Callable[[str], str | None] = shutil.which, system: str = platform.system()
) -> Voice | None:
    """The voice of this machine, or None."""
    own = _OF_SYSTEM.get(system)
    there = (each for each in (own, *_VOICES) if each and which(each.command[0]))
    return next(there, None)


class SpokenAloud:
    """See `Reader`; without a voice nothing is heard."""

    def __init__(self, voice: Voice | None) -> None:
        self._voice = voice
        self._process: asyncio.subprocess.Process | None = None

    @property
    def name(self) -> str:
        """See `Reader`."""
        return self._voice.name if self._voice else ""

    @property
    def speaking(self) -> bool:
        """See `Reader`."""
        return self._process is not None and self._process.returncode is None

    async def say(self, text: str) -> None:
        """See `Reader`. A voice that cannot be started says nothing."""
        await self.stop()
        if self._voice is None:
            return
        quiet = asyncio.subprocess.DEVNULL
        with contextlib.suppress(OSError):
            self._process = process = await asyncio.create_subprocess_exec(
                *self._voice.command, stdin=asyncio.subprocess.PIPE, stdout=quiet, stderr=quiet
            )
            if process.stdin:
                process.stdin.write(text.encode())
                process.stdin.close()

    async def done(self) -> None:
        """Wait until all of it was read."""
        if self._process:
            await self._process.wait()

    async def stop(self) -> None:
        """See `Reader`."""
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if self._voice and self._voice.hush:
            with contextlib.suppress(OSError):
                hush = await asyncio.create_subprocess_exec(*self._voice.hush)
                await hush.wait()
