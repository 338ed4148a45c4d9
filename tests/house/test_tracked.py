"""No tracked file names a package registry, or a folder of one person's machine."""

import re
from collections.abc import Iterator

import pytest

from tests.support.tracked import ROOT, tracked

REGISTRY = re.compile(
    r"https?://[^\s)\"'>]*(?:p[y]pi|python[h]osted|n[p]mjs|deb[i]an\.org|regis[t]ry|mir[r]or)",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.~])/(?:work|farm|root|opt|home|Users)/[A-Za-z]")


def faults(text: str) -> Iterator[str]:
    """Each line that must not be published."""
    for number, line in enumerate(text.splitlines(), 1):
        if REGISTRY.search(line):
            yield f"line {number} names a registry"
        if MACHINE.search(line):
            yield f"line {number} names a folder of one machine"


def test_no_tracked_file_names_a_registry_or_a_machine() -> None:
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {fault}" for fault in faults(text)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://py|pi.org/simple",
        'base = "https://files.python|hosted.org/x"',
        "see http://regis|try.example/x",
        "cd /wo|rk/main",
        'open("/ho|me/ann/notes")',
    ],
)
def test_a_planted_line_is_found(line: str) -> None:
    planted = line.replace("|", "")
    assert len(list(faults(f"first\n{planted}\n"))) == 1


def test_a_folder_of_the_project_is_not_a_machine() -> None:
    assert list(faults("docs/home/page.md and ./work/x and ~/home/x")) == []
