"""No command prints a sign that a terminal would obey, whatever a case file or a pack holds."""

import json
import shutil
from pathlib import Path

import pytest

from srt_tui.cli import services
from srt_tui.cli.main import main
from srt_tui.domain.entry import Words
from srt_tui.letters import clean
from srt_tui.locations import locate

SPIKE = (
    "sp\x1b[31mike\x1b]0;owned\x07 \x9b2J \x00 \x7f \u202eback\u202c \u2066in\u2069 \x85 \u2028end"
)
SAID = {"at": "2026-11-20T10:00:00+00:00", "session": 1}
ENTRIES: list[dict[str, object]] = [
    {"kind": "referred", "on": "2026-11-01", "session": 0},
    {"kind": "opened", "pack": "steady-ground", "pack_version": SPIKE, "format": "room",
     "minutes": 30, "reason": f"early, because {SPIKE}"},
    {"kind": "words", "voice": "his", "text": SPIKE, "exercise": "f04", "prompt": SPIKE},
    {"kind": "words", "voice": "mine", "text": SPIKE},
    {"kind": "answer", "exercise": "f04", "field": "f04.w1", "label": SPIKE, "picked": [SPIKE],
     "sorted": [[SPIKE, SPIKE]], "boxes": [[SPIKE, SPIKE]], "text": SPIKE},
    {"kind": "clip-shown", "clip": "clip-f04", "title": SPIKE, "form": "plain", "exercise": "f04"},
    {"kind": "prompt-used", "exercise": "f04", "number": 1, "rung": "self", "text": SPIKE},
    {"kind": "skipped", "what": "exercise", "id": "f05", "title": SPIKE},
    {"kind": "visit", "exercise": "f04", "title": SPIKE, "outcome": "done"},
    {"kind": "sign", "sign": "away-short", "title": SPIKE},
    {"kind": "repair", "move": "own", "title": SPIKE},
    {"kind": "note", "text": SPIKE, "supervision": True},
    {"kind": "step-set", "text": SPIKE, "sure": 7},
    {"kind": "check", "side": "mine", "marks": {"w1": 3}, "line": SPIKE},
    {"kind": "of-tomorrow", SPIKE: {SPIKE: [SPIKE]}},
    {"kind": "closed"},
]  # fmt: skip
COMMANDS = (
    ("brief", "ZA-01"),
    *(("brief", "ZA-01", "--form", form) for form in ("md", "html")),
    *(("note", "ZA-01", "--form", form) for form in ("text", "md", "html")),
    *(("history", "ZA-01", "--form", form) for form in ("text", "md", "html")),
    ("history", "ZA-01", "--json"),
    *(("supervision", "ZA-01", "--form", form) for form in ("text", "md", "html")),
    *(("access", "ZA-01", "--form", form) for form in ("text", "md", "html")),
    ("access", "ZA-01", "--json"),
    *(("export", "ZA-01", "--format", form) for form in ("json", "md", "html", "csv")),
    ("takehome", "ZA-01", "f04", "--words"),
    ("search", "ike"),
    ("search", "end"),
    ("reflections", "draft"),
    ("evaluate",),
    ("evaluate", "--json"),
    ("seen", "ZA-01"),
    ("verify",),
    ("takehome", "ZA-01", SPIKE),
    ("help", SPIKE),
    (SPIKE,),
)


def acting(text: str) -> list[str]:
    """Signs that are neither letters nor ends of lines."""
    return [sign for sign in text if not sign.isprintable() and sign not in "\n\t"]


@pytest.fixture
def spiked(records: Path, tmp_path: Path) -> Path:
    """The records with one man more, whose every word holds signs that act."""
    entries = [{**SAID, **entry, "seq": seq} for seq, entry in enumerate(ENTRIES, start=1)]
    person = {"reference": "ZA-01", "last": len(entries), "entries": entries}
    case = tmp_path / "case.json"
    case.write_text(json.dumps({"format": "srt-case", "version": 1, "people": [person]}))
    assert main(["import", str(case)]) == 0
    return records


def test_no_command_prints_a_sign_that_acts(
    spiked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert spiked.is_dir()
    capsys.readouterr()
    for words in COMMANDS:
        main(list(words))
        said = capsys.readouterr()
        assert not acting(said.out + said.err), words
        if words[0] in ("brief", "note", "history", "supervision", "access", "export", "search"):
            assert "ike" in said.out, words


def test_what_screens_are_given_of_it_is_clean(spiked: Path) -> None:
    assert spiked.is_dir()
    with services.opened(write=False) as workspace:
        said = [entry for entry in workspace.person("ZA-01").entries() if isinstance(entry, Words)]
        case = next(case for case in workspace.cases() if case.reference == "ZA-01")
    assert {each.text for each in said} == {clean(SPIKE)}
    assert said[0].prompt == clean(SPIKE)
    assert not acting("".join(case.brief))


def test_what_is_wrong_with_a_pack_is_told_without_signs_that_act(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.is_dir()
    places = locate()
    pack = tmp_path / "content" / "pack"
    shutil.copytree(places.shipped_pack, pack, ignore=shutil.ignore_patterns("*.mp4", "*.vtt"))
    (pack / "exercises" / "f04.md").write_text(f"---\ntitle: {SPIKE}\n{SPIKE}\n---\n## {SPIKE}\n")
    (pack / "exercises" / "f\x1b[31m4.md").write_text("x")
    about = (pack / "pack.toml").read_text(encoding="utf-8")
    (pack / "pack.toml").write_text(f'"a\\u001b[31m" = "\\u202e"\n{about}', encoding="utf-8")
    for form in ((), ("--json",)):
        assert main(["content", "check", str(tmp_path), *form]) == 1
        said = capsys.readouterr()
        assert not acting(said.out + said.err)
        assert "f04.md" in said.out
