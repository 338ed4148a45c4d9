"""Speech as samples: mono, 16 bit, 24,000 a second. Standard library only."""

import math
import sys
import wave
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from srt_tui.domain.content import Frozen

RATE = 24_000
SPEECH_LEVEL = 0.1
_FULL = 32_767
_FRAME = RATE // 100
_QUIET = 0.06
_SHORTEST_REST = 0.12
_EDGE = 0.03

Samples: TypeAlias = "array[int]"


class Rest(Frozen, frozen=True, kw_only=True):
    """A silence inside speech, in seconds from its start."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Seconds of silence."""
        return self.end - self.start


def seconds(samples: Samples) -> float:
    """How long these samples sound."""
    return len(samples) / RATE


def silence(length: float) -> Samples:
    """Nothing, for `length` seconds."""
    return array("h", bytes(2 * max(0, round(length * RATE))))


def joined(parts: Iterable[Samples]) -> Samples:
    """One after the other."""
    whole = array("h")
    for part in parts:
        whole.extend(part)
    return whole


def trimmed(samples: Samples) -> Samples:
    """Without the silence at both ends, save 30 ms."""
    loud = [n for n, quiet in enumerate(_quiet(samples)) if not quiet]
    if not loud:
        return array("h")
    edge = round(_EDGE * RATE)
    return samples[max(0, loud[0] * _FRAME - edge) : (loud[-1] + 1) * _FRAME + edge]


def levelled(samples: Samples) -> Samples:
    """Brought to the common speech level (RMS of what is not silence), never clipped."""
    quiet = _quiet(samples)
    power = [_power(samples, n) for n, still in enumerate(quiet) if not still]
    if not power:
        return samples
    gain = SPEECH_LEVEL * _FULL / math.sqrt(sum(power) / len(power))
    gain = min(gain, _FULL / max(map(abs, samples)))
    return array("h", (round(sample * gain) for sample in samples))


def rests(samples: Samples) -> tuple[Rest, ...]:
    """Every silence of 0.12 s or more between the first and the last sound."""
    found, begun = list[Rest](), None
    for n, quiet in enumerate([*_quiet(samples), False]):
        if quiet and begun is None:
            begun = n
        elif not quiet and begun is not None:
            found.append(Rest(start=begun * _FRAME / RATE, end=n * _FRAME / RATE))
            begun = None
    length = seconds(samples)
    return tuple(
        rest
        for rest in found
        if rest.length >= _SHORTEST_REST and rest.start > 0 and rest.end < length - _EDGE
    )


def onsets(samples: Samples) -> tuple[float, ...]:
    """When sound begins, first and after each rest, in seconds."""
    first = next((n for n, quiet in enumerate(_quiet(samples)) if not quiet), None)
    if first is None:
        return ()
    return (first * _FRAME / RATE, *(rest.end for rest in rests(samples)))


def beginnings(samples: Samples, after: float) -> tuple[float, ...]:
    """When speech begins, first and after each silence of at least `after` seconds."""
    begun = onsets(samples)[:1]
    return (*begun, *(rest.end for rest in rests(samples) if rest.length >= after))


def write_wav(path: Path, samples: Samples) -> None:
    """Write the samples as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(_swapped(samples).tobytes())


def _quiet(samples: Samples) -> list[bool]:
    """Whether each hundredth of a second is far below the loud parts."""
    powers = [_power(samples, n) for n in range(len(samples) // _FRAME)]
    if not powers:
        return []
    loud = sorted(powers)[int(0.9 * (len(powers) - 1))]
    return [power <= loud * _QUIET**2 for power in powers]


def _power(samples: Samples, frame: int) -> float:
    part = samples[frame * _FRAME : (frame + 1) * _FRAME]
    return sum(sample * sample for sample in part) / _FRAME


def _swapped(samples: Samples) -> Samples:
    """WAV is little-endian everywhere."""
    if sys.byteorder == "big":  # pragma: no cover - no such machine in CI
        samples = samples[:]
        samples.byteswap()
    return samples
