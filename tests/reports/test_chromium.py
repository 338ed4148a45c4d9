"""The HTML reports in a real Chromium: nothing fetched, nothing run, readable, and on A4."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from srt_tui.domain.brief import brief
from srt_tui.domain.funnel import evaluate
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.suggest import suggest
from srt_tui.reports.access import access_document
from srt_tui.reports.brief_page import brief_page
from srt_tui.reports.criss import criss, note_document
from srt_tui.reports.document import Bullets, Document, Quote, TableBlock, h, p
from srt_tui.reports.evaluation import evaluation_document
from srt_tui.reports.history_summary import history_summary
from srt_tui.reports.render import rendered
from srt_tui.reports.supervision import supervision
from srt_tui.reports.take_home import take_home
from tests.support.browser import Chromium, chromium

PAGES = (
    "brief", "note", "history", "supervision", "take-home", "access", "evaluation", "hostile",
)  # fmt: skip
PHONE, PAPER = 360, 794
A4_POINTS = (595, 842)
FOUND = (
    "axe.run().then(found => [...found.violations, ...found.incomplete]"
    ".map(each => `${each.id}: ${each.nodes[0].html}`))"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with chromium() as ready:
        yield ready


@pytest.fixture(scope="module")
def axe() -> str:
    """The accessibility checker's own script, as the test extra ships it."""
    found = importlib.util.find_spec("axe_core_python")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def documents(everything: History, pack: Pack, make: Any) -> dict[str, Document]:
    suggestions = suggest(everything, pack, make.TODAY)
    session = everything.sessions[0]
    long = "x" * 400
    return {
        "brief": brief_page("JD-07", brief(everything, pack, make.TODAY), suggestions),
        "note": note_document(criss(session, everything, pack), session),
        "history": history_summary("JD-07", everything, pack),
        "supervision": supervision("JD-07", everything, pack),
        "take-home": take_home(pack, ["f04"], everything, step="Ring my brother"),
        "access": access_document("JD-07", everything, pack.check),
        "evaluation": evaluation_document(evaluate([everything], pack, make.TODAY)),
        "hostile": Document(
            title="<script>document.title = 'run'</script>",
            notice="<img src=http://example.org/x.png>",
            blocks=(
                h(long),
                p("</style><script>fetch('http://example.org')</script>"),
                Quote(text=f"<b>\u202e{long}", voice="his", asked=long),
                Bullets(items=(long,)),
                TableBlock(caption=long, columns=("a", long, "c"), rows=(("\u05d0", long, long),)),
            ),
        ),
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_report_opens_prints_and_passes_the_accessibility_check(
    name: str, documents: dict[str, Document], browser: Chromium, axe: str, tmp_path: Path
) -> None:
    page = tmp_path / f"{name}.html"
    page.write_text(rendered(documents[name], "html"), encoding="utf-8")
    without = browser.open(page, script=False)
    picture = browser.picture()
    shown = browser.open(page)
    assert browser.picture() == picture
    assert (shown.requests, shown.complaints) == (without.requests, without.complaints) == ((), ())
    assert browser.value("document.title") == documents[name].title

    media = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", browser.printed())
    assert media
    assert {(round(float(w)), round(float(h))) for w, h in media} == {A4_POINTS}

    browser.value(axe)
    assert browser.value(FOUND) == []
    assert browser.value("document.documentElement.scrollWidth") <= PAPER
    browser.open(page, width=PHONE)
    assert browser.value("document.querySelector('h1').getBoundingClientRect().right") <= PHONE


def test_a_page_that_fetches_runs_or_cannot_be_read_is_found_out(
    browser: Chromium, axe: str, tmp_path: Path
) -> None:
    page = tmp_path / "poor.html"
    page.write_text(
        "<!DOCTYPE html><title>x</title><img src='http://example.org/x.png'>"
        "<p style='color: #ccc'>pale</p><script>console.log('ran')</script>"
    )
    shown = browser.open(page)
    assert shown.requests == ("http://example.org/x.png",)
    assert any("ran" in complaint for complaint in shown.complaints)
    browser.value(axe)
    found = " ".join(browser.value(FOUND))
    for rule in ("html-has-lang", "image-alt", "color-contrast"):
        assert f"{rule}:" in found
