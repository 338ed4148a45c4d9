"""Files that people give: however an editor saved them, each command reads the same words."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from srt_tui.cli import keep, services
from srt_tui.cli.main import main
from srt_tui.domain.errors import SrtError
from srt_tui.library.drafts import NEW, StoryDraft, read_draft
from srt_tui.library.finding import Notebook
from srt_tui.library.lines import read_lines
from srt_tui.settings import SettingsError, load

SAVED: dict[str, Callable[[str], bytes]] = {
    "as it should be": str.encode,
    "with a byte order mark": lambda text: text.encode("utf-8-sig"),
    "with Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "with old line ends": lambda text: text.replace("\n", "\r").encode(),
    "as UTF-16": lambda text: text.encode("utf-16"),
    "as UTF-16 the other way": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "as UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "in Windows letters": lambda text: text.encode("cp1252"),
    "with a mark and Windows line ends": lambda text: text.replace("\n", "\r\n").encode(
        "utf-8-sig"
    ),
    "as UTF-16 with Windows line ends": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
}
every_way = pytest.mark.parametrize("save", SAVED.values(), ids=SAVED)


@every_way
def test_a_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Callable[[str], bytes]
) -> None:
    file = tmp_path / "passphrase"
    file.touch(0o600)
    file.write_bytes(save("fünf plain words hère\n"))
    monkeypatch.setenv(services.PASSPHRASE_FILE, str(file))
    assert services.passphrase() == "fünf plain words hère"


@every_way
def test_settings(tmp_path: Path, save: Callable[[str], bytes]) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(save('theme = "cream"\n[contacts]\n"Büro" = "ext. 42"\n'))
    assert (load(file).theme, load(file).contacts) == ("cream", {"Büro": "ext. 42"})


@every_way
def test_a_case_file(records: Path, tmp_path: Path, save: Callable[[str], bytes]) -> None:
    said = {"kind": "words", "at": "2026-11-20T10:00:00+00:00", "seq": 1, "voice": "his"}
    person = {"reference": "ZA-01", "last": 1, "entries": [{**said, "text": "né"}]}
    case = {"format": "srt-case", "version": 1, "people": [person]}
    file = tmp_path / "case.json"
    file.write_bytes(save(json.dumps(case, ensure_ascii=False, indent=1)))
    assert records.is_dir()
    assert main(["import", str(file)]) == 0
    with services.opened(write=False) as workspace:
        assert "né" in str(workspace.person("ZA-01").entries())


@every_way
def test_a_draft_of_reflections(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], save: Callable[[str], bytes]
) -> None:
    file = tmp_path / "draft.csv"
    file.write_bytes(save("keep,exercise,asked,text\nyes,f04,Where?,né\n,f04,Where?,not this\n"))
    assert main(["reflections", "release", str(file)]) == 0
    assert capsys.readouterr().out == "exercise,asked,text\nf04,Where?,né\n"


@every_way
def test_a_story(tmp_path: Path, save: Callable[[str], bytes]) -> None:
    file = tmp_path / "story.md"
    file.write_bytes(save(NEW.replace("Joe", "Zoë").replace("JOE", "ZOE")))
    found = read_draft(file, {})
    assert isinstance(found, StoryDraft)
    assert found.clip.lead == "Zoë"


@every_way
def test_a_file_of_a_pack(tmp_path: Path, save: Callable[[str], bytes]) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(save("# Café\n\nOne line.\n"))
    book = Notebook()
    rows = read_lines(file, "page.md", book)
    assert [row.text for row in rows] == ["# Café", "", "One line.", ""]
    assert all(found.severity != "error" for found in book.findings)


def test_a_file_that_was_cut_is_said_to_be_cut(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert records.is_dir()
    case = tmp_path / "case.json"
    case.write_text('{"format": "srt-case", "version": 1, "people": [{"reference": "Z')
    assert main(["import", str(case)]) == 2
    assert "it was cut short. Nothing was imported." in capsys.readouterr().err
    story = tmp_path / "story.md"
    story.write_bytes(("né " + NEW + "é").encode()[:-1])
    assert main(["clips", "preview", str(story)]) != 0
    assert "ends in the middle of a letter" in capsys.readouterr().err
    settings = tmp_path / "settings.toml"
    settings.write_text('theme = "cream"\n[contacts')
    with pytest.raises(SettingsError, match="ends in the middle of a setting"):
        load(settings)
    page = tmp_path / "page.md"
    page.write_bytes("né à".encode()[:-1])
    book = Notebook()
    read_lines(page, "page.md", book)
    assert [found.rule for found in book.findings] == ["file-cut"]


def test_what_is_no_text_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "picture"
    file.touch(0o600)
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    monkeypatch.setenv(services.PASSPHRASE_FILE, str(file))
    with pytest.raises(SrtError, match="hold one line of text"):
        services.passphrase()
    assert main(["reflections", "release", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    with pytest.raises(SettingsError, match="could not be read"):
        load(file)
    book = Notebook()
    read_lines(file, "picture", book)
    assert {found.rule for found in book.findings} >= {"not-utf-8"}


@pytest.mark.parametrize(
    "text", ["idle_minutes = " + "9" * 5_000, "x = " + "[" * 5_000, "keep_days = 1" + "0" * 60]
)
def test_a_setting_beyond_reason_is_one_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError) as raised:
        load(file)
    assert len(str(raised.value)) < 200


def test_the_users_own_folder_is_known_by_its_sign(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.is_dir()
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "secret").touch(0o600)
    (tmp_path / "secret").write_text("four plain words here")
    monkeypatch.setenv(services.PASSPHRASE_FILE, "~/secret")
    assert services.passphrase() == "four plain words here"
    (tmp_path / "draft.csv").write_text("keep,exercise,asked,text\nyes,f04,Where?,no\n")
    assert main(["reflections", "release", "~/draft.csv"]) == 0
    assert main(["reflections", "release", "~nobody-at-all/draft.csv"]) == 1
    assert "could not be read" in capsys.readouterr().err


def test_a_file_larger_than_any_case_file_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    file.touch()
    os.truncate(file, keep.MOST + 1)
    assert main(["import", str(file)]) == 2
    assert capsys.readouterr().err.startswith("That file is larger than a case file can be.")
    assert main(["import", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("That file could not be read.")
    monkeypatch.setattr(keep, "MOST", 1_000)
    assert main(["import", "/dev/zero"]) == 2
    assert capsys.readouterr().err.startswith("That file is larger than a case file can be.")
