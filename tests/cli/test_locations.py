"""Where things live."""

from pathlib import Path

import pytest

from srt_tui.locations import locate


def test_srt_home_moves_everything_but_what_comes_with_the_program(tmp_path: Path) -> None:
    places = locate({"SRT_HOME": str(tmp_path)})
    moved = (places.store, places.settings, places.own_plans, places.sound, places.log)
    assert all(place.is_relative_to(tmp_path) for place in moved)
    assert len(set(moved)) == len(moved)
    assert not places.shipped_pack.is_relative_to(tmp_path)


def test_without_it_the_system_says_where_private_data_goes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    places = locate({})
    assert places.store == home / "share" / "srt_tui" / "store"


def test_a_checkout_uses_the_folders_beside_the_package() -> None:
    places = locate()
    assert (places.shipped_pack / "pack.toml").is_file()
    assert (places.templates / "plan-first.md").is_file()


def test_an_installed_package_has_them_inside(tmp_path: Path) -> None:
    (tmp_path / "_shipped").mkdir()
    places = locate(package=tmp_path)
    assert places.shipped_pack == tmp_path / "_shipped/content/steady-ground"
    assert places.templates == tmp_path / "_shipped/sessions"


def test_looking_makes_nothing(home: Path) -> None:
    locate()
    assert list(home.iterdir()) == []
