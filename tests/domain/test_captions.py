"""Captions are read forgivingly and written strictly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.captions import playable, read_captions, shown_as, srt
from srt_tui.domain.playback import Cue


def cues(text: str) -> tuple[Cue, ...]:
    return read_captions(text).cues


WHOLE = """WEBVTT - Steady Ground

NOTE made from the script

1
00:00:01.000 --> 00:00:03.500 align:middle
<v Priya>So what is one small thing,
this week, that <i>fits</i>?

00:04.000 --> 00:06.000
Tea &amp; toast
"""


def test_a_whole_file_gives_times_speakers_and_plain_words() -> None:
    first, second = cues(WHOLE)
    assert first == Cue(
        start=1, end=3.5, speaker="Priya", text="So what is one small thing, this week, that fits?"
    )
    assert (second.start, second.end, second.text) == (4, 6, "Tea & toast")


def test_byte_order_mark_crlf_and_decimal_commas_are_forgiven() -> None:
    text = "\ufeffWEBVTT\r\n\r\n00:00:01,250 --> 00:00:02,5\r\nStop.\r\n"
    assert cues(text) == (Cue(start=1.25, end=2.5, text="Stop."),)


def test_wrong_arrows_are_forgiven() -> None:
    assert len(cues("WEBVTT\n\n00:01.000 -> 00:02.000\nOne\n\n00:02.000 –> 00:03.000\nTwo")) == 2


def test_a_file_with_only_a_note_has_no_cues() -> None:
    assert cues("WEBVTT\n\nNOTE nothing here yet\n") == ()
    assert cues("") == ()


def test_empty_and_backward_cues_are_left_out_and_the_rest_sorted() -> None:
    text = (
        "WEBVTT\n\n00:05.000 --> 00:06.000\nlate\n\n00:03.000 --> 00:02.000\nbackward\n\n"
        "00:01.000 --> 00:02.000\n<b></b>\n\n00:01.000 --> 00:02.000\nearly\n"
    )
    assert [cue.text for cue in cues(text)] == ["early", "late"]


def test_what_is_written_as_srt_reads_back_the_same() -> None:
    kept = (Cue(start=0, end=1.5, text="Steady. Kind."), Cue(start=3661.25, end=3662, text="Yes"))
    assert cues(srt(kept)) == kept


def test_speakers_are_named_and_the_narrator_is_not() -> None:
    assert "\nPriya: Where?\n" in srt([Cue(start=0, end=1, text="Where?", speaker="PRIYA")])
    assert "\nHe laughs.\n" in srt([Cue(start=0, end=1, text="He laughs.", speaker="NARRATOR")])


H = "WEBVTT\n\n"
ONE, TWO = "00:01.000 --> 00:03.000\n", "00:03.000 --> 00:05.000\n"
BOTH = [(1, 3, "He shuts the door."), (3, 5, "She waits.")]
SHUTS, WAITS = "He shuts the door.\n", "She waits.\n"


HEAD = (
    "WEBVTT - a title\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\n"
    "NOTE by hand\n00 of it\n\n"
)
TAGS = '<c.loud>He <00:01.500><font color="red">shuts</font></c> <b>the</b> door.'


@pytest.mark.parametrize(
    ("text", "read", "lines"),
    [
        (f"{H}{ONE}{SHUTS}{TWO}{WAITS}", BOTH, []),
        (f"{H}{ONE}He shuts\n\nthe door.\n\n{TWO}{WAITS}", BOTH, [6]),
        (f"{H}{ONE}He shuts\n\nthe door.\n{TWO}{WAITS}", BOTH, [6]),
        (f"1\n{ONE}{{\\an8}}{SHUTS}\n2\n{TWO}{{\\i1}}She{{\\i0}} waits.", BOTH, []),
        ("WEBVTT\n\n00:00:01 --> 00:00:03\n" + SHUTS + "\n0:03 --> 0:05\n" + WAITS, BOTH, []),
        (f"1\n{ONE}{SHUTS}2\n{TWO}{WAITS}", BOTH, []),
        (f"{H}{ONE}{SHUTS}\n{TWO}{WAITS}".replace("\n", "\r"), BOTH, []),
        (f"{H}00:01.000 --> 00:03.000 {SHUTS}\n00:03.000→00:05.000 {WAITS}", BOTH, []),
        (f"{H}00:01,0-->00:03,0 line:0 align:left\n{SHUTS}\n00:03.0 == > 00:05.0\n{WAITS}",
         BOTH, []),
        (f"{HEAD}intro\n{ONE}{SHUTS}\nNOTE\nmore\n\n{TWO}{WAITS}", BOTH, []),
        (f"{H}the first\n{ONE}{SHUTS}\nthe second\n{TWO}{WAITS}", BOTH, []),
        (f"{H}{ONE}{TAGS}\n\n{TWO}<ruby>She<rt></rt></ruby> waits.", BOTH, []),
        (f"{H}{ONE}{{y:i}}He shuts\\Nthe\\hdoor.\n\n{TWO}She\u200b\u2060 wa\u00adits.", BOTH, []),
        (f"{H}{ONE}He \x1b shuts \u202ethe\x07 door.\n\n{TWO}She\u2028waits.", BOTH, []),
        (f"{H}{ONE}He shuts&nbsp;the&#32;door.\n\n{TWO}{WAITS}", BOTH, []),
        (f"{H}{ONE}2 < 3 &amp;lt; <3 {{ok}} 5 -> 6\n", [(1, 3, "2 < 3 &lt; <3 {ok} 5 -> 6")], []),
        (f"{H}{TWO}{WAITS}\n{ONE}{SHUTS}", BOTH, []),
        (f"{H}{ONE}{SHUTS}\n00:03.000 -->\nShe waits.\n\nlong", BOTH[:1], [6]),
        (f"{H}{ONE}{SHUTS}\n1.5 --> 3.5\nShe waits.", BOTH[:1], [6]),
        (f"{H}{ONE}{SHUTS}\n00:05.000 --> 00:03.000\n{WAITS}", BOTH[:1], [6]),
        (f"Our captions\nof Monday\n\n{ONE}{SHUTS}\n{TWO}{WAITS}", BOTH, [1]),
        (f"{H}{ONE}{SHUTS}7\n\n{TWO}{WAITS}", [(1, 3, "He shuts the door. 7"), BOTH[1]], []),
    ],
)  # fmt: skip
def test_each_kind_of_file_is_read_whole_or_says_what_was_not(
    text: str, read: list[tuple[float, float, str]], lines: list[int]
) -> None:
    found = read_captions(text)
    assert [(cue.start, cue.end, cue.text) for cue in found.cues] == read
    assert [fault.line for fault in found.faults] == lines


def test_only_what_does_not_show_is_called_lost() -> None:
    (inside,) = read_captions(f"{H}{ONE}He shuts\n\nthe door.").faults
    (before,) = read_captions(f"Ours\n\n{ONE}{SHUTS}").faults
    assert (inside.lost, before.lost) == (False, True)


words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z"]), min_size=1)


@given(st.lists(words.map(lambda text: " ".join(text.split())).filter(bool), min_size=1))
def test_what_is_written_for_a_player_reads_back_to_the_letter(said: list[str]) -> None:
    given_cues = [Cue(start=n, end=n + 1, text=text) for n, text in enumerate(said)]
    back = read_captions(playable(given_cues)).cues
    plain = [read_captions(f"{H}{ONE}{literal(cue.text)}").cues for cue in given_cues]
    assert [letters(cue) for cue in back] == [letters(cue) for cues in plain for cue in cues]


def letters(cue: Cue) -> str:
    """A word too long for a line is broken."""
    return "".join(cue.text.split())


def literal(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@given(st.text())
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    assert all(cue.end > cue.start and cue.text for cue in cues(text))
    assert all(cue.end > cue.start for cue in cues(f"WEBVTT\n\n{text}\n\n00:01.0 --> 00:02.0\nx"))


def test_captions_keep_their_own_lines_and_no_word_is_cut_at_a_hyphen() -> None:
    own = Cue(start=0, end=3, text="He goes straight\nto five-a-side with Craig,")
    assert shown_as(own) == own.text
    joined = Cue(start=0, end=3, text="He goes straight from work to five-a-side with Craig,")
    assert shown_as(joined) == "He goes straight from work to\nfive-a-side with Craig,"
    long = Cue(start=0, end=3, text="A first line that is far longer than a line may be\nand more")
    assert max(map(len, shown_as(long).split("\n"))) <= 37
