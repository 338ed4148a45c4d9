"""The bar of `srt verify`: it grows in a terminal, is gone at the end, and is silent elsewhere."""

import io

import pytest

from srt_tui.cli.progress import bar


class Window(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("total", [1, 7, 1000])
def test_the_bar_grows_and_is_gone_at_the_end(total: int) -> None:
    window = Window()
    with bar(window) as progress:
        for done in range(1, total + 1):
            progress(done, total)
    shown = window.getvalue().split("\r")[1:]
    assert shown[-3] == f"{'█' * 30} {total} of {total} files"
    assert not shown[-2].strip()
    assert shown[-1] == ""
    assert [line.count("█") for line in shown[:-2]] == sorted(
        line.count("█") for line in shown[:-2]
    )
    assert len(shown) < 40


def test_where_nobody_looks_nothing_is_written() -> None:
    stream = io.StringIO()
    with bar(stream) as progress:
        progress(1, 2)
    assert stream.getvalue() == ""


def test_without_a_file_there_is_no_bar() -> None:
    window = Window()
    with bar(window):
        pass
    assert window.getvalue() == ""
