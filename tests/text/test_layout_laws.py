"""What holds for the rows of every text at every width."""

import itertools
import os
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len  # noqa: TID251 - the law is about what Textual will measure

from reader.model import Direction
from reader.text import graphemes
from reader.text.layout import Row, lay_out

BLANKS = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SELECTORS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
TAGS = frozenset(map(chr, range(0xE0000, 0xE0080)))
HIDDEN = frozenset("\u200e\u200f\u061c\u200d\u200c\u200b\u2060\ufeff\u00ad\u180e") | SELECTORS | TAGS
LINE = (
    "le |mot|déjà |« | »| !|BBC|12|3.5|۴٣|/|-|(|)|[|<|•|a|1|:|كتاب |لا|ل\u064eا|لٱ|ب|م\u064f|\u064e|ه\u200d|\u200cي|پچ"
    "|ـ|؟|، |שלום|ץ |\u05b8|漢字|한글|\u1112\u1161|👍🏽|👩\u200d💻|🇫🇷|❤\ufe0f|e\u0301|\u0301|\u0600|\u070f|नि|\u0e33"
    "| |  |\t|\u00a0|\u202f|\u3000|\u2003| \u0301|\u200b|\u00ad|\ufeff|\u200e|\u200f|\u061c|\u2067|\u2066|\u2068|\u2069"
    "|\u202b|\u202e|\u202c|\u2060|\U000e0041|\u2061|\u1160|\u0600 |ل\u202bا|\t\u0301"
)
BREAKING = "\n|\r\n|\r|\u2028|\u2029|\x85|\x0b|\x0c|\x00|\x1b[31m|\x1c|\x1f|\x9b|\ud800|\udc00"
PARTS = st.one_of(st.sampled_from(LINE.split("|")), st.sampled_from(BREAKING.split("|")), st.characters())


class Case(NamedTuple):
    """A text and how it is laid out."""

    text: str
    width: int
    direction: Direction | None
    joining: bool
    tashkeel: bool

    def rows(self) -> list[Row]:
        """The rows of the case."""
        return lay_out(self.text, self.width, self.direction, joining=self.joining, tashkeel=self.tashkeel)


CASES = st.builds(
    Case,
    st.lists(PARTS, max_size=30).map("".join),
    st.one_of(st.integers(1, 6), st.integers(7, 40)),
    st.sampled_from([Direction.LTR, Direction.RTL, None]),
    st.booleans(),
    st.booleans(),
)


def rows_joined_are_the_text(case: Case) -> None:
    """The rows cover the text without gap or overlap, in order."""
    rows = case.rows()
    assert "".join(case.text[row.start : row.end] for row in rows) == case.text
    assert [row.start for row in rows[1:]] == [row.end for row in rows[:-1]]


def a_row_takes_exactly_its_width(case: Case) -> None:
    """What is painted is what stands in the cells, blanks beside it, and measures `width` cells as a whole."""
    for row in case.rows():
        padding = " " * (case.width - sum(placed.width for placed in row.placed))
        painted = "".join(placed.text for placed in row.placed)
        assert row.text == (padding + painted if row.direction is Direction.RTL else painted + padding)
        assert cell_len(row.text) == case.width


def nothing_is_painted_that_a_terminal_obeys(case: Case) -> None:
    """No control, no bidi control, nothing without a cell is sent."""
    for row in case.rows():
        assert not set(row.text) & (HIDDEN | CONTROLS)
        assert {unicodedata.category(character) for character in row.text}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})


def an_offset_has_one_cell_or_a_reason_to_have_none(case: Case) -> None:
    """Zero-width characters, line ends and blanks hanging at the end of their row have no cell; nothing has two."""
    for row in case.rows():
        placed = sorted(offset for one in row.placed for offset in range(one.start, one.end))
        assert placed == sorted(set(placed))
        assert set(placed) <= set(range(row.start, row.end))
        last = placed[-1] if placed else -1
        for offset in set(range(row.start, row.end)) - set(placed):
            hangs = case.text[offset] in BLANKS and offset > last
            assert case.text[offset] in HIDDEN or case.text[offset] in "\r\n" or hangs


def a_cell_says_its_offset_and_the_offset_its_cell(case: Case) -> None:
    """Cells follow one another; each gives the first offset of what stands in it, and that offset gives the cell."""
    for row in case.rows():
        used = sum(placed.width for placed in row.placed)
        cell = case.width - used if row.direction is Direction.RTL else 0
        for placed in row.placed:
            assert (placed.cell, row.cell_of(placed.start)) == (cell, cell)
            cell += placed.width
            assert {row.offset_at(within) for within in range(placed.cell, cell)} == {placed.start}
            assert row.nearest_offset(placed.cell) == placed.start


def a_span_lights_exactly_its_cells(case: Case) -> None:
    """The ranges of a span are those of what it touches, left to right, none touching the next."""
    for row in case.rows():
        middle = (row.start + row.end) // 2
        for start, end in ((row.start, middle), (middle, row.end), (middle, middle), (0, len(case.text))):
            ranges = row.cells(start, end)
            assert all(left[1] < right[0] for left, right in itertools.pairwise(ranges))
            assert [cell for first, last in ranges for cell in range(first, last)] == [
                cell
                for placed in row.placed
                if any(start <= offset < end for offset in range(placed.start, placed.end))
                for cell in range(placed.cell, placed.cell + placed.width)
            ]


def a_row_begins_with_a_cluster(case: Case) -> None:
    """No cluster is cut, however narrow the rows are."""
    assert all(graphemes.is_boundary(case.text, row.start) for row in case.rows())


def marks_follow_their_base(case: Case) -> None:
    """Within a cluster marks are painted in the order of the text, also right to left (rule L3)."""
    for row in case._replace(tashkeel=True).rows():
        for placed in row.placed:
            if placed.text != "…":
                assert marks_of(placed.text) == marks_of(case.text[placed.start : placed.end])


def marks_of(text: str) -> list[str]:
    """The marks of a cluster that are painted."""
    return [mark for mark in text if unicodedata.category(mark) in {"Mn", "Me"} and mark not in HIDDEN]


LAWS = [
    rows_joined_are_the_text,
    a_row_takes_exactly_its_width,
    nothing_is_painted_that_a_terminal_obeys,
    an_offset_has_one_cell_or_a_reason_to_have_none,
    a_cell_says_its_offset_and_the_offset_its_cell,
    a_span_lights_exactly_its_cells,
    a_row_begins_with_a_cluster,
    marks_follow_their_base,
]
each_law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)


@each_law
@given(case=CASES)
@settings(max_examples=200)
def test_rows_obey_the_law(law: Callable[[Case], None], case: Case) -> None:
    """What the law says is true of hostile texts at any width."""
    law(case)


@pytest.mark.long
@each_law
@given(case=CASES)
@settings(max_examples=40 * int(os.environ.get("ROUNDS", "100")))
def test_rows_obey_the_law_in_many_more_texts(law: Callable[[Case], None], case: Case) -> None:
    """What the law says is true of hostile texts at any width."""
    law(case)
