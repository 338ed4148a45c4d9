"""The file of the service's own plans: whole or as it was, private, and never written over."""

import stat
from pathlib import Path

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.domain.kept_plan import PlanAhead, PlanLine
from srt_tui.domain.own_plan import OwnPlan
from srt_tui.library import own_plans

LINES = (PlanLine(stage="talk", minutes=8, exercise="f05"),)
PLAN = OwnPlan(title="Short evening", plan=PlanAhead(lines=LINES, minutes=30))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "own-plans.json"


def test_what_is_written_is_read_again(file: Path) -> None:
    assert own_plans.read(file) == ()
    own_plans.write(file, (PLAN,))
    assert own_plans.read(file) == (PLAN,)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "damage", [b"", b"[", b"\xff\xfe", b'{"plans": [{"title": "x\\u001b"}], "format": 1}']
)
def test_a_damaged_file_is_set_aside_whole(file: Path, damage: bytes) -> None:
    for name in ("own-plans.damaged.json", "own-plans.damaged2.json"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(damage)
        with pytest.raises(SrtError, match=f"set aside as {name}"):
            own_plans.read(file)
        assert file.with_name(name).read_bytes() == damage
        assert own_plans.read(file) == ()


def test_a_file_that_cannot_be_read_stays_where_it_is(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(SrtError, match="could not be read"):
        own_plans.read(file)
    assert file.is_dir()


def test_a_disk_that_takes_nothing_leaves_what_was(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(SrtError, match="Not saved"):
        own_plans.write(file, (PLAN,))
    assert list(file.parent.iterdir()) == [file]


def test_a_damaged_file_that_cannot_be_moved_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> Path:
        raise PermissionError

    file.parent.mkdir()
    file.write_bytes(b"[")
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(SrtError, match="could not be read"):
        own_plans.read(file)
    assert file.read_bytes() == b"["
