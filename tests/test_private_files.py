"""Private files: whole or not there, for their owner alone, never over what is not ours."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from srt_tui import private_files

Write = Callable[[Path, bytes], None]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
@pytest.mark.parametrize("write", [private_files.create, private_files.replace])
def test_what_is_written_is_its_owners_alone(tmp_path: Path, write: Write, umask: int) -> None:
    before = os.umask(umask)
    try:
        private_files.make_folder(tmp_path / "a" / "b")
        write(tmp_path / "a" / "b" / "file", b"data")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == 0o700
    assert mode(tmp_path / "a" / "b" / "file") == 0o600
    assert (tmp_path / "a" / "b" / "file").read_bytes() == b"data"


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    private_files.make_folder(tmp_path)
    assert mode(tmp_path) == 0o755
    private_files.make_private(tmp_path)
    assert mode(tmp_path) == 0o700


def test_a_new_file_is_never_written_over_another_or_through_a_link(tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.write_bytes(b"kept")
    link.symlink_to(tmp_path / "elsewhere")
    for path in (there, link):
        with pytest.raises(FileExistsError):
            private_files.create(path, b"new")
    assert there.read_bytes() == b"kept"
    assert not (tmp_path / "elsewhere").exists()


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("write", [private_files.create, private_files.replace])
@pytest.mark.parametrize("fails", ["write_at", "sync"])
def test_what_cannot_be_written_whole_leaves_nothing(
    folder: Path, write: Write, fails: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "planted")

    monkeypatch.setattr(private_files, fails, refuse)
    with pytest.raises(OSError, match="planted"):
        write(folder / "file", b"data")
    assert list(folder.iterdir()) == []


def test_two_processes_that_replace_one_file_at_once_leave_one_whole(folder: Path) -> None:
    path, size = folder / "file", 1 << 20
    children = []
    for letter in (b"a", b"b", b"c"):
        child = os.fork()
        if child == 0:
            for _ in range(5):
                private_files.replace(path, letter * size)
            os._exit(0)
        children.append(child)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)
    assert len(set(path.read_bytes())) == 1
    assert path.stat().st_size == size
    assert list(folder.iterdir()) == [path]
