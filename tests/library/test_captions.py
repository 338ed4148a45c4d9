"""Captions that do not read as they should are told to whoever made them."""

from pathlib import Path

import pytest

from srt_tui.library import check

GOOD = b"WEBVTT\n\n00:01.000 --> 00:03.000\nHe shuts the door at caf\xc3\xa9 40.\n"


def found(root: Path, words: bytes) -> list[tuple[str, int, str]]:
    """Rule, line and severity of what is said about these captions."""
    file = root / "content" / "steady-ground" / "clips" / "clip-f04" / "captions.vtt"
    file.write_bytes(words)
    report = check(file.parents[2], root / "sessions")
    name = "clips/clip-f04/captions.vtt"
    return [(each.rule, each.line, each.severity) for each in report.findings if each.file == name]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (GOOD, []),
        (GOOD.decode().encode("utf-16"), []),
        (GOOD.replace(b"\n", b"\r\n"), []),
        (GOOD.decode().encode("cp1252"), [("not-utf-8", 1, "warning")]),
        (GOOD[:-6], [("not-utf-8", 1, "warning")]),
        (GOOD.replace(b"shuts ", b"shuts\n\n"), [("captions-form", 6, "warning")]),
        (GOOD.replace(b" 00:03.000", b""),
         [("captions-empty", 1, "error"), ("captions-unread", 3, "error")]),
        (GOOD + b"\n00:09.000 --> 00:04.000\nShe waits.\n", [("captions-unread", 6, "error")]),
        (b"WEBVTT\n", [("captions-empty", 1, "error")]),
    ],
)  # fmt: skip
def test_what_is_wrong_in_captions_is_a_finding_with_its_line(
    root: Path, words: bytes, said: list[tuple[str, int, str]]
) -> None:
    assert found(root, words) == said


def test_captions_that_cannot_be_opened_are_one_finding(root: Path) -> None:
    file = root / "content" / "steady-ground" / "clips" / "clip-f04" / "captions.vtt"
    file.mkdir()
    report = check(file.parents[2], root / "sessions")
    file.rmdir()
    assert [each.rule for each in report.findings if each.file.endswith(file.name)] == [
        "file-unreadable"
    ]
