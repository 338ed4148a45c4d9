"""Words that would tell a stranger why a man has the paper that they stand on."""

import re

_TELLING = (
    "probation", "supervision", "supervisor", "officer", "licence", "court", "order", "breach",
    "recall", "conviction", "offence", "offender", "prison", "police", "victim", "abuse", "abuser",
    "abusive", "violence", "violent", "domestic", "perpetrator", "partner", "ex-partner", "wife",
    "girlfriend", "husband", "boyfriend", "injunction", "programme", "risk",
)  # fmt: skip
_TELLS = re.compile(rf"\b({'|'.join(_TELLING)})s?\b", re.IGNORECASE)


def telling_words(text: str) -> tuple[str, ...]:
    """Those of them in this text, in order, each once and in small letters."""
    return tuple(dict.fromkeys(word.lower() for word in _TELLS.findall(text)))
