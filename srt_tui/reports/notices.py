"""What each report may not be used for; it stands on the report itself."""

NOTE = "A working note of what was done and said. It is not a risk assessment."
BRIEF = (
    "For the practitioner alone, before a session. Not the record, not a risk assessment, and "
    "not for a report, a breach, a recall or a court."
)
CARD = (
    "For the practitioner alone. What the authors wrote for whoever delivers it; nothing here is "
    "about him."
)
SUMMARY = (
    "A working summary for hand-over. Not the official record. It is not evidence that anyone is "
    "safe or has completed treatment, and not a risk assessment."
)
SUPERVISION = (
    "For your own supervision. Not for his record, not for ranking or appraising staff, and "
    "never for a report, a breach, a recall or a court."
)
ACCESS = (
    "Everything held here about one person, to answer his request to see it. Nothing is left out. "
    "Part 2 is for whoever decides what is disclosed. Not for any other use."
)
TAKE_HOME = "For me. It is not proof of anything."
EVALUATION = (
    "Counts of what was done, to describe how the work goes. They cannot show that anyone is "
    "safer or that the work has an effect. Not for comparing practitioners or people."
)
