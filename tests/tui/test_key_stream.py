"""Bytes of every kind: what comes of them, in one piece or many, and that Hide is always seen."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from srt_tui.tui.key_stream import LONGEST, PASTE, PATIENCE, STRING, KeySign, KeyStream

F9 = b"\x1b[20~"


def text(pieces: Iterable[str | KeySign]) -> str:
    found = ""
    for piece in pieces:
        if isinstance(piece, str):
            found += piece
        elif piece is KeySign.FORGET:
            found = found.removesuffix("\x1b")
    return found


def fed(*reads: bytes) -> list[str | KeySign]:
    stream = KeyStream()
    return [piece for data in reads for piece in stream.feed(data, 0.0)]


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (b"abc", "abc"),
        ("£ é 日".encode(), "£ é 日"),
        ("£".encode("latin-1") + b"5", "5"),
        (b"\xff\xfe\x80a", "a"),
        ("é".encode()[:1] + b"a", "a"),
        (b"\xc2\x9b31ma", "31ma"),
        (b"\xed\xa0\x80a", "a"),
        (b"\x1b[M\xe0\xe1\xe2a", "a"),
        (b"\x1b[M !!a", "a"),
        (b"\x1b[A\x1bOP", "\x1b[A\x1bOP"),
        (b"\x1b[[A", "\x1b[[A"),
        (b"\x1b]11;rgb:0000/0000/0000\x07a", "a"),
        (b"\x1b]11;rgb:0000/0000/0000\x1b\\a", "a"),
        (b"\x1bP1+r544e\x1b\\a", "a"),
        (b"\x1b_G\x1b\\a", "a"),
        (b"\x1b[" + b"1;" * LONGEST + b"~a", "a"),
        (b"\x1b]" + b"x" * STRING + b"a", "a"),
        (b"\x1b[12\r", "\r"),
        (b"\x1bb", "\x1bb"),
        (b"\x1b", "\x1b"),
        (b"\x1b\x1b[A", "\x1b\x1b[A"),
        (b"\x1b[200~a\x1b[Ab\x1bc\x1b[201~d", "\x1b[200~abc\x1b[201~d"),
    ],
)
def test_what_is_text_or_a_key_is_handed_on_and_nothing_else(data: bytes, left: str) -> None:
    assert text(fed(data)) == left
    assert text(fed(*(bytes([byte]) for byte in data))) == left


@pytest.mark.parametrize("key", [F9, b"\x1b[20;1~", b"\x1b[20;65~", b"\x0c", b"\x1b[108;5u"])
@pytest.mark.parametrize(
    "before",
    [
        b"", b"abc", b"\xff", b"\xc3", b"\x1b", b"\x1b[", b"\x1b[12;", b"\x1b[M", b"\x1b[M\xe0",
        b"\x1b]", b"\x1b]11;rgb", b"\x1bP", b"\x1bX\x1b", b"\x1b[200~", b"\x1b[200~words",
        b"\x1b[200~" + b"x" * (PASTE + 1), b"\x1b[" + b"1" * (LONGEST + 1),
    ],
)  # fmt: skip
def test_hide_is_seen_whatever_was_begun(before: bytes, key: bytes) -> None:
    assert KeySign.HIDE in fed(before + key)
    assert KeySign.HIDE in fed(before, key)


@given(st.binary(max_size=200), st.sampled_from([F9, b"\x0c"]))
@example(b"\x1b[M\x1b", F9)
def test_hide_is_seen_after_bytes_of_any_kind(before: bytes, key: bytes) -> None:
    assert fed(before, key).count(KeySign.HIDE) > fed(before).count(KeySign.HIDE)


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_how_the_bytes_are_cut_makes_no_difference_to_the_text(reads: list[bytes]) -> None:
    assert text(fed(*reads)) == text(fed(b"".join(reads)))


def test_a_paste_that_never_ends_is_over_when_nothing_more_comes() -> None:
    stream = KeyStream()
    assert text(stream.feed(b"\x1b[200~words", 0.0)) == "\x1b[200~words"
    assert text(stream.idle(PATIENCE / 2)) == ""
    assert text(stream.idle(PATIENCE)) == "\x1b[201~"
    assert text(stream.feed(b"a\x11", PATIENCE)) == "a\x11"


def test_what_is_begun_and_goes_no_further_is_let_go() -> None:
    for begun in (b"\x1b[12", b"\x1b]11;", b"\x1b[M", b"\x1bP"):
        stream = KeyStream()
        list(stream.feed(begun, 0.0))
        assert text(stream.idle(PATIENCE)) == ""
        assert text(stream.feed(b"a", PATIENCE)) == "a"


def test_a_paste_holds_so_much_and_no_more() -> None:
    pasted = text(fed(b"\x1b[200~" + b"x" * (PASTE * 2) + b"\x1b[201~"))
    assert pasted.count("x") == PASTE


def test_a_letter_long_after_escape_is_a_letter() -> None:
    stream = KeyStream()
    assert text(stream.feed(b"\x1b", 0.0)) == "\x1b"
    assert text(stream.feed(b"[", 1.0)) == "["


def test_leaving_is_seen_but_not_in_a_paste() -> None:
    assert KeySign.QUIT in fed(b"\x11")
    assert KeySign.QUIT in fed(b"\x1b[113;5u")
    assert KeySign.QUIT not in fed(b"\x1b[200~\x11\x1b[113;5u")
