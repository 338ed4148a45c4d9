"""K4: real power cuts. A file system on a loop device is shut down under a store that is saving.

`FS_IOC_SHUTDOWN` without a flush drops everything that has not reached the device, as a cut does.
Root only; mounted `noauto_da_alloc`, so that ext4 does not make up for a missing sync.
"""

import fcntl
import os
import random
import struct
import subprocess
import sys
from pathlib import Path

from tests.faults.engines import read, text
from tests.faults.kit import Report

SHUTDOWN = 0x8004587D  # FS_IOC_SHUTDOWN, linux/fs.h
NO_FLUSH = 2  # FS_SHUTDOWN_FLAGS_NOLOGFLUSH
WORKER = Path(__file__).with_name("engine_worker.py")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def cut(place: Path, image: Path, name: str, saves: int) -> int:
    """Save, cut the power after so many acknowledgements, mount again; how many were heard."""
    command = [sys.executable, "-B", str(WORKER), name, str(place / "store"), "100000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
        assert worker.stdout
        heard = sum(worker.stdout.readline() == b"ack\n" for _ in range(saves))
        descriptor = os.open(place, os.O_RDONLY)
        fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", NO_FLUSH))
        os.close(descriptor)
        worker.stdout.read()  # whatever it says now, it says without power
        worker.wait()
    _run("umount", str(place))
    _run("mount", "-o", "loop,noauto_da_alloc", str(image), str(place))
    return heard


def campaign(root: Path, name: str, cuts: int) -> Report:
    """So many power cuts of one growing store."""
    chance = random.Random(4)  # noqa: S311 - repeatable
    image, place = root / "disk", root / "mounted"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(48 << 20)
    _run("mkfs.ext4", "-q", str(image))
    _run("mount", "-o", "loop,noauto_da_alloc", str(image), str(place))
    report = Report()
    try:
        known = 0
        for number in range(cuts):
            known += cut(place, image, name, chance.randrange(1, 40))
            report.trials += 1
            found = read(name, place / "store")
            if isinstance(found, str):
                report.unreadable.append(f"cut {number}: {found}")
                _run("rm", "-rf", str(place / "store"))
                known = 0
                continue
            expected = [text(at) for at in range(len(found.texts))]
            if found.texts != expected or len(expected) < known:
                report.lost.append(f"cut {number}: {len(expected)} of {known}")
            known = len(expected)
    finally:
        _run("umount", str(place))
    return report
