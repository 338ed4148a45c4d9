"""What phones show: no words, only shapes, times and ticks."""

# SPDX-License-Identifier: GPL-3.0-or-later

from kit.drawn import Pen, drawing

WIDE, HIGH = 68.0, 146.0


@drawing(WIDE, HIGH)
def locked(pen: Pen) -> None:
    """A locked phone: only the time."""
    pen.ink = "#C9D2DA"
    pen.figure("16:20", WIDE / 2, 36, 15)


@drawing(WIDE, HIGH)
def call_ended(pen: Pen) -> None:
    """A call that has just ended: a round picture without a face, and a timer."""
    _disc(pen, WIDE / 2, 48, 13, "#3A4854")
    pen.ink = "#AAB6BF"
    pen.figure("04:12", WIDE / 2, 76, 8)
    _disc(pen, WIDE / 2, 118, 8, "#7A3A34")


@drawing(WIDE, HIGH)
def one_message(pen: Pen) -> None:
    """One short message, sent."""
    _bubble(pen, 14, 92, 46, 17, "#2F5D4A")
    pen.ink, pen.width = "#D6E2DA", 0.7
    pen.words(19, 103, 34, 4)


@drawing(WIDE, HIGH)
def grey_ticks(pen: Pen) -> None:
    """A message with two grey ticks under it."""
    _bubble(pen, 10, 78, 50, 18, "#39434C")
    pen.ink, pen.width = "#C4CCD2", 0.7
    pen.words(15, 89, 38, 4)
    for x in (48, 52):
        pen.colour("#8E979E")
        pen.canvas.set_line_width(1.0)
        pen.canvas.move_to(x, 102)
        pen.canvas.line_to(x + 1.8, 104.4)
        pen.canvas.line_to(x + 5.6, 99.4)
        pen.canvas.stroke()


@drawing(WIDE, HIGH)
def one_name(pen: Pen) -> None:
    """One name, ready to be called."""
    _disc(pen, WIDE / 2, 44, 12, "#4A5560")
    pen.ink, pen.width = "#D5DBE0", 0.9
    pen.words(20, 74, 28, 6)
    _disc(pen, WIDE / 2, 112, 9, "#3F6B4C")


@drawing(WIDE, HIGH)
def pause(pen: Pen) -> None:
    """A player with its pause button."""
    pen.colour("#2A323A")
    pen.canvas.rectangle(6, 34, 56, 34)
    pen.canvas.fill()
    _disc(pen, WIDE / 2, 98, 12, "#C9C2B4")
    pen.colour("#20262C")
    for x in (WIDE / 2 - 5, WIDE / 2 + 1.6):
        pen.canvas.rectangle(x, 92, 3.4, 12)
        pen.canvas.fill()
    pen.colour("#59636B")
    pen.canvas.rectangle(8, 80, 52, 1.2)
    pen.canvas.fill()
    pen.colour("#C9C2B4")
    pen.canvas.rectangle(8, 80, 19, 1.2)
    pen.canvas.fill()


@drawing(145, 53)
def two_oh_four(pen: Pen) -> None:
    """Four minutes past two, on a clock that glows."""
    pen.ink = "#B9563A"
    pen.figure("2:04", 72, 26, 40, "DejaVu Sans Mono")


@drawing(WIDE, HIGH)
def dark(pen: Pen) -> None:
    """A screen that is off."""
    pen.colour("#000000")


@drawing(90.0, 51.0)
def match(pen: Pen) -> None:
    """A football match on a television: stands, a striped pitch, lines, small players."""
    pen.colour("#2B2F36")
    pen.canvas.rectangle(0, 0, 90, 15)
    pen.canvas.fill()
    for n in range(0, 6, 2):
        pen.colour("#47763F")
        pen.canvas.rectangle(n * 15, 15, 15, 36)
        pen.canvas.fill()
    pen.colour("#C9D2C4")
    pen.canvas.set_line_width(0.5)
    for line in (((0, 19), (90, 17)), ((38, 18), (46, 51)), ((0, 44), (90, 46))):
        pen.canvas.move_to(*line[0])
        pen.canvas.line_to(*line[1])
        pen.canvas.stroke()
    for n in range(9):
        x, y = pen.chance.uniform(6, 84), pen.chance.uniform(22, 44)
        pen.colour("#B4443A" if n % 2 else "#D8D8D0")
        pen.canvas.rectangle(x, y, 1.3, 3.2)
        pen.canvas.fill()


def _disc(pen: Pen, x: float, y: float, radius: float, colour: str) -> None:
    pen.colour(colour)
    pen.canvas.arc(x, y, radius, 0, 6.3)
    pen.canvas.fill()


def _bubble(pen: Pen, x: float, y: float, wide: float, high: float, colour: str) -> None:
    pen.colour(colour)
    r = 4.0
    for cx, cy, start in (
        (x + wide - r, y + r, -1.57),
        (x + wide - r, y + high - r, 0.0),
        (x + r, y + high - r, 1.57),
        (x + r, y + r, 3.14),
    ):
        pen.canvas.arc(cx, cy, r, start, start + 1.57)
    pen.canvas.fill()
