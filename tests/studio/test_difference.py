"""How far two pictures are apart: what `dev.py pictures compare` goes by, without the renderer."""

import numpy as np
import pytest

from kit.difference import TOLERANCE, difference, is_same


def test_a_picture_is_no_way_from_itself() -> None:
    picture = np.arange(48, dtype=np.uint8).reshape(4, 4, 3)
    assert difference(picture, picture) == 0
    assert is_same(0.0, 0.0)


@pytest.mark.parametrize(("dark", "light"), [(10, 12), (0, 255), (200, 199)])
def test_darker_and_lighter_count_alike_and_bytes_do_not_wrap_round(dark: int, light: int) -> None:
    one, other = np.full((2, 3), dark, np.uint8), np.full((2, 3), light, np.uint8)
    assert difference(one, other) == difference(other, one) == abs(light - dark)


def test_one_spot_is_shared_among_all_of_the_picture() -> None:
    one = np.zeros((10, 10), np.uint8)
    other = one.copy()
    other[3, 4] = 200
    assert difference(one, other) == 2


def test_pictures_of_two_sizes_are_as_far_apart_as_can_be() -> None:
    assert difference(np.zeros((2, 3)), np.zeros((3, 2))) == 255


def test_above_the_tolerance_in_either_it_is_another_picture() -> None:
    assert is_same(TOLERANCE, TOLERANCE)
    assert not is_same(TOLERANCE + 0.01, 0.0)
    assert not is_same(0.0, TOLERANCE + 0.01)
