import csv
import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.reports.data import Row, as_csv, as_json
from srt_tui.reports.document import AnyBlock, Bullets, Document, Quote, TableBlock, h, listed, p
from srt_tui.reports.render import WIDTH, Form, rendered

SAMPLE = Document(
    title="What was done",
    notice="Not for anything else.",
    blocks=(
        h("Words"),
        h("12 Nov", 3),
        p("A line."),
        Quote(text="always\nthe <jaw>", voice="his", asked="Where?"),
        Quote(text="quieter", voice="mine", on="1 Sep 2026"),
        listed("one", "", "two"),
        TableBlock(
            caption="Visits",
            columns=("Exercise", "Last"),
            rows=(("f04", "12 Nov"), ("f05", "")),
        ),
    ),
)


def test_plain_text_reads_from_top_to_bottom() -> None:
    assert rendered(SAMPLE, "text") == (
        "What was done\n=============\n\n"
        "Not for anything else.\n\n"
        "Words\n-----\n\n"
        "12 Nov\n......\n\n"
        "A line.\n\n"
        "He said (asked: Where?):\n    always\n    the <jaw>\n\n"
        "My words, 1 Sep 2026:\n    quieter\n\n"
        "- one\n- two\n\n"
        "Visits:\nExercise  Last\n--------  ------\nf04       12 Nov\nf05\n"
    )


def test_markdown_keeps_whose_words_they_are() -> None:
    assert rendered(SAMPLE, "md") == (
        "# What was done\n\n"
        "**Not for anything else.**\n\n"
        "## Words\n\n"
        "### 12 Nov\n\n"
        "A line.\n\n"
        "> He said \\(asked\\: Where?\\):\n>\n> always\\\n> the \\<jaw\\>\n\n"
        "> My words, 1 Sep 2026:\n>\n> quieter\n\n"
        "- one\n- two\n\n"
        "**Visits**\n\n| Exercise | Last |\n| --- | --- |\n| f04 | 12 Nov |\n| f05 |  |\n"
    )


def test_a_table_under_its_own_heading_needs_no_caption() -> None:
    bare = Document(title="T", notice="N", blocks=(TableBlock(columns=("a",), rows=(("b",),)),))
    assert rendered(bare, "text").endswith("N\n\na\n-\nb\n")
    assert rendered(bare, "md").endswith("**N**\n\n| a |\n| --- |\n| b |\n")
    assert "caption>" not in rendered(bare, "html")


def test_only_a_word_too_long_for_a_column_may_be_broken() -> None:
    row = ("x" * 25, "many short words in one cell, none of them long")
    page = rendered(
        Document(title="T", notice="N", blocks=(TableBlock(columns=("a", "b"), rows=(row,)),)),
        "html",
    )
    assert page.count('class="long"') == 1


def test_a_numbered_line_of_his_does_not_become_a_list() -> None:
    text = rendered(Document(title="T", notice="N", blocks=(p("   1. jaw\n2 fists"),)), "md")
    assert text.endswith("1\\. jaw\n2 fists\n")


class Page(HTMLParser):
    """What a browser would see: tags, attributes and words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_has_one_heading_of_each_level_a_language_and_a_main_part() -> None:
    page = Page(rendered(SAMPLE, "html"))
    assert [page.tags.count(tag) for tag in ("html", "main", "h1", "title", "h2", "h3")] == [1] * 6
    assert ("lang", "en-GB") in page.attributes
    assert page.tags.count("th") == 4
    assert page.attributes.count(("scope", "col")) == 2
    assert "size: A4" in "".join(page.words)


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    text = rendered(SAMPLE, "html")
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "form"} & set(page.tags)
    assert not {"src", "href", "action"} & {name for name, _ in page.attributes}
    assert "default-src 'none'" in text
    assert not re.search(r"@import|url\(|https?:", text)


NASTY = st.text() | st.sampled_from(
    ["<script>alert(1)</script>", "</style><b>", '" onload="x', "[a](http://x)", "# h", "| a |"]
)


@settings(deadline=None)
@given(words=NASTY)
def test_nothing_that_was_typed_becomes_part_of_the_page(words: str) -> None:
    document = Document(
        title=words,
        notice=words,
        blocks=(
            h(words),
            p(words),
            Quote(text=words, voice="his", asked=words, on=words),
            Bullets(items=(words,)),
            TableBlock(caption=words or "x", columns=(words,), rows=((words,), (words,))),
        ),
    )
    plain = Document(title="x", notice="x", blocks=tuple(_blank(b) for b in document.blocks))
    assert Page(rendered(document, "html")).tags == Page(rendered(plain, "html")).tags
    for line in rendered(document, "md").splitlines():
        assert not re.search(r"(?<!\\)[<`\[]", line)


def _blank(block: AnyBlock) -> AnyBlock:
    match block:
        case Bullets():
            return Bullets(items=("x",))
        case TableBlock():
            return TableBlock(caption="x", columns=("x",), rows=(("x",), ("x",)))
        case Quote():
            return Quote(text="x", voice="his", asked="x", on="x")
        case _:
            return type(block)(text="x")


@settings(deadline=None)
@given(words=st.text(alphabet=st.characters(codec="ascii"), max_size=400))
def test_plain_text_holds_no_control_character_and_stays_narrow(words: str) -> None:
    text = rendered(Document(title="T", notice="N", blocks=(p(words),)), "text")
    for line in text.split("\n"):
        assert line.isprintable()
        assert len(line) <= WIDTH or " " not in line


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_form_ends_in_one_line_break(form: Form) -> None:
    text = rendered(Document(title="T", notice="N", blocks=()), form)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_csv_is_read_back_as_it_was_and_a_missing_value_is_empty() -> None:
    rows: list[Row] = [{"a": 'he said "no", twice', "b": 3}, {"a": "two\nlines", "b": None}]
    back = list(csv.DictReader(io.StringIO(as_csv(("a", "b"), rows))))
    assert back == [{"a": 'he said "no", twice', "b": "3"}, {"a": "two\nlines", "b": ""}]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    assert as_csv(("a", "b"), [{"a": f"{start}1+1", "b": -4}]) == f"a,b\n'{start}1+1,-4\n"


def test_json_is_indented_text() -> None:
    assert as_json({"a": [1]}) == '{\n  "a": [\n    1\n  ]\n}\n'
