"""The order of each row: rules L1, L2 and L4 applied to the levels of its paragraph."""

import os
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Direction
from reader.text.layout import lay_out
from reader.text.words import MIRROR

Levels = Callable[[str, Direction], list[int]]

WORDS = (
    "le mot |déjà |BBC|nato |« | »| !|12|3.5|2020-07-14 |10%|۴٣|١٢/٣|(|)|[|]|<|•|:|,|، |؟|كتاب |الوزير |لا|م\u064f|ـ"
    "|שלום |ץ|\u05b8|e\u0301|漢字|\u0600| |   |\t|\u00a0|\u202f|\u3000|\u200b|\u00ad|\u200e|\u200f|\u061c|\u200d"
)
EXPLICIT = "\u2066|\u2067|\u2068|\u2069|\u202a|\u202b|\u202d|\u202e|\u202c"
PARTS = st.sampled_from([*WORDS.split("|"), *EXPLICIT.split("|")])
LINES = st.one_of(st.lists(st.sampled_from(WORDS.split("|")), min_size=1, max_size=20), st.lists(PARTS, min_size=1))
REMOVED = {"BN", "LRE", "RLE", "LRO", "RLO", "PDF"}
AT_END = {"WS", "LRI", "RLI", "FSI", "PDI", *REMOVED}
rows_of_any_paragraph = given(
    text=LINES.map("".join),
    width=st.one_of(st.integers(1, 8), st.integers(9, 60)),
    direction=st.sampled_from(Direction),
    joining=st.booleans(),
)


@rows_of_any_paragraph
@settings(max_examples=800)
def test_rows_are_reordered_from_the_levels_of_their_paragraph(
    levels_of: Levels, text: str, width: int, direction: Direction, joining: bool
) -> None:
    """Each row stands as rules L1 and L2 say, and is mirrored where its level is odd (L4)."""
    check_rows(levels_of, text, width, direction, joining)


@pytest.mark.long
@rows_of_any_paragraph
@settings(max_examples=100 * int(os.environ.get("ROUNDS", "100")))
def test_rows_of_many_more_paragraphs(
    levels_of: Levels, text: str, width: int, direction: Direction, joining: bool
) -> None:
    """Each row stands as rules L1 and L2 say, and is mirrored where its level is odd (L4)."""
    check_rows(levels_of, text, width, direction, joining)


def check_rows(levels_of: Levels, text: str, width: int, direction: Direction, joining: bool) -> None:
    """Compare the order of what has a cell, by its first offset; what rule X9 removes has no place to compare."""
    levels = levels_of(text, direction)
    for row in lay_out(text, width, direction, joining=joining):
        own = line_levels(text[row.start : row.end], levels[row.start : row.end], direction)
        order = [row.start + index for index in reordered(own)]
        firsts = [one.start for one in row.placed if unicodedata.bidirectional(text[one.start]) not in REMOVED]
        assert firsts == [index for index in order if index in set(firsts)]
        for placed in row.placed:
            base = text[placed.start]
            if base in MIRROR:
                assert placed.text[0] == (MIRROR[base] if own[placed.start - row.start] % 2 else base)


def line_levels(line: str, levels: list[int], direction: Direction) -> list[int]:
    """Rule L1: separators, and blanks and isolate controls before them or at the end, take the base level."""
    own, at_end = list(levels), True
    for index in range(len(line) - 1, -1, -1):
        kind = unicodedata.bidirectional(line[index])
        at_end = kind == "S" or (at_end and kind in AT_END)
        if at_end:
            own[index] = int(direction is Direction.RTL)
    return own


def reordered(levels: list[int]) -> list[int]:
    """Rule L2: from the highest level down to 1, reverse every stretch that is at that level or higher."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def test_the_oracle_itself() -> None:
    """Rules L1 and L2 as written here turn the standard's own example around."""
    levels = [int(level) for level in "1111122221111"]
    assert "".join("ABCDEnatoFGHI"[index] for index in reordered(levels)) == "IHGFnatoEDCBA"
    assert line_levels("A \tB ", [1, 1, 1, 1, 1], Direction.LTR) == [1, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("control", "mark"),
    [
        ("\u202a", "⊢"),
        ("\u202b", "⊣"),
        ("\u202c", "⊥"),
        ("\u202d", "⊩"),
        ("\u202e", "⫣"),
        ("\u2066", "⊦"),
        ("\u2067", "⫞"),
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_a_control_shows_the_same_mark_in_either_direction(control: str, mark: str, direction: Direction) -> None:
    """The mark of a bidi control is not mirrored: it would say that another control stands there."""
    assert mark in lay_out(f"اب{control}جد ab", 20, direction)[0].text
    assert mark in lay_out(f"{control}اب", 20, direction)[0].text
