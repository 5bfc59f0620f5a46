"""Rows of real texts to try the encoders with."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from reader.text import graphemes
from reader.text.encoding import Cell
from reader.text.layout import lay_out
from reader.text.rows import Row

ROOT = Path(__file__).parents[3]
PLACES = [ROOT / "reader" / "sample", ROOT.parent / "shared" / "data"]
BASE, CLAIM, ENTITY = "48;2;18;18;18", "48;2;90;60;0", "4;48;2;0;60;90"


def _documents() -> Iterator[str]:
    for path in sorted(path for place in PLACES for path in place.rglob("*.txt")):
        data = path.read_bytes()
        try:
            yield data.decode("utf-8")
        except UnicodeDecodeError:
            yield data.decode("cp1256")


def _cells(row: Row, period: int) -> list[Cell]:
    """The row's cells; every so many code points of the text another span is highlighted, none with 0."""
    shown = [Cell(" ", BASE)] * (row.placed[0].cell if row.placed else len(row.text))
    for placed in row.placed:
        place = placed.start // period % 4 if period else 0
        shown.append(Cell(placed.text, (BASE, ENTITY, BASE, CLAIM)[place]))
    behind = len(row.text) if not row.placed else row.placed[-1].cell + row.placed[-1].width
    return shown + [Cell(" ", BASE)] * (graphemes.width(row.text) - behind)


LONG = [pytest.param(each, marks=pytest.mark.long) for each in ((24, 7), (57, 0), (90, 5))]


@pytest.fixture(scope="session", params=[(24, 0), (57, 11), *LONG], ids=lambda one: f"{one[0]} {one[1]}")
def rows(request: pytest.FixtureRequest) -> list[list[Cell]]:
    """Every row of every text at a width, highlighted or not, alone and beside the row below it."""
    width, period = request.param
    alone = [_cells(row, period) for text in _documents() for row in lay_out(text, width)]
    blank, divider = [Cell(" ", BASE)], [Cell("│", "38;2;80;80;80")]
    beside = [[*blank, *left, *blank, *divider, *blank, *right, *blank] for left, right in pairwise(alone)]
    return alone + beside
