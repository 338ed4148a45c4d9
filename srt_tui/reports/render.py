"""A document as plain text, as Markdown, or as an HTML page that prints on A4."""

import re
import textwrap
from collections.abc import Callable
from typing import Literal, TypeAlias, assert_never

from srt_tui.domain.terms import VOICE
from srt_tui.domain.wording import one_line
from srt_tui.letters import clean
from srt_tui.reports.document import (
    AnyBlock,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Quote,
    TableBlock,
)

Form: TypeAlias = Literal["text", "md", "html"]
WIDTH = 78

_STYLE = """
@page { size: A4; margin: 18mm; }
body { font: 12pt/1.5 "DejaVu Sans", Verdana, sans-serif; color: #111; background: #fff;
  margin: 0 auto; padding: 1em; max-width: 45em; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; } h2 { font-size: 1.25em; } h3 { font-size: 1.05em; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h2 + p:has(+ table), p:has(+ blockquote) { break-after: avoid; }
.notice { border: 2px solid #111; padding: .6em .8em; }
blockquote { margin: .6em 0; padding-left: .8em; border-left: 4px solid #555;
  break-inside: avoid; }
blockquote, li { white-space: pre-line; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: .9em; }
caption { text-align: left; font-weight: bold; padding: .3em 0; }
th, td { border: 1px solid #777; padding: .25em .5em; text-align: left; vertical-align: top;
  overflow-wrap: normal; }
td.long, th.long { overflow-wrap: anywhere; }
tr { break-inside: avoid; }
@media print { body { padding: 0; max-width: none; } }
""".strip()
_LONG = 24
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def rendered(document: Document, form: Form) -> str:
    """The document in this form, ending in one line break."""
    return {"text": text, "md": markdown, "html": page}[form](document)


def text(document: Document) -> str:
    """Plain text, at most WIDTH characters wide but for tables and words that are longer."""
    top = f"{document.title}\n{'=' * len(document.title)}"
    return _joined(top, _wrapped(document.notice), document, _text_block)


def markdown(document: Document) -> str:
    """Markdown in which nothing that was typed acts as markup."""
    return _joined(
        f"# {_plain(document.title)}", f"**{_plain(document.notice)}**", document, _markdown_block
    )


def _joined(top: str, notice: str, document: Document, block: Callable[[AnyBlock], str]) -> str:
    return "\n\n".join((top, notice, *map(block, document.blocks))).rstrip() + "\n"


def _wrapped(words: str, first: str = "", rest: str = "") -> str:
    lines = [
        textwrap.fill(
            line,
            WIDTH,
            initial_indent=rest if number else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(clean(words).split("\n"))
    ]
    return "\n".join(lines)


def _whose(quote: Quote) -> str:
    said = VOICE[quote.voice].told
    whose = f"{said}, {quote.on}" if quote.on else said
    return f"{whose} (asked: {quote.asked})" if quote.asked else whose


def _text_block(block: AnyBlock) -> str:
    match block:
        case Heading():
            rule = "-" if block.level == 2 else "."  # noqa: PLR2004 - the level under the title
            return f"{block.text}\n{rule * len(block.text)}"
        case Paragraph():
            return _wrapped(block.text)
        case Quote():
            head = _wrapped(f"{_whose(block)}:")
            return f"{head}\n{_wrapped(block.text, '    ', '    ')}"
        case Bullets():
            return "\n".join(_wrapped(item, "- ", "  ") for item in block.items)
        case TableBlock():
            return _text_table(block)
        case never:
            assert_never(never)


def _text_table(table: TableBlock) -> str:
    rows = [tuple(map(one_line, row)) for row in table.rows]
    every = [table.columns, *rows]
    widths = [max(len(row[place]) for row in every) for place in range(len(table.columns))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in every
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join((*([f"{table.caption}:"] if table.caption else []), *lines))


def _markdown_block(block: AnyBlock) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_plain(block.text)}"
        case Paragraph():
            return _plain(block.text)
        case Quote():
            lines = [f"{_plain(_whose(block))}:", "", *_kept_lines(block.text)]
            return "\n".join(f"> {line}".rstrip() for line in lines)
        case Bullets():
            return "\n".join("- " + "\n  ".join(_kept_lines(item)) for item in block.items)
        case TableBlock():
            rule = ("---",) * len(block.columns)
            every = (block.columns, *block.rows)
            rows = [tuple(_plain(one_line(cell)) for cell in row) for row in every]
            lines = [f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:])]
            return "\n".join(
                (*([f"**{_plain(block.caption)}**", ""] * bool(block.caption)), *lines)
            )
        case never:
            assert_never(never)


def _plain(words: str) -> str:
    """The words with every character escaped that Markdown could take for its own."""
    escaped = re.sub(r"([\\`*_{}\[\]<>()#+!|~&$@:=-])", r"\\\1", clean(words))
    flush = "\n".join(line.strip(" \t") for line in escaped.split("\n"))
    return re.sub(r"(?m)^(\d+)\.", r"\1\\.", flush)


def _kept_lines(words: str) -> list[str]:
    """The same line by line: a backslash keeps each from running into the next."""
    lines = _plain(words).strip("\n").split("\n")
    following = (*lines[1:], "")
    return [
        f"{line}\\" if line and after else line
        for line, after in zip(lines, following, strict=True)
    ]


def page(document: Document) -> str:
    """A whole HTML page: no script, nothing fetched, every word escaped."""
    body = "\n".join(map(_html_block, document.blocks))
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{_escaped(document.title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<main>
<h1>{_escaped(document.title)}</h1>
<p class="notice"><strong>{_escaped(document.notice)}</strong></p>
{body}
</main>
</body>
</html>
"""


def _escaped(words: str) -> str:
    from html import escape  # noqa: PLC0415 - slow to load, and text and Markdown need none of it

    return escape(clean(words))


def _html_block(block: AnyBlock) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_escaped(block.text)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_escaped(block.text)}</p>"
        case Quote():
            whose = _escaped(_whose(block))
            return f"<p>{whose}:</p>\n<blockquote>{_escaped(block.text)}</blockquote>"
        case Bullets():
            items = "\n".join(f"<li>{_escaped(item)}</li>" for item in block.items)
            return f"<ul>\n{items}\n</ul>"
        case TableBlock():
            return _html_table(block)
        case never:
            assert_never(never)


def _html_table(table: TableBlock) -> str:
    head = "".join(_cell(column, "th", ' scope="col"') for column in table.columns)
    rows = "\n".join(
        "".join(("<tr>", _cell(name, "th", ' scope="row"'), *map(_cell, cells), "</tr>"))
        for name, *cells in table.rows
    )
    caption = f"<caption>{_escaped(table.caption)}</caption>\n" if table.caption else ""
    return f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _cell(words: str, tag: str = "td", attributes: str = "") -> str:
    """A cell; only one with a word too long for any column may be broken inside a word."""
    if any(len(word) > _LONG for word in words.split()):
        attributes += ' class="long"'
    return f"<{tag}{attributes}>{_escaped(words)}</{tag}>"
