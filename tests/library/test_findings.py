"""Each planted mistake gives one plain finding, with its file and line."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from srt_tui.library import Report, check

PACK = "content/steady-ground"
F03 = "exercises/f03.md"
CLIP = "clips/clip-f03/script.md"
LONG = (
    "One two three four five six seven eight nine ten one two three four five six seven eight nine"
)


class Plant(NamedTuple):
    """A mistake: in `file`, `old` becomes `new`. See `planted.toml` and its like.

    `also` are rules that the same mistake breaks besides.
    """

    rule: str
    file: str
    old: str
    new: str
    meant: str = ""
    line_of: str = ""
    severity: str = "error"
    also: tuple[str, ...] = ()


PLANTS = [
    Plant(**plant)
    for name in ("planted.toml", "planted_practice.toml")
    for plant in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["plant"]
]


def plant(root: Path, file: str, old: str, new: str) -> Path:
    path = root / PACK / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def checked(root: Path) -> Report:
    return check(root / PACK, root / "sessions")


def line_with(path: Path, words: str) -> int:
    """The line on which `words` stands (`^` the first, `$` the last, `…#2` the second such)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if words in {"^", "$"}:
        return 1 if words == "^" else len(lines)
    wanted, which = (words[:-2], int(words[-1])) if words[-2:-1] == "#" else (words, 1)
    return [n for n, line in enumerate(lines, 1) if wanted in line][which - 1]


@pytest.mark.parametrize("mistake", PLANTS, ids=lambda p: f"{p.rule} in {p.file}")
def test_a_planted_mistake_gives_one_finding_with_file_and_line(root: Path, mistake: Plant) -> None:
    path = plant(root, mistake.file, mistake.old, mistake.new)
    line = line_with(path, mistake.line_of or mistake.new.split("\n")[0])
    findings = checked(root).findings
    assert sorted(mistake.also) == sorted(f.rule for f in findings if f.rule in mistake.also)
    [found] = [found for found in findings if found.rule not in mistake.also]
    assert (found.rule, found.line, found.severity) == (mistake.rule, line, mistake.severity)
    assert found.file == mistake.file.removeprefix("../../")
    assert mistake.meant == found.meant
    assert found.what.endswith(".")


def only(root: Path) -> tuple[str, str, int, str]:
    """The one finding of the pack, as rule, file, line and severity."""
    [found] = checked(root).findings
    return found.rule, found.file, found.line, found.severity


def test_the_pack_as_shipped_has_no_findings(root: Path) -> None:
    assert checked(root).findings == ()


def test_prompts_out_of_order_are_one_finding_at_the_second_of_them(root: Path) -> None:
    path = plant(root, F03, "4. `self`", "4. `other`")
    plant(root, F03, "5. `other`", "5. `self`")
    line = line_with(path, "5. `self`")
    assert only(root) == ("prompt-order", F03, line, "error")


def test_three_prompts_are_too_few(root: Path) -> None:
    path = root / PACK / F03
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if line[:2] not in {"1.", "3.", "5."}))
    line = line_with(path, "## Prompts")
    assert only(root) == ("prompt-count", F03, line, "error")


def test_two_fields_are_too_few(root: Path) -> None:
    path = plant(root, F03, "- `f03.w1` chain: A moment of mine, as it went\n", "")
    plant(root, F03, "- `f03.w2` chain: The same moment, with one link changed\n", "")
    line = line_with(path, "## Worksheet")
    assert only(root) == ("field-count", F03, line, "error")


@pytest.mark.parametrize(("words", "broken"), [(40, False), (41, True)])
def test_a_card_has_forty_words_at_most(root: Path, words: int, broken: bool) -> None:  # noqa: FBT001 - a table of cases
    path = root / PACK / F03
    head, rest = path.read_text().split("## Card\n\n")
    card = ". ".join(["calm"] * words)
    path.write_text(head + "## Card\n\n" + card + "\n" + rest[rest.index("\n## ") :])
    rules = [finding.rule for finding in checked(root).findings]
    assert rules == (["card-length"] if broken else [])


@pytest.mark.parametrize(
    ("words", "broken"), [(149, True), (150, False), (200, False), (201, True)]
)
def test_a_script_has_150_to_200_spoken_words(root: Path, words: int, broken: bool) -> None:  # noqa: FBT001 - a table of cases
    path = root / PACK / CLIP
    scene = "\n## Scene {0}\n\nPicture: A door.\nOn screen: {0}\n\n> NARRATOR: {1}\n"
    spoken = [
        ". ".join(["calm"] * 60),
        ". ".join(["calm"] * 60),
        ". ".join(["calm"] * (words - 120)),
    ]
    head = path.read_text().split("\n## Scene 1")[0]
    path.write_text(head + "".join(scene.format(n, text) for n, text in enumerate(spoken, 1)))
    rules = [finding.rule for finding in checked(root).findings]
    assert rules == (["spoken-words"] if broken else [])


def test_two_scenes_are_too_few(root: Path) -> None:
    path = root / PACK / CLIP
    text = path.read_text()
    scene = text[text.index("\n## Scene 3") :]
    second = "\n".join(line for line in scene.splitlines() if line.startswith(">"))
    short = text.replace(scene, "\n" + second + "\n")
    path.write_text(short)
    behind_the_second = len(short.rstrip().splitlines())
    assert only(root) == ("scene-count", CLIP, behind_the_second, "error")


