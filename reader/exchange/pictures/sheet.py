"""A column as lines of cells: its heading, its rows with what is marked on them. Rows and SVG are made from it."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from reader.exchange.pictures.marks import Mark, Sweep, labels_of
from reader.exchange.pictures.spread import Column
from reader.model import Direction
from reader.text.language import direction_of
from reader.text.layout import lay_out, lay_out_paragraph
from reader.text.rows import Row
from reader.text.safe import safe

MARGIN = 4
LETTERS = 3
GAP = 3


class Kind(Enum):
    """What a line is."""

    TITLE = "title"
    ABOUT = "about"
    BLANK = "blank"
    TEXT = "text"


class Line(NamedTuple):
    """A row, the marks on it (longer ones first) and their labels in the order of the margin."""

    kind: Kind
    row: Row
    marks: tuple[Mark, ...] = ()
    labels: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where a column stands: first cell of its text, first cell of its letters, cells of its text."""

    text: int
    letters: int
    width: int


def places(columns: tuple[Column, ...], width: int) -> list[Place]:
    """The columns side by side in `width` cells, more where that is too few; the margin is where lines begin."""
    each = _each(len(columns), width)
    found = []
    for index, column in enumerate(columns):
        start, inside = index * (each + GAP), each - MARGIN
        is_rtl = column.document.direction is Direction.RTL
        found.append(Place(start, start + inside + 1, inside) if is_rtl else Place(start + MARGIN, start, inside))
    return found


def extent(columns: tuple[Column, ...], width: int) -> int:
    """How many cells the columns take, margins and gaps included, when `width` are asked for."""
    return len(columns) * (_each(len(columns), width) + GAP) - GAP


def _each(count: int, width: int) -> int:
    return max(MARGIN + 1, (width + GAP) // max(1, count) - GAP)


def lines(column: Column, width: int) -> Iterator[Line]:
    """The lines of a column, in visual order with joined letters, each laid out when it is asked for."""
    direction = column.document.direction
    title = "" if column.opens_with_title else column.document.title
    for kind, said in ((Kind.TITLE, title), (Kind.ABOUT, column.about)):
        shown = safe(said)
        for row in lay_out(shown, width, direction_of(shown, direction)):
            yield Line(kind, row)
    yield Line(Kind.BLANK, Row(0, 0, direction, " " * width, list))
    sweep = Sweep(column.annotations)
    for index in range(column.text.paragraph_count):
        paragraph = column.text.paragraph(index)
        for row in lay_out_paragraph(paragraph, width, direction_of(paragraph.text, direction)):
            marks = sweep.touching(row.start, row.end)
            yield Line(Kind.TEXT, row, tuple(marks), labels_of(marks))
