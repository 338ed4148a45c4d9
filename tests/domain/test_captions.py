"""Captions are read forgivingly and written strictly."""

from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.captions import cues, shown_as, srt
from srt_tui.domain.playback import Cue

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
