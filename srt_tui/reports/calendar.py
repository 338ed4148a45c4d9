"""The next appointment as a calendar takes it in (RFC 5545): a day, and not a word of whom."""

import datetime as dt


def appointment(on: dt.date, now: dt.datetime) -> str:
    """One event that lasts all of this day, written at `now`; lines end the way the form asks."""
    stamp = f"{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//srt//appointment//EN",
        "BEGIN:VEVENT",
        f"UID:{on:%Y%m%d}-{stamp}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{on:%Y%m%d}",
        "SUMMARY:Appointment",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{line}\r\n" for line in lines)
