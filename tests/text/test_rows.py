"""A row: from cells to offsets and back."""

import pytest

from reader.model import Direction
from reader.text.rows import Placed, Row

PLACED = [Placed(8, 9, 2, 1, "c"), Placed(5, 8, 3, 2, "漢"), Placed(3, 5, 5, 1, "a")]


@pytest.fixture
def row() -> Row:
    """A right-to-left row of six cells, the second of its clusters two cells wide, the first two cells blank."""
    return Row(3, 10, Direction.RTL, "  c漢a", lambda: list(PLACED))


@pytest.mark.parametrize(
    ("cell", "offset"), [(0, None), (1, None), (2, 8), (3, 5), (4, 5), (5, 3), (6, None), (-1, None)]
)
def test_a_cell_holds_an_offset(row: Row, cell: int, offset: int | None) -> None:
    """Both cells of a wide cluster give its first offset; padding gives none."""
    assert row.offset_at(cell) == offset


@pytest.mark.parametrize(("offset", "cell"), [(2, None), (3, 5), (4, 5), (5, 3), (7, 3), (8, 2), (9, None)])
def test_an_offset_has_a_cell(row: Row, offset: int, cell: int | None) -> None:
    """Any offset of a cluster gives the cluster's first cell; what hangs has none."""
    assert row.cell_of(offset) == cell


@pytest.mark.parametrize(
    ("start", "end", "ranges"),
    [
        (3, 10, [(2, 6)]),
        (3, 4, [(5, 6)]),
        (8, 9, [(2, 3)]),
        (7, 9, [(2, 5)]),
        (9, 10, []),
        (0, 3, []),
        (6, 6, []),
        (9, 3, []),
    ],
)
def test_a_span_lights_cells(row: Row, start: int, end: int, ranges: list[tuple[int, int]]) -> None:
    """A span lights every cell of what it touches, an empty one none."""
    assert row.cells(start, end) == ranges


@pytest.mark.parametrize(("cell", "offset"), [(0, 8), (2, 8), (4, 5), (5, 3), (99, 3)])
def test_a_cell_has_something_near(row: Row, cell: int, offset: int) -> None:
    """A cell in the padding leads to what stands nearest."""
    assert row.nearest_offset(cell) == offset


def test_a_blank_row_leads_to_its_start() -> None:
    """A row that shows nothing gives its own start."""
    assert Row(7, 8, Direction.LTR, "   ", list).nearest_offset(2) == 7


def test_a_row_is_worked_out_once() -> None:
    """What stands in the cells is asked for on first use only."""
    asked: list[int] = []
    row = Row(0, 1, Direction.LTR, "a", lambda: asked.append(1) or [Placed(0, 1, 0, 1, "a")])  # type: ignore[func-returns-value] # append says nothing
    assert (row.placed, row.placed, len(asked)) == ([Placed(0, 1, 0, 1, "a")], [Placed(0, 1, 0, 1, "a")], 1)
