"""Where a line breaks and where each cluster lands.

Order is a matter of the paragraph, breaking a matter of the row: the paragraph's visual order is worked out
once, rows are broken in logical order, and a row is its clusters sorted by that order, but blanks at its end
go to the end of the base direction (UAX #9, L1). Offsets are code points; cells are columns on the screen.
"""

from collections.abc import Callable
from functools import partial

from reader.model import Direction, Paragraph
from reader.text import bidi
from reader.text.breaking import RowPieces, break_rows, pieces
from reader.text.language import describe, direction_of
from reader.text.paragraphs import split
from reader.text.rows import Placed, Row
from reader.text.words import Unit

__all__ = ["Placed", "Row", "lay_out", "lay_out_paragraph"]

_Item = tuple[int, Unit]  # the start of a unit in the paragraph, and the unit


def lay_out(
    text: str, width: int, direction: Direction | None = None, *, joining: bool = True, tashkeel: bool = True
) -> list[Row]:
    """The rows of a text at a width in cells (at least 1), in logical order, covering it without gap or overlap.

    Without `direction` each paragraph runs by the script of most of its letters. With `joining` Arabic letters
    are painted as presentation forms; without `tashkeel` their vowel marks are not painted. ValueError when
    `width` is less than 1.
    """
    base = None if direction is None else Direction(direction)
    default = base or describe(text)[1]
    rows: list[Row] = []
    for paragraph in split(text):
        own = base or direction_of(paragraph.text, default)
        rows += lay_out_paragraph(paragraph, width, own, joining=joining, tashkeel=tashkeel)
    return rows


def lay_out_paragraph(
    paragraph: Paragraph, width: int, direction: Direction, *, joining: bool = True, tashkeel: bool = True
) -> list[Row]:
    """The rows of one paragraph; an empty one has one blank row. Offsets are those of the paragraph's text."""
    if width < 1:
        raise ValueError("a row is at least one cell wide")
    text, origin = paragraph.text, paragraph.start
    if not text:
        return [Row(origin, paragraph.end, direction, " " * width, list)]
    uniform = bidi.uniform_direction(text, direction)
    arrange = _Mixed(text, direction).arrange if uniform is None else _UNIFORM[uniform]
    rows: list[Row] = []
    for row in break_rows(text, pieces(text, joining, tashkeel), width):
        shown, units = arrange(row)
        padding = " " * (width - row.used)
        is_ltr = direction is Direction.LTR
        place = partial(_place, units, origin, 0 if is_ltr else len(padding))
        painted = shown + padding if is_ltr else padding + shown
        rows.append(Row(origin + row.start, origin + row.end, direction, painted, place))
    rows[-1].end = paragraph.end
    return rows


def _left_to_right(row: RowPieces) -> tuple[str, Callable[[], list[_Item]]]:
    """A row whose every level is even, and what stands on it from left to right."""
    return "".join([piece.word.ltr for piece in row.fitting]), partial(_items, row)


def _right_to_left(row: RowPieces) -> tuple[str, Callable[[], list[_Item]]]:
    """A row whose every level is 1."""
    return "".join([piece.word.rtl for piece in reversed(row.fitting)]), partial(_mirrored_items, row)


_UNIFORM = {Direction.LTR: _left_to_right, Direction.RTL: _right_to_left}


def _items(row: RowPieces) -> list[_Item]:
    """The units of a row in logical order, each with its start in the paragraph."""
    return [(piece.start, unit) for piece in row.fitting for unit in piece.word.units]


def _mirrored_items(row: RowPieces) -> list[_Item]:
    """The units of a wholly right-to-left row, left to right, as they are painted there."""
    return [(origin, unit._replace(text=unit.mirrored)) for origin, unit in reversed(_items(row))]


class _Mixed:
    """A paragraph that holds both directions: its visual rank, by which each row is sorted."""

    def __init__(self, text: str, direction: Direction) -> None:
        self._text = text
        self._direction = direction
        order, self._is_rtl = bidi.resolve(text, direction)
        self._rank = [0] * len(order)
        for rank, index in enumerate(order):
            self._rank[index] = rank

    def arrange(self, row: RowPieces) -> tuple[str, Callable[[], list[_Item]]]:
        """The row painted, and what stands on it from left to right."""
        items = _items(row)
        rank, is_rtl = self._rank, self._is_rtl
        body = len(items)
        while body and bidi.is_trailing(self._text[items[body - 1][0] + items[body - 1][1].start]):
            body -= 1
        trailing = items[body:]
        del items[body:]
        items.sort(key=lambda item: rank[item[0] + item[1].start])
        painted = [
            (origin, unit._replace(text=unit.mirrored)) if is_rtl[origin + unit.start] else (origin, unit)
            for origin, unit in items
        ]
        if self._direction is Direction.LTR:
            painted += trailing
        else:
            painted[:0] = reversed(trailing)
        return "".join([unit.text for _, unit in painted]), lambda: painted


def _place(units: Callable[[], list[_Item]], origin: int, cell: int) -> list[Placed]:
    """The units in their cells, left to right from `cell` on."""
    placed: list[Placed] = []
    for start, unit in units():
        place = origin + start
        placed.append(Placed(place + unit.start, place + unit.end, cell, unit.width, unit.text))
        cell += unit.width
    return placed
