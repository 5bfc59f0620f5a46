"""A row of the screen: what is painted, and which cell holds which offset.

Offsets are code points of the text that was laid out; cells are columns of the row.
"""

from collections.abc import Callable
from typing import NamedTuple

from reader.model import Direction


class Placed(NamedTuple):
    """A cluster (or a lam with its alef) in its cells; `end` is one past its last code point."""

    start: int
    end: int
    cell: int
    width: int
    text: str


class Row:
    """A line of the screen, `text` exactly `width` cells wide, with the place of every cluster on it."""

    __slots__ = ("_place", "_placed", "direction", "end", "start", "text")

    def __init__(
        self, start: int, end: int, direction: Direction, text: str, place: Callable[[], list[Placed]]
    ) -> None:
        self.start = start
        self.end = end
        self.direction = direction
        self.text = text
        self._place = place
        self._placed: list[Placed] | None = None

    def __repr__(self) -> str:
        return f"Row({self.start}, {self.end}, {self.direction.value}, {self.text!r})"

    @property
    def placed(self) -> list[Placed]:
        """What stands on the row, left to right. Worked out on first use: most rows are only painted."""
        if self._placed is None:
            self._placed = self._place()
        return self._placed

    def cells(self, start: int, end: int) -> list[tuple[int, int]]:
        """The half-open cell ranges that the span lights up, left to right: several where directions mix."""
        ranges: list[tuple[int, int]] = []
        if start >= end:
            return ranges
        for placed in self.placed:
            if placed.start < end and start < placed.end:
                if ranges and ranges[-1][1] == placed.cell:
                    ranges[-1] = (ranges[-1][0], placed.cell + placed.width)
                else:
                    ranges.append((placed.cell, placed.cell + placed.width))
        return ranges

    def offset_at(self, cell: int) -> int | None:
        """First offset of what stands in the cell; None where nothing does."""
        for placed in self.placed:
            if placed.cell <= cell < placed.cell + placed.width:
                return placed.start
        return None

    def cell_of(self, offset: int) -> int | None:
        """Leftmost cell of what holds the offset; None when it has no cell."""
        for placed in self.placed:
            if placed.start <= offset < placed.end:
                return placed.cell
        return None

    def nearest_offset(self, cell: int) -> int:
        """The offset that stands nearest to the cell; the row's start when nothing stands on it."""
        best, least = self.start, None
        for placed in self.placed:
            distance = max(placed.cell - cell, cell - (placed.cell + placed.width - 1), 0)
            if least is None or distance < least:
                best, least = placed.start, distance
        return best
