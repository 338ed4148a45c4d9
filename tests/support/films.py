"""A film without ffmpeg: its boxes are whole, and nothing can be seen in it."""

import struct
from pathlib import Path

SCALE = 1000


def box(kind: bytes, body: bytes) -> bytes:
    """One box of an MP4 file (ISO 14496-12)."""
    return struct.pack(">I4s", len(body) + 8, kind) + body


def header(version: int, scale: int, ticks: int) -> bytes:
    """The body of a film's header box, of either version."""
    dates = bytes(16 if version else 8)
    return (
        bytes([version, 0, 0, 0]) + dates + struct.pack(">IQ" if version else ">II", scale, ticks)
    )


def write_film(path: Path, seconds: float) -> None:
    """A film that says it is so long, with 10 kB where the pictures would be."""
    moov = box(b"moov", box(b"mvhd", header(0, SCALE, round(seconds * SCALE))))
    path.write_bytes(moov + box(b"mdat", bytes(10_000)))
