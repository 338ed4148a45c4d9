"""How far one picture is from another, and how far is too far."""

# SPDX-License-Identifier: GPL-3.0-or-later

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Pixels: TypeAlias = npt.NDArray[Any]

TOLERANCE = 1.0
"""Of 255 (art direction, section 2). Other types of processor were not tried."""


def difference(one: Pixels, other: Pixels) -> float:
    """The mean absolute difference of two pictures of 0 to 255; 255 when their sizes differ."""
    if one.shape != other.shape:
        return 255.0
    return float(np.abs(one.astype(np.float64) - other).mean())


def is_same(*differences: float) -> bool:
    """Whether these are within the tolerance."""
    return max(differences) <= TOLERANCE
