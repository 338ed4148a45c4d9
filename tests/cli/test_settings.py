"""The settings file."""

from pathlib import Path

import pytest

from srt_tui.settings import Settings, SettingsError, described, load


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode())
    return path


def test_no_file_means_the_standard_settings(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == Settings()
    assert Settings().idle_minutes == 5


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '\ufefftheme = "cream"\r\nidle_minutes = 10\r\nplayer = "storyboard"\r\n'
        '[contacts]\r\n"Duty lead" = "ext. 42"\r\n',
    )
    assert load(path) == Settings(
        theme="cream", idle_minutes=10, player="storyboard", contacts={"Duty lead": "ext. 42"}
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "idle_minuts = 5",
            "settings.toml has no setting “idle_minuts”. Did you mean “idle_minutes”?",
        ),
        (
            "colour = 1",
            (
                "settings.toml has no setting “colour”. "
                "It may have: theme, idle_minutes, keep_days, player, stop_at_choice, "
                "reference_in_names, contacts."
            ),
        ),
        (
            "idle_minutes = 0",
            (
                "settings.toml: idle_minutes must be a whole number of minutes from 1 to 60. "
                "Correct it, or take the line out."
            ),
        ),
        (
            'idle_minutes = "5"',
            (
                "settings.toml: idle_minutes must be a whole number of minutes from 1 to 60. "
                "Correct it, or take the line out."
            ),
        ),
        (
            'theme = "pink"',
            (
                "settings.toml: theme must be dark, light, contrast or cream. "
                "Correct it, or take the line out."
            ),
        ),
        (
            '[contacts]\n"Duty lead" = 42',
            (
                "settings.toml: contacts must be a table of names and numbers for the safety page, "
                "all in quotes. Correct it, or take the line out."
            ),
        ),
    ],
)
def test_a_wrong_setting_names_the_file_the_setting_and_the_way_out(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        load(written(tmp_path, text))
    assert str(raised.value) == sentence


def test_a_file_that_is_not_toml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"settings\.toml is not valid TOML: .*line 2"):
        load(written(tmp_path, "idle_minutes = 5\ntheme = dark\n"))


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    with pytest.raises(SettingsError, match=r"settings\.toml could not be read"):
        load(path)


def test_every_setting_says_what_it_must_be() -> None:
    assert all(described().values())
    assert set(described()) == set(Settings.__struct_fields__)
