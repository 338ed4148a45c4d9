"""How an appointment went: whether he came, the kind of reason where not, and who was told."""

from typing import Literal, TypeAlias

Came: TypeAlias = Literal["yes", "late", "left-early", "walked-out", "by-phone", "no"]
AwayReason: TypeAlias = Literal["", "ill", "work", "care", "travel", "none-given", "other"]
Told: TypeAlias = Literal["", "nobody-yet", "manager", "duty", "case-manager", "other"]

CAME: dict[Came, str] = {
    "yes": "came",
    "late": "came late",
    "left-early": "left early",
    "walked-out": "walked out",
    "by-phone": "by phone instead",
    "no": "did not come",
}
REASONS: dict[AwayReason, str] = {
    "": "",
    "ill": "ill",
    "work": "work",
    "care": "caring for someone",
    "travel": "travel",
    "none-given": "no reason given",
    "other": "another reason",
}
TOLD: dict[Told, str] = {
    "": "",
    "nobody-yet": "nobody yet",
    "manager": "my manager",
    "duty": "the duty officer",
    "case-manager": "whoever manages his case",
    "other": "somebody else at work",
}
