"""The rows of a text of any size, laid out paragraph by paragraph where they are looked at.

There is no count of all rows: a place on the page is a paragraph and a row of it.
"""

from bisect import bisect_right
from collections import OrderedDict
from typing import NamedTuple

from reader.model import Direction, TextSource
from reader.text.language import direction_of
from reader.text.layout import Row, lay_out_paragraph

_KEPT = 512


class Place(NamedTuple):
    """A row of the text: index of the paragraph and of the row in it."""

    paragraph: int
    row: int


TOP = Place(0, 0)


class Pages:
    """The rows of a text at a width in cells; paragraphs without letters run in the document's direction."""

    def __init__(
        self, text: TextSource, direction: Direction, width: int, *, joining: bool = True, tashkeel: bool = True
    ) -> None:
        self.text = text
        self.width = width
        self._direction = direction
        self._joining = joining
        self._tashkeel = tashkeel
        self._rows: OrderedDict[int, list[Row]] = OrderedDict()

    def rows(self, index: int) -> list[Row]:
        """The rows of a paragraph, at least one; the ones last looked at are kept."""
        known = self._rows.get(index)
        if known is not None:
            self._rows.move_to_end(index)
            return known
        paragraph = self.text.paragraph(index)
        direction = direction_of(paragraph.text, self._direction)
        rows = lay_out_paragraph(paragraph, self.width, direction, joining=self._joining, tashkeel=self._tashkeel)
        self._rows[index] = rows
        if len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        return rows

    def place_of(self, offset: int) -> Place:
        """The row that holds the offset."""
        if not self.text.paragraph_count:
            return TOP
        index = self.text.paragraph_at(offset)
        starts = [row.start for row in self.rows(index)]
        return Place(index, max(0, bisect_right(starts, offset) - 1))

    def row(self, place: Place) -> Row:
        """The row at a place."""
        return self.rows(place.paragraph)[place.row]

    def visible(self, top: Place, height: int) -> list[Row]:
        """At most `height` rows from `top` on."""
        found: list[Row] = []
        index, skipped = top
        while len(found) < height and index < self.text.paragraph_count:
            found += self.rows(index)[skipped:]
            index, skipped = index + 1, 0
        return found[:height]

    def moved(self, place: Place, by: int) -> Place:
        """The row so many rows further down (up when negative), as far as the text goes."""
        if not self.text.paragraph_count:
            return TOP
        index, row = place
        row += by
        while row < 0 and index > 0:
            index -= 1
            row += len(self.rows(index))
        while row >= (count := len(self.rows(index))):
            if index + 1 >= self.text.paragraph_count:
                return Place(index, count - 1)
            row -= count
            index += 1
        return Place(index, max(0, row))

    def last_top(self, height: int) -> Place:
        """The highest place from which the end of the text is on a page of that height."""
        if not self.text.paragraph_count:
            return TOP
        last = self.text.paragraph_count - 1
        return self.moved(Place(last, len(self.rows(last)) - 1), 1 - height)
