"""What is on the papers of the stories."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import sin

from kit.drawn import PALE, Pen, drawing


@drawing(210, 297)
def plain(pen: Pen) -> None:
    """An empty sheet."""
    pen.colour("#FFFFFF", 0.0)


@drawing(210, 297)
def four_boxes(pen: Pen) -> None:
    """Four boxes; three are full, the last has one short line."""
    pen.width = 0.75
    for number, (x, y) in enumerate(((22, 40), (110, 38), (21, 150), (112, 152))):
        pen.box(x, y, 78, 96, 0.85)
        rows = (5, 4, 5, 1)[number]
        for row in range(rows):
            pen.words(x + 8, y + 18 + row * 15, pen.chance.uniform(34, 60), 4.6)


@drawing(297, 210)
def chain(pen: Pen) -> None:
    """Six boxes joined by a line."""
    pen.width = 0.75
    places = [(18, 44), (110, 40), (202, 46), (204, 122), (112, 126), (18, 120)]
    for number, (x, y) in enumerate(places):
        pen.box(x, y, 72, 42, 0.85)
        for row in range(2 if number % 2 else 1):
            pen.words(x + 8, y + 18 + row * 13, pen.chance.uniform(34, 54), 4.6)
    for a, b in ((0, 1), (1, 2)):
        pen.line(places[a][0] + 73, places[a][1] + 21, places[b][0] - 1, places[b][1] + 21, 0.85)
    pen.line(238, 89, 239, 121, 0.85)
    for a, b in ((3, 4), (4, 5)):
        pen.line(places[a][0] - 1, places[a][1] + 21, places[b][0] + 73, places[b][1] + 21, 0.85)


@drawing(297, 210)
def scale(pen: Pen) -> None:
    """A line from 0 to 10 with three marks and a few words at each."""
    pen.width = 0.8
    pen.line(28, 118, 270, 116, 1.0)
    for number in range(11):
        x = 28 + number * 24.2
        tall = 8 if number in (0, 5, 10) else 5
        pen.line(x, 118 - tall, x, 117 + tall * 0.7, 0.8)
        pen.figure(str(number), x, 134, 8.5, "URW Chancery L")
    for number, y in ((3, 86), (5, 62), (7, 88)):
        x = 28 + number * 24.2
        pen.ring(x, 117, 5.2, 0.9)
        pen.line(x, 110, x + 2, y + 6, 0.6)
        pen.words(x - 17, y, 40, 4.8)
        pen.words(x - 15, y - 11, 27, 4.8)


@drawing(148, 105)
def three_questions(pen: Pen) -> None:
    """A card with three numbered lines and a short answer after each."""
    pen.width = 0.6
    for row, y in enumerate((26, 54, 82)):
        pen.ring(16, y - 3, 5.0, 0.6)
        pen.figure(str(row + 1), 16, y - 3, 5.4, "URW Chancery L")
        pen.words(28, y, 92 - row * 10, 4.6)
        pen.words(30, y + 11, 36 + row * 8, 3.6)


@drawing(210, 297)
def two_columns(pen: Pen) -> None:
    """A page in two columns: the left one short, the right one long."""
    pen.width = 0.75
    pen.line(105, 34, 104, 262, 0.9)
    pen.line(22, 58, 190, 57, 0.9)
    pen.words(38, 50, 42, 6)
    pen.words(126, 50, 46, 6)
    for row in range(2):
        pen.words(28, 78 + row * 20, pen.chance.uniform(40, 62), 4.6)
    for row in range(8):
        pen.words(114, 78 + row * 20, pen.chance.uniform(44, 70), 4.6)


@drawing(148, 105)
def three_columns(pen: Pen) -> None:
    """A card with three columns."""
    pen.width = 0.6
    for x in (51, 98):
        pen.line(x, 12, x + 0.5, 96, 0.7)
    pen.line(8, 25, 140, 24, 0.7)
    for column, x in enumerate((11, 56, 103)):
        pen.words(x, 20, 30, 4.2)
        for row in range((4, 2, 5)[column]):
            pen.words(x, 37 + row * 12, pen.chance.uniform(20, 34), 3.6)


@drawing(148, 105)
def plan(pen: Pen) -> None:
    """A card with a line across the top and short entries below it."""
    pen.width = 0.6
    pen.words(14, 16, 96, 5)
    pen.line(8, 24, 140, 23, 0.9)
    for row in range(5):
        pen.line(12, 37 + row * 13, 16, 36.5 + row * 13, 0.7)
        pen.words(21, 38 + row * 13, pen.chance.uniform(50, 104), 4.0)


@drawing(148, 105)
def short_line(pen: Pen) -> None:
    """A card with one short line in pen."""
    pen.width = 0.8
    pen.words(26, 54, 92, 7)


@drawing(148, 105)
def three_paths(pen: Pen) -> None:
    """Three paths from one point."""
    pen.width = 0.7
    pen.ring(20, 56, 4.5, 0.8)
    for bend, end in ((-26, 22), (0, 56), (26, 88)):
        pen.line(26, 56 + bend * 0.1, 60, 56 + bend * 0.7, 0.8)
        pen.line(60, 56 + bend * 0.7, 98, end, 0.8)
        pen.words(104, end + 2, 32, 4.4)


@drawing(210, 297)
def letter(pen: Pen) -> None:
    """A printed letter: grey lines of type that cannot be read."""
    pen.colour("#3C4654")
    pen.canvas.rectangle(24, 22, 34, 9)
    pen.canvas.fill()
    _type(pen, 24, 58, (46, 40, 52, 30))
    pen.colour("#2E3238", 0.9)
    pen.canvas.rectangle(24, 96, 88, 3.2)
    pen.canvas.fill()
    _type(pen, 24, 112, (158, 152, 160, 149, 80))
    _type(pen, 24, 150, (155, 160, 96))
    pen.canvas.set_line_width(0.4)
    pen.colour("#5A6068")
    pen.canvas.rectangle(24, 178, 160, 26)
    pen.canvas.stroke()
    _type(pen, 30, 190, (60, 44))


def _type(pen: Pen, x: float, y: float, lengths: tuple[float, ...]) -> None:
    for row, long in enumerate(lengths):
        start, end = x, x + long
        while start < end:
            word = min(pen.chance.uniform(5, 17), end - start)
            pen.colour("#33383F", 0.75)
            pen.canvas.rectangle(start, y + row * 6.2, max(word - 2, 1), 2.1)
            pen.canvas.fill()
            start += word


@drawing(80, 210)
def receipt(pen: Pen) -> None:
    """A till receipt."""
    _type(pen, 20, 12, (38, 30))
    for row in range(16):
        _type(pen, 8, 32 + row * 8, (pen.chance.uniform(24, 44),))
        _type(pen, 60, 32 + row * 8, (11,))
    pen.colour("#33383F", 0.8)
    pen.canvas.rectangle(8, 166, 64, 0.5)
    pen.canvas.fill()
    _type(pen, 8, 174, (26,))
    _type(pen, 52, 174, (19,))


@drawing(297, 210)
def calendar(pen: Pen) -> None:
    """A month with one Saturday circled."""
    _month(pen)
    pen.ink = "#8A3A2E"
    pen.ring(20 + 5.5 * 36.7, 62 + 2.5 * 23, 13, 1.1)


@drawing(297, 210)
def calendar_marks(pen: Pen) -> None:
    """A month with three careful days marked."""
    _month(pen)
    pen.ink = "#3A4A66"
    for column, row in ((4, 0), (5, 2), (4, 4)):
        pen.ring(20 + (column + 0.5) * 36.7, 62 + (row + 0.5) * 23, 10, 0.9)
        pen.words(24 + column * 36.7, 82 + row * 23, 24, 3.4)


def _month(pen: Pen) -> None:
    pen.colour("#5C6B72")
    pen.canvas.rectangle(20, 18, 60, 12)
    pen.canvas.fill()
    for column in range(8):
        _rule(pen, 20 + column * 36.7, 48, 20 + column * 36.7, 200)
    for row in range(7):
        y = 48 if row == 0 else 62 + (row - 1) * 23
        _rule(pen, 20, y, 277, y)
    day = 1
    for row in range(6):
        for column in range(7):
            if row * 7 + column >= 2 and day <= 31:
                pen.figure(str(day), 27 + column * 36.7, 69 + row * 23, 6.5)
                day += 1


def _rule(pen: Pen, x0: float, y0: float, x1: float, y1: float) -> None:
    pen.colour(PALE)
    pen.canvas.set_line_width(0.3)
    pen.canvas.move_to(x0, y0)
    pen.canvas.line_to(x1, y1)
    pen.canvas.stroke()


@drawing(297, 210)
def layers(pen: Pen) -> None:
    """Layers like earth, one under the other, with a word in each."""
    pen.width = 0.8
    tones = ("#8E8262", "#83694A", "#6E5038", "#573D2C", "#3F3026")
    for number, tone in enumerate(tones):
        y = 44 + number * 31
        pen.colour(tone, 0.55)
        pen.canvas.move_to(24, y)
        for step in range(26):
            pen.canvas.line_to(24 + step * 10, y + 2.6 * sin(step * 0.7 + number * 2))
        pen.canvas.line_to(274, y + 31)
        pen.canvas.line_to(24, y + 31)
        pen.canvas.fill()
        for step in range(25):
            pen.line(
                24 + step * 10,
                y + 2.6 * sin(step * 0.7 + number * 2),
                34 + step * 10,
                y + 2.6 * sin((step + 1) * 0.7 + number * 2),
                0.7,
                0.1,
            )
        pen.words(40 + number * 16, y + 20, 52, 5.4)


@drawing(210, 297)
def crossed_out(pen: Pen) -> None:
    """Lines of handwriting, some of them crossed out."""
    pen.width = 0.75
    for row in range(8):
        y = 60 + row * 25
        long = pen.chance.uniform(90, 150)
        pen.words(28, y, long, 5.4)
        if row in (1, 2, 4, 6):
            pen.line(26, y - 2, 30 + long, y - 3, 1.1)
            pen.line(30, y - 0.5, 26 + long, y - 1.5, 0.9)


@drawing(210, 148)
def child_drawing(pen: Pen) -> None:
    """A house and a bus in crayon."""
    pen.width, pen.ink = 2.2, "#3D5F86"
    pen.box(30, 70, 50, 46)
    pen.line(26, 70, 55, 44)
    pen.line(55, 44, 86, 72)
    pen.ink = "#B98A2E"
    pen.box(108, 84, 74, 32)
    for x in (122, 164):
        pen.ring(x, 119, 8)
    for x in (116, 136, 156):
        pen.box(x, 90, 12, 11)
    pen.ink = "#5A7A3E"
    pen.line(12, 128, 196, 127)


@drawing(240, 170)
def street_map(pen: Pen) -> None:
    """Streets without names, and one small dot."""
    for x0, y0, x1, y1, width in (
        (0, 40, 240, 66, 5),
        (60, 0, 84, 170, 5),
        (150, 0, 140, 170, 4),
        (0, 118, 240, 104, 4),
        (84, 60, 150, 112, 2.6),
        (10, 0, 30, 170, 2.6),
        (190, 0, 204, 170, 2.6),
        (0, 150, 240, 146, 2.2),
        (0, 84, 84, 92, 2),
    ):
        pen.colour("#D9D4C7")
        pen.canvas.set_line_width(width)
        pen.canvas.move_to(x0, y0)
        pen.canvas.line_to(x1, y1)
        pen.canvas.stroke()
    pen.colour("#35618E")
    pen.canvas.arc(112, 88, 4.2, 0, 6.3)
    pen.canvas.fill()
