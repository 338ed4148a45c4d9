import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.domain.errors import SrtError
from srt_tui.letters import clean
from srt_tui.store.interchange import decode, encode

SAMPLE = (Path(__file__).parents[1] / "samples" / "srt-case.json").read_bytes()
PIECES = (
    b"9" * 5_000, b"[" * 900, b'{"a":' * 900, b"\xff", b"\x00", b"true", b"null", b"1e999", b"-1",
    b'"', b"\\ud800", b"\\u001b[31m", b"\xe2\x80\xae", b"9999-12-31", b"0001-01-01", b"NaN", b"}",
    b'"ZZ-99"', b"{}", b"[]", b"0.5", b"\xed\xa0\x80",
)  # fmt: skip


def mutated(dice: random.Random) -> bytes:
    data = SAMPLE
    for _ in range(dice.randint(1, 3)):
        start = dice.randrange(len(data))
        end = min(len(data), start + dice.choice((0, 1, 6, 40)))
        data = data[:start] + dice.choice(PIECES) + data[end:]
    return data if dice.random() < 0.9 else data[: dice.randrange(len(data))]


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(min_value=0))
def test_a_changed_case_file_is_taken_in_or_refused_in_sentences(seed: int) -> None:
    try:
        taken = decode(mutated(random.Random(seed)))  # noqa: S311 - by seed
    except SrtError as error:
        said = [error.message]
    else:
        said = taken.bad
        encode(taken.states)
    for sentence in said:
        assert sentence.endswith(".")
        assert clean(sentence) == sentence
        assert len(sentence) < 120