def test_six_scenes_are_too_many_and_the_sixth_is_named(root: Path) -> None:
    path = root / PACK / CLIP
    scene = "\n## Scene {0}\n\nPicture: A door.\nOn screen: {0}\n\n> NARRATOR: {1}\n"
    head = path.read_text().split("\n## Scene 1")[0]
    spoken = ". ".join(["calm"] * 30)
    path.write_text(head + "".join(scene.format(n, spoken) for n in range(1, 7)))
    sixth = path.read_text().splitlines().index("## Scene 6") + 1
    assert only(root) == ("scene-count", CLIP, sixth, "error")


def test_a_sentence_of_twenty_words_passes(root: Path) -> None:
    plant(root, F03, "## Diary line\n\n", f"## Diary line\n\n{LONG} ten. ")
    assert checked(root).findings == ()


def test_a_byte_order_mark_is_forgiven_and_noted(root: Path) -> None:
    path = root / PACK / F03
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert only(root) == ("bom", F03, 1, "note")
    assert not checked(root).has_errors


def test_windows_line_ends_are_forgiven_and_noted(root: Path) -> None:
    path = root / PACK / "pack.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert only(root) == ("crlf", "pack.toml", 1, "note")


def test_a_file_that_is_not_utf_8_is_read_and_told(root: Path) -> None:
    path = plant(root, F03, "Often the thought", "Often é thought")
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    assert only(root) == ("not-utf-8", F03, line_with_bytes(path, b"Often"), "warning")


def line_with_bytes(path: Path, words: bytes) -> int:
    return next(n for n, line in enumerate(path.read_bytes().split(b"\n"), 1) if words in line)


def test_a_clip_without_its_script_is_one_finding(root: Path) -> None:
    (root / PACK / CLIP).unlink()
    assert only(root) == ("script-missing", CLIP, 1, "error")


def test_a_script_with_a_heading_that_is_no_scene_says_so(root: Path) -> None:
    path = plant(root, CLIP, "## Scene 1", "## Notes\n\n## Scene 1")
    assert only(root) == ("heading-unknown", CLIP, line_with(path, "## Notes"), "error")


def test_a_stage_without_its_file_is_one_finding(root: Path) -> None:
    (root / PACK / "stages/talk.md").unlink()
    assert only(root) == ("stage-missing", "stages/talk.md", 1, "error")


def test_a_stage_that_is_not_one_of_the_eight_is_one_finding(root: Path) -> None:
    (root / PACK / "stages/talks.md").write_text("---\ntitle: Talk\n---\n")
    assert only(root) == ("stage-unknown", "stages/talks.md", 1, "error")


def test_a_file_name_that_is_no_id_is_one_finding(root: Path) -> None:
    (root / PACK / "exercises/F03 (copy).md").write_text("---\n")
    [found] = checked(root).findings
    assert (found.rule, found.meant) == ("file-name", "f03-copy.md")


def test_a_file_of_another_kind_is_pointed_out(root: Path) -> None:
    (root / PACK / "exercises/f09.txt").write_text("Purpose")
    assert only(root) == ("file-unread", "exercises/f09.txt", 1, "warning")


def test_an_exercise_in_no_module_is_one_finding(root: Path) -> None:
    path = plant(root, "pack.toml", '"f07", "f08"]', '"f08"]')
    assert path.is_file()
    assert only(root) == ("module-order", "exercises/f07.md", 1, "error")


def test_a_foundation_exercise_may_not_depend_on_drink(root: Path) -> None:
    path = plant(root, "exercises/f01.md", "sensitivities: none", "sensitivities: alcohol")
    plant(root, "guides/at-a-glance.md", "| 15 / 30 | none | – |", "| 15 / 30 | alcohol | – |")
    line = line_with(path, "sensitivities")
    assert only(root) == ("first-module", "exercises/f01.md", line, "error")


def test_a_broken_line_of_toml_is_one_finding_and_the_rest_loads(root: Path) -> None:
    path = plant(root, "pack.toml", 'language = "en-GB"', "language = en-GB")
    report = checked(root)
    assert [(f.rule, f.line) for f in report.findings] == [("toml", line_with(path, "language"))]
    assert report.counts["exercises"] == 24


def test_a_plan_that_says_long_things_to_him_is_found(root: Path) -> None:
    path = plant(root, "../../sessions/plan-apart.md", "Missing them is human.", LONG + " ten one.")
    line = line_with(path, LONG)
    assert only(root) == ("sentence-length", "sessions/plan-apart.md", line, "error")


def test_an_add_on_that_switches_nothing_is_one_finding(root: Path) -> None:
    path = plant(root, "../../sessions/light-words.md", "## The product switches", "## It switches")
    assert path.is_file()
    assert only(root)[:2] == ("switches-missing", "sessions/light-words.md")


def test_a_pack_without_a_safety_page_is_warned_about(root: Path) -> None:
    (root / PACK / "safety.md").unlink()
    assert only(root) == ("page-missing", "safety.md", 1, "warning")


def test_ten_mistakes_are_ten_findings_at_once(root: Path) -> None:
    wanted = PLANTS[::7][:10]
    for mistake in wanted:
        plant(root, mistake.file, mistake.old, mistake.new)
    report = checked(root)
    assert sorted(found.rule for found in report.findings) == sorted(m.rule for m in wanted)
    assert report.has_errors
