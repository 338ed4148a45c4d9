"""Loading: what can be read is there, as it was meant; what cannot is told."""

from pathlib import Path

import pytest

from srt_tui.domain.content import BeforeAfterField, ChainField, ChoiceField, Prompt, ScaleField
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pack import Pack
from srt_tui.domain.structure import StagePrompt
from srt_tui.library import check, clip_files, load, places
from srt_tui.library.document import Layout, read_document
from srt_tui.library.finding import Notebook

PACK = "content/steady-ground"


def loaded(root: Path) -> Pack:
    return load(root / PACK, root / "sessions").pack


def write(root: Path, file: str, old: str, new: str) -> None:
    path = root / PACK / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_front_matter_is_read_as_strings_only(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("---\nminutes: 20 / 35\ntime: 2:30\nanswer: no\nstep: Step #2\n---\n")
    layout = Layout(keys=("minutes", "time", "answer", "step"))
    book = Notebook()
    front = read_document(path, "x.md", layout, book).front
    assert {key: row.text for key, row in front.items()} == {
        "minutes": "20 / 35",
        "time": "2:30",
        "answer": "no",
        "step": "Step #2",
    }
    assert book.findings == []


def test_a_folder_without_a_pack_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(SrtError, match="no pack"):
        load(tmp_path, None)


def test_a_pack_loads_without_plan_templates(root: Path) -> None:
    found = load(root / PACK, None)
    assert found.pack.templates == {}
    assert len(found.pack.exercises) == 24


def test_taking_a_file_out_changes_the_counts(root: Path) -> None:
    (root / PACK / "exercises/f03.md").unlink()
    counts = check(root / PACK, root / "sessions").counts
    assert counts["exercises"] == 23
    assert counts["prompts"] == 138
    assert counts["fields"] == 115


def test_a_broken_exercise_is_left_out_and_every_other_loads(root: Path) -> None:
    (root / PACK / "exercises/f03.md").write_text("nothing of use\n")
    found = load(root / PACK, root / "sessions")
    assert "f03" not in found.pack.exercises
    assert "f03" not in found.pack.order
    assert len(found.pack.exercises) == 23
    assert {finding.file for finding in found.findings} == {"exercises/f03.md"}


def test_a_plan_does_not_lead_to_an_exercise_that_could_not_be_read(root: Path) -> None:
    (root / PACK / "exercises/e04.md").write_text("nothing of use\n")
    fuse = loaded(root).templates["plan-fuse"]
    assert fuse.visits[1].items == ()


def test_an_unreadable_file_is_told(root: Path) -> None:
    path = root / PACK / "exercises/f03.md"
    path.unlink()
    path.symlink_to("nowhere")
    found = load(root / PACK, root / "sessions")
    assert ("file-unreadable", "exercises/f03.md") in {(f.rule, f.file) for f in found.findings}


def test_a_mistyped_label_tag_or_type_is_read_as_meant(root: Path) -> None:
    write(root, "exercises/f03.md", "`compare`", "`compair`")
    write(root, "exercises/f03.md", "themes: thoughts", "themes: thougts")
    write(root, "exercises/f03.md", "`f03.w1` chain", "`f03.w1` chian")
    f03 = loaded(root).exercises["f03"]
    assert f03.prompts[2].rung == "compare"
    assert f03.themes[0] == "thoughts"
    assert isinstance(f03.fields[0], ChainField)


def test_minutes_that_cannot_be_read_fall_back_to_the_usual(root: Path) -> None:
    write(root, "exercises/f01.md", "minutes: 15 / 30", "minutes: 2:30")
    f01 = loaded(root).exercises["f01"]
    assert (f01.short, f01.full) == (20, 35)


def test_curly_quotes_tabs_and_windows_paths_lose_no_word(root: Path) -> None:
    write(root, "exercises/f03.md", "clip: clip-f03", "clip:\tclips\\clip-f03\\script.md")
    write(
        root, "exercises/f03.md", '"Nobody here cares about me."', "“Nobody here cares about me.”"
    )
    f03 = loaded(root).exercises["f03"]
    assert f03.clip == "clip-f03"
    assert '"Nobody here cares about me."' in f03.story


def test_every_type_of_field_keeps_its_words(shipped: Pack) -> None:
    exercises = shipped.exercises
    assert exercises["f01"].fields[0] == ChoiceField(
        id="f01.w1",
        label="What matters most to me?",
        most=3,
        options=(
            "Being honest", "Being calm", "Being kind", "Being fair", "Being a good dad",
            "Doing my job well", "My health", "My faith or beliefs", "Friends and family",
            "Learning", "Something else",
        ),
    )  # fmt: skip
    assert exercises["f04"].fields[4] == BeforeAfterField(
        id="f04.w5",
        label="My number",
        low="calm",
        high="as angry as I get",
        before="before one slow minute",
        after="after",
    )
    assert exercises["f06"].fields[3] == ScaleField(
        id="f06.w4", label="How hard was that to say?", low="easy", high="the hardest thing"
    )
    sort = exercises["r03"].fields[0]
    assert isinstance(sort, ChoiceField)
    assert sort.groups == ("mine", "theirs", "ours")
    week = exercises["e04"].fields[0]
    assert isinstance(week, ChainField)
    assert week.boxes == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def test_what_is_said_and_not_saved_is_marked(shipped: Pack) -> None:
    fields = [f for e in shipped.exercises.values() for f in e.fields]
    assert [f.id for f in fields if not f.saved] == ["f06.w3", "r04.w5", "t04.w3"]


def test_what_comes_before_is_all_any_or_best(shipped: Pack) -> None:
    exercises = shipped.exercises
    assert exercises["f08"].before == ("f01", "f02", "f03", "f04", "f05", "f06", "f07")
    assert (exercises["r04"].before, exercises["r04"].before_any) == (("t02", "e03"), True)
    assert (exercises["f07"].before, exercises["f07"].best_after) == (("f03",), ("f06",))
    assert "while charges or an appeal are open" in exercises["f06"].before_note


def test_the_short_form_is_two_questions_and_the_skill(shipped: Pack) -> None:
    for exercise in shipped.exercises.values():
        short = [prompt.rung for prompt in exercise.prompts if prompt.shows_from == 20]
        assert short == ["character", "compare", "skill"]
        half = [prompt.rung for prompt in exercise.prompts if prompt.shows_from <= 30]
        assert half == ["character", "compare", "self", "skill"]


def test_a_prompt_without_a_length_always_shows(root: Path) -> None:
    write(root, "exercises/f03.md", "`compare` (20) Have", "`compare` Have")
    prompt = loaded(root).exercises["f03"].prompts[2]
    assert isinstance(prompt, Prompt)
    assert prompt.shows_from == 20


def test_a_phone_session_hears_no_line_for_video(shipped: Pack) -> None:
    watch = shipped.stage("watch")
    earphones = [p for p in watch.phone if "Earphones" in p.text]
    assert earphones == [StagePrompt(text=earphones[0].text, only="video")]
    assert not set(earphones) & set(watch.prompts("phone", 30))
    assert set(earphones) < set(watch.prompts("video", 30))


def test_a_plan_knows_its_meetings_items_and_alternatives(shipped: Pack) -> None:
    templates = shipped.templates
    assert [visit.items for visit in templates["plan-room"].visits] == [
        ("f06",), ("f07",), ("t03",), ("r03",), ("t02",), ("r06",),
    ]  # fmt: skip
    assert templates["plan-room"].visits[4].or_else == ("r04",)
    titles = [section.title for section in templates["plan-room"].sections]
    assert titles == ["Leave out", "Say", "Take care"]
    assert templates["plan-first"].stage_minutes["f01"] == 15
    assert templates["plan-foundation"].lengths == (30, 20)
    assert templates["plan-review"].stage_minutes["break"] == 4
    assert templates["plan-first"].own_words["talk"] == '"What would make this worth your time?"'
    assert templates["plan-first"].own_words["plan"] == "choose the next step"
    assert templates["plan-first"].own_words["close"] == ""


def test_an_alternative_may_stand_alone_after_or(root: Path) -> None:
    path = root / "sessions/plan-fuse.md"
    path.write_text(path.read_text().replace("2. `e04`", "2. a walk, or `e04`"))
    assert loaded(root).templates["plan-fuse"].visits[1].items == ("e04",)


def test_the_no_substance_version_stands_under_its_clip(shipped: Pack) -> None:
    text = dict(shipped.clips["clip-e04"].versions)["no-substance"]
    assert text.startswith("Draw Tomasz's week as a fuse.")


def test_a_pack_whose_list_of_modules_is_broken_takes_them_from_its_exercises(root: Path) -> None:
    (root / PACK / "pack.toml").unlink()
    pack = loaded(root)
    assert pack.id == "steady-ground"
    assert pack.foundation == tuple(f"f0{n}" for n in range(1, 9))


def test_a_pack_of_exercises_alone_loads(root: Path) -> None:
    for name in (
        "check.md",
        "signs.md",
        "moves.md",
        "swaps.md",
        "safety.md",
        "guide.md",
        "cast.toml",
    ):
        (root / PACK / name).unlink()
    pack = loaded(root)
    assert (pack.check.his, pack.signs, pack.moves, pack.swaps, pack.cast) == ((), (), (), (), ())
    assert pack.safety.sections == ()


def test_a_pack_is_found_from_its_folder_and_from_the_folders_round_it(root: Path) -> None:
    wanted = (root / PACK, root / "sessions")
    for path in (root / PACK, root / "content", root):
        assert places(path) == wanted


def test_a_place_without_a_pack_is_given_back_as_it_is(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    assert places(empty) == (empty, None)


def test_the_media_of_a_clip_are_what_lies_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "clips/clip-x01"
    folder.mkdir(parents=True)
    assert clip_files(tmp_path, "clip-x01").forms == {}
    for name in ("plain.mp4", "captions.vtt", "clip.json", "notes.txt"):
        (folder / name).touch()
    files = clip_files(tmp_path, "clip-x01")
    assert files.forms == {"plain": folder / "plain.mp4"}
    assert (files.captions, files.manifest) == (folder / "captions.vtt", folder / "clip.json")


def test_an_empty_file_is_one_finding(root: Path) -> None:
    (root / PACK / "exercises/f03.md").write_text("\n\n")
    found = load(root / PACK, root / "sessions")
    assert [(f.rule, f.file, f.line) for f in found.findings] == [
        ("file-empty", "exercises/f03.md", 1)
    ]


def test_lines_on_top_that_never_end_are_told_and_the_file_left_out(root: Path) -> None:
    (root / PACK / "exercises/f03.md").write_text("---\ntitle: Thought\n")
    found = load(root / PACK, root / "sessions")
    assert "f03" not in found.pack.exercises
    assert [f.line for f in found.findings if f.rule == "front-open"] == [1]


def test_a_script_without_a_scene_is_left_out(root: Path) -> None:
    (root / PACK / "clips/clip-f03/script.md").write_text(
        "---\ntitle: Thought\nlead: Imran\ncontent note: None.\n---\n"
    )
    found = load(root / PACK, root / "sessions")
    assert "clip-f03" not in found.pack.clips
    assert [finding.rule for finding in found.findings] == ["script-empty"]


def test_a_check_without_items_is_told(root: Path) -> None:
    path = root / PACK / "check.md"
    path.write_text(path.read_text().replace("### `p", "- `p"))
    assert ("check-words", "check.md") in {
        (f.rule, f.file) for f in load(root / PACK, root / "sessions").findings
    }


def test_hidden_files_and_a_pack_without_a_table_at_a_glance_are_no_mistake(root: Path) -> None:
    (root / PACK / "exercises/.f03.md.swp").write_text("half")
    (root / PACK / "guides/at-a-glance.md").unlink()
    assert check(root / PACK, root / "sessions").findings == ()


def test_an_example_in_a_page_is_neither_a_heading_nor_a_mention(root: Path) -> None:
    path = root / PACK / "guides/plans.md"
    path.write_text(path.read_text() + "\n## Example\n\n```\n## Run\n\n1. `x99`\n```\n")
    found = load(root / PACK, root / "sessions")
    assert found.pack.pages["plans"].sections[-1].title == "Example"
    assert check(root / PACK, root / "sessions").findings == ()
