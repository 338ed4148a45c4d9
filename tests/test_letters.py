import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from srt_tui.letters import clean, cleaned, escaped, is_clean, read

WORDS = "Helô, “no” £5\nand a second line"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
HIS = (
    FAMILY,
    "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "\U0001f1ec\U0001f1e7",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "e\u0301 and \u00e9",
    "ten\u202fpounds, five\u00a0pounds, a\u2009gap",
    "soft\u00adhyphen",
    "\U0001fae8 is newer than this program",
    "\u2764\ufe0f",
    "right \u200f mark",
    "tab\tand\nline",
)
ACTS = [chr(n) for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in "\t\n"]
ACTS += ["\u2028", "\u2029", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]


@pytest.mark.parametrize("said", HIS)
def test_what_he_said_stays_to_the_letter(said: str) -> None:
    assert clean(said) == said


@pytest.mark.parametrize("sign", ACTS, ids=ascii)
def test_a_sign_that_acts_is_gone_and_the_letters_beside_it_stay(sign: str) -> None:
    tidy = clean(f"one{sign}two")
    assert sign not in tidy
    assert tidy.startswith("one")
    assert tidy.endswith("two")


def test_half_a_letter_is_shown_as_one_that_is_missing() -> None:
    assert clean("a\ud83db") == "a\ufffdb"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_is_the_same_one(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_texts_are_cleaned_however_deep_they_stand() -> None:
    given = {"a\x1b": ["\x9b", {"b": "c\u202e"}], "n": 3, "none": None, "yes": True}
    assert cleaned(given) == {"a ": [" ", {"b": "c"}], "n": 3, "none": None, "yes": True}


@given(
    st.recursive(
        st.text() | st.none(), lambda each: st.lists(each) | st.dictionaries(st.text(), each)
    )
)
def test_what_is_found_clean_has_nothing_to_clean(value: Any) -> None:
    try:
        line = json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return
    assert not is_clean(line) or cleaned(value) == value


@pytest.mark.parametrize("sign", ACTS, ids=ascii)
def test_no_sign_that_acts_is_found_clean(sign: str) -> None:
    assert not is_clean(json.dumps(f"one{sign}two", ensure_ascii=False).encode())
    assert not is_clean(msgspec.json.encode(f"one{sign}two"))


@given(st.text())
def test_escaped_json_says_the_same_and_holds_nothing_that_acts(text: str) -> None:
    try:
        safe = escaped(json.dumps([text], ensure_ascii=False).encode())
    except UnicodeEncodeError:
        return
    assert json.loads(safe) == [text]
    assert clean(safe.decode()) == safe.decode()


@pytest.mark.parametrize(
    ("raw", "encoding", "marked"),
    [
        (WORDS.encode(), "utf-8", False),
        (WORDS.encode("utf-8-sig"), "utf-8", True),
        (WORDS.encode("utf-16"), "utf-16-le", True),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be", True),
        (WORDS.encode("utf-16-le"), "utf-16-le", False),
        (WORDS.encode("utf-16-be"), "utf-16-be", False),
        (WORDS.encode("cp1252"), "cp1252", False),
    ],
)
def test_a_file_is_read_however_it_was_saved(raw: bytes, encoding: str, marked: bool) -> None:  # noqa: FBT001 - a case
    assert read(raw) == (WORDS, encoding, marked, False, "")
    windows = read(WORDS.replace("\n", "\r\n").encode())
    assert windows == (WORDS, "utf-8", False, True, "")
    assert read(b"one\rtwo").text == "one\ntwo"
    assert read(b"") == ("", "utf-8", False, False, "")


@pytest.mark.parametrize(
    ("raw", "text", "fault"),
    [
        (b"a word\x00or two", "a word\x00or two", "binary"),
        ("né à".encode()[:-1], "né \ufffd", "cut"),
        ("né à".encode() + b"\xff!", "né à\ufffd!", "lost"),
        ("né".encode("utf-16")[:-1], "n\ufffd", "cut"),
        (b"\xff\xfe\x00\xd8a\x00", "\ufffda", "lost"),
        ("né".encode("cp1252"), "né", ""),
        ("n\x81".encode("latin-1"), "n\ufffd", ""),
    ],
)
def test_what_is_wrong_with_a_file_is_told_and_the_rest_of_it_read(
    raw: bytes, text: str, fault: str
) -> None:
    found = read(raw)
    assert (found.text, found.fault) == (text, fault)


@given(st.binary())
def test_any_bytes_are_read(raw: bytes) -> None:
    assert isinstance(read(raw).text, str)
