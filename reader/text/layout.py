"""Where a line breaks and where each cluster lands.

Order is a matter of the paragraph, breaking a matter of the row: the paragraph's visual order is worked out
once, rows are broken in logical order, and a row is its clusters sorted by that order, but blanks at its end
go to the end of the base direction (UAX #9, L1). Offsets are code points; cells are columns on the screen.
"""

from collections.abc import Callable, Iterator
from functools import partial

from reader.model import Direction, Paragraph
from reader.text import bidi
from reader.text.breaking import RowWords, break_rows, words
from reader.text.language import main_direction, script_direction
from reader.text.paragraphs import split
from reader.text.rows import Placed, Row
from reader.text.words import Unit, Word

__all__ = ["Placed", "Row", "lay_out", "lay_out_paragraph"]

_Item = tuple[int, Unit]  # a unit as it is painted, behind the start of its word in the paragraph
_Part = tuple[int, int, bool, Word | Unit]  # visual rank, start in the paragraph, right to left, what stands there


def lay_out(
    text: str, width: int, direction: Direction | None = None, *, joining: bool = True, tashkeel: bool = True
) -> list[Row]:
    """The rows of a text at a width in cells (at least 1), in logical order, covering it without gap or overlap.

    Without `direction` each paragraph runs by the script of most of its letters. With `joining` Arabic letters
    are painted as presentation forms; without `tashkeel` their vowel marks are not painted. ValueError when
    `width` is less than 1.
    """
    found = split(text)
    base = None if direction is None else Direction(direction)
    own = [base or script_direction(paragraph.text) for paragraph in found]
    default = main_direction(own)
    rows: list[Row] = []
    for paragraph, runs in zip(found, own, strict=True):
        rows += lay_out_paragraph(paragraph, width, runs or default, joining=joining, tashkeel=tashkeel)
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
    for row in break_rows(words(text, joining, tashkeel), width):
        shown, units = arrange(row)
        padding = " " * (width - row.used)
        is_ltr = direction is Direction.LTR
        place = partial(_place, units, origin, 0 if is_ltr else len(padding))
        painted = shown + padding if is_ltr else padding + shown
        rows.append(Row(origin + row.start, origin + row.end, direction, painted, place))
    rows[-1].end = paragraph.end
    return rows


def _left_to_right(row: RowWords) -> tuple[str, Callable[[], list[_Item]]]:
    """A row whose every level is even, and what stands on it from left to right."""
    return "".join([word.ltr for word in row.fitting]), partial(_items, row)


def _right_to_left(row: RowWords) -> tuple[str, Callable[[], list[_Item]]]:
    """A row whose every level is 1."""
    return "".join([word.rtl for word in reversed(row.fitting)]), partial(_reversed_items, row)


_UNIFORM = {Direction.LTR: _left_to_right, Direction.RTL: _right_to_left}


def _starts(row: RowWords) -> Iterator[tuple[int, Word]]:
    """The words of a row in logical order, each with its start in the paragraph."""
    start = row.start
    for word in row.fitting:
        yield start, word
        start += word.length


def _items(row: RowWords) -> list[_Item]:
    return [(start, unit) for start, word in _starts(row) for unit in word.units]


def _reversed_items(row: RowWords) -> list[_Item]:
    return [_mirrored(start, unit) for start, unit in reversed(_items(row))]


def _mirrored(start: int, unit: Unit) -> _Item:
    return start, unit if unit.ltr == unit.rtl else unit._replace(ltr=unit.rtl)


class _Mixed:
    """A paragraph that holds both directions: its visual rank, by which each row is sorted."""

    def __init__(self, text: str, direction: Direction) -> None:
        self._text = text
        self._is_base_rtl = direction is Direction.RTL
        order, self._is_rtl = bidi.resolve(text, direction)
        self._rank = [0] * len(order)
        for rank, index in enumerate(order):
            self._rank[index] = rank

    def arrange(self, row: RowWords) -> tuple[str, Callable[[], list[_Item]]]:
        """The row painted, and what stands on it from left to right."""
        body = row.end
        while body > row.start and bidi.is_trailing(self._text[body - 1]):
            body -= 1
        parts = sorted(self._parts(row, body))
        shown = [part.rtl if is_rtl else part.ltr for _, _, is_rtl, part in parts]
        return "".join(shown), partial(_items_of_parts, parts)

    def _parts(self, row: RowWords, body: int) -> Iterator[_Part]:
        """The row's words, and units of words within which the order jumps; what starts at `body` is at the end."""
        rank, is_rtl = self._rank, self._is_rtl
        for start, word in _starts(row):
            end = start + word.length
            first, steps = rank[start], word.length - 1
            right_to_left = is_rtl.count(1, start, end)
            if end <= body and not right_to_left and rank[end - 1] == first + steps:
                yield first, start, False, word
            elif end <= body and right_to_left == word.length and rank[end - 1] == first - steps:
                yield first, start, True, word
            else:
                for unit in word.units:
                    place = start + unit.start
                    if place < body:
                        yield rank[place], start, bool(is_rtl[place]), unit
                    else:
                        yield (-place if self._is_base_rtl else len(rank) + place), start, self._is_base_rtl, unit


def _items_of_parts(parts: list[_Part]) -> list[_Item]:
    items: list[_Item] = []
    for _, start, is_rtl, part in parts:
        if isinstance(part, Unit):
            items.append(_mirrored(start, part) if is_rtl else (start, part))
        elif is_rtl:
            items += [_mirrored(start, unit) for unit in reversed(part.units)]
        else:
            items += [(start, unit) for unit in part.units]
    return items


def _place(units: Callable[[], list[_Item]], origin: int, cell: int) -> list[Placed]:
    """The units in their cells, left to right from `cell` on."""
    placed: list[Placed] = []
    for start, unit in units():
        place = origin + start
        placed.append(Placed(place + unit.start, place + unit.end, cell, unit.width, unit.ltr))
        cell += unit.width
    return placed
