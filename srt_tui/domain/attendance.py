"""How an appointment went: whether he came, the kind of reason where not, and who was told."""

from typing import Literal, TypeAlias

Came: TypeAlias = Literal["yes", "late", "left-early", "walked-out", "by-phone", "no"]
AwayReason: TypeAlias = Literal["", "ill", "work", "care", "travel", "none-given", "other"]
Told: TypeAlias = Literal["", "nobody-yet", "manager", "duty", "case-manager", "other"]
