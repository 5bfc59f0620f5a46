"""The rows of a text of any size, from any place on, forward and back."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Direction
from reader.text.layout import Row
from reader.text.paging import TOP, Pages, Place
from reader.text.paragraphs import MemoryText

PIECES = ["le port rouvre ", "إنّ الوزير ", "motlongsansblanc", "\n", "\r\n", "\n\n", " ", "e\u0301", "\N{TRAM}", ""]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).filter(bool)
WIDTHS = st.integers(1, 20)
HEIGHTS = st.integers(1, 8)
STEPS = st.integers(-30, 30)


def pages(text: str, width: int) -> Pages:
    """The text laid out at a width."""
    return Pages(MemoryText(text), Direction.LTR, width)


def places(found: Pages) -> list[Place]:
    """Every row's place, first to last."""
    return [Place(index, row) for index in range(found.text.paragraph_count) for row in range(len(found.rows(index)))]


def bounds(rows: list[Row]) -> list[tuple[int, int]]:
    """Start and end of each row."""
    return [(row.start, row.end) for row in rows]


def test_rows_of_a_page() -> None:
    """A page shows at most as many rows as it is high, over the ends of paragraphs."""
    found = pages("un deux\n\ntrois quatre\n", 6)
    assert [row.text.rstrip() for row in found.visible(Place(0, 1), 3)] == ["deux", "", "trois"]


def test_a_paragraph_without_letters_runs_as_the_document_does() -> None:
    """A paragraph of digits stands at the side at which the document's text begins."""
    assert Pages(MemoryText("12"), Direction.RTL, 4).rows(0)[0].text == "  12"


def test_each_paragraph_runs_its_own_way() -> None:
    """A French paragraph in an Arabic document runs left to right."""
    assert Pages(MemoryText("قال\noui"), Direction.RTL, 4).rows(1)[0].text == "oui "


@pytest.mark.parametrize(("height", "top"), [(1, Place(2, 1)), (2, Place(2, 0)), (3, Place(1, 0)), (9, Place(0, 0))])
def test_last_top(height: int, top: Place) -> None:
    """The lowest page ends with the last row of the text."""
    assert pages("un\n\ntrois quatre", 6).last_top(height) == top


def test_a_text_without_anything() -> None:
    """An empty text has a place to begin at and no rows."""
    found = pages("", 5)
    assert (found.visible(TOP, 3), found.last_top(3), found.place_of(0), found.moved(TOP, 2)) == ([], TOP, TOP, TOP)


def test_more_paragraphs_than_are_kept() -> None:
    """Rows that were put away are laid out again as they were."""
    found = pages("mot\n" * 2000, 5)
    first = found.rows(0)[0].text
    assert found.place_of(4 * 1999) == Place(1999, 0)
    assert len([found.rows(index) for index in range(2000)]) == 2000
    assert found.rows(0)[0].text == first


@given(TEXTS, WIDTHS, HEIGHTS, st.data())
def test_rows_from_any_place_are_contiguous(text: str, width: int, height: int, data: st.DataObject) -> None:
    """Each row begins where the one before it ends, whatever row is the first."""
    found = pages(text, width)
    every = places(found)
    index = data.draw(st.integers(0, len(every) - 1))
    rows = found.visible(every[index], height)
    assert bounds(rows) == bounds([found.row(place) for place in every[index : index + height]])
    assert all(before.end == after.start for before, after in itertools.pairwise(rows))


@given(TEXTS, WIDTHS)
def test_rows_cover_the_text(text: str, width: int) -> None:
    """The rows from the top on hold every code point of the text."""
    rows = pages(text, width).visible(TOP, 10_000)
    assert (rows[0].start, rows[-1].end) == (0, len(text))


@given(TEXTS, WIDTHS, STEPS, st.data())
def test_moved(text: str, width: int, by: int, data: st.DataObject) -> None:
    """A move goes down by so many rows, up when negative, as far as the text goes."""
    found = pages(text, width)
    every = places(found)
    index = data.draw(st.integers(0, len(every) - 1))
    assert found.moved(every[index], by) == every[min(max(0, index + by), len(every) - 1)]


@given(TEXTS, WIDTHS, st.data())
def test_place_of(text: str, width: int, data: st.DataObject) -> None:
    """The row of an offset holds it; the end of the text is on the last row."""
    found = pages(text, width)
    offset = data.draw(st.integers(0, len(text)))
    row = found.row(found.place_of(offset))
    assert row.start <= offset
    assert offset < row.end or offset == len(text) == row.end


@given(TEXTS, WIDTHS, HEIGHTS)
def test_last_top_shows_the_end(text: str, width: int, height: int) -> None:
    """From the lowest top the page is full, or shows the whole text, and ends with its last row."""
    found = pages(text, width)
    rows = found.visible(found.last_top(height), height)
    assert rows[-1].end == len(text)
    assert len(rows) == min(height, len(places(found)))
