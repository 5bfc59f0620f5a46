"""Rows at a width: where a paragraph breaks and what stands in which cell."""

from collections.abc import Callable

import pytest

from reader.model import Direction
from reader.text.layout import lay_out

LTR, RTL = Direction.LTR, Direction.RTL
Shown = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("HE SAID nato 45 YES", 19, ["SEY nato 45 DIAS EH"]),
        ("HE SAID nato 45 YES", 8, [" DIAS EH", " nato 45", "     SEY"]),
        ("A (b) C", 7, ["C (b) A"]),
        ("A one two B", 5, ["one A", "B two"]),
        ("ABC   DEF", 3, ["CBA", "FED"]),
        ("A [B] «C»", 12, ["   «C» [B] A"]),
        ("A\tb", 6, ["   b A"]),
        ("   A", 6, ["  A   "]),
        ("", 3, []),
        ("\n", 3, ["   "]),
        ("A\n\nB", 2, [" A", "  ", " B"]),
    ],
)
def test_right_to_left_rows(shown: Shown, text: str, width: int, rows: list[str]) -> None:
    """A right-to-left paragraph breaks in reading order, then each row is reordered."""
    assert shown(text, width, RTL) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("he said NATO 45 yes", 19, ["he said 45 OTAN yes"]),
        ("ab CD", 5, ["ab DC"]),
        ("ab CDE FGH ij", 6, ["ab EDC", "HGF ij"]),
        ("a (B)", 5, ["a (B)"]),
        ("ab   cd", 2, ["ab", "cd"]),
        ("abcdefg hi", 3, ["abc", "def", "g  ", "hi "]),
        ("a\tb", 4, ["a b "]),
        ("a\u00a0b c", 3, ["a\u00a0b", "c  "]),
        ("a\u202fb c", 3, ["a\u202fb", "c  "]),
        ("a\u3000b", 3, ["a\u3000", "b  "]),
        ("a\u3000b", 2, ["a ", "b "]),
        ("\u3000b", 1, [" ", "b"]),
        ("漢字仮名", 5, ["漢字 ", "仮名 "]),
        ("漢字", 1, ["…", "…"]),
        ("a👍b", 4, ["a👍b"]),
        ("a👍b", 2, ["a ", "👍", "b "]),
        ("e\u0301te\u0301", 2, ["e\u0301t", "e\u0301 "]),
        ("\u0301", 2, ["◌\u0301 "]),
        ("a\u2028b\x85\x0b\x0c\x00", 8, ["a↓b¤␋␌␀ "]),
        ("a\r\nb\rc\n", 2, ["a ", "b ", "c "]),
        ("x\ud800y", 4, ["x\ufffdy "]),
        ("❤\ufe0f", 2, ["❤ "]),
        ("a\u200bb\u00ad\ufeffc", 4, ["abc "]),
    ],
)
def test_left_to_right_rows(shown: Shown, text: str, width: int, rows: list[str]) -> None:
    """A left-to-right paragraph fills its rows from the left; what has no safe form shows a stand-in."""
    assert shown(text, width, LTR) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("قال الوزير إن 45 قتيلا", 14, [" ﻥﺇ ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗ", "       ﻼﻴﺘﻗ 45"]),
        ("«لا» للحرب", 10, [" ﺏﺮﺤﻠﻟ «ﻻ»"]),
        ("بثّت BBC الخبر", 20, ["       ﺮﺒﺨﻟﺍ BBC ﺖﺜّﺑ"]),
    ],
)
def test_arabic_rows(text: str, width: int, rows: list[str]) -> None:
    """Arabic stands right to left in its joined forms, marks behind their letter, numbers and names unturned."""
    assert [row.text for row in lay_out(text, width)] == rows


def test_a_french_row() -> None:
    """French keeps its high punctuation with the word before it."""
    rows = lay_out("« C’est fini ! » dit-elle.", 11)
    assert [row.text.rstrip() for row in rows] == ["« C’est", "fini ! »", "dit-elle."]


def test_each_paragraph_runs_by_its_own_script() -> None:
    """Most letters decide for a paragraph, also one that opens with a Latin name; most paragraphs for one without."""
    rows = lay_out("BBC تنقل الخبر\nCinq mots\n2020\nثم انتهى\nوعاد", 20)
    assert [row.direction for row in rows] == [RTL, LTR, RTL, RTL, RTL]


@pytest.mark.parametrize(("text", "direction"), [("12 !", LTR), ("", LTR)])
def test_a_text_without_letters_is_left_to_right(text: str, direction: Direction) -> None:
    """Digits alone decide nothing."""
    assert all(row.direction is direction for row in lay_out(text, 5))


@pytest.mark.parametrize("width", [0, -3])
def test_a_row_has_room(width: int) -> None:
    """A width below one cell is refused."""
    with pytest.raises(ValueError, match="one cell"):
        lay_out("a", width)


def test_a_direction_may_be_given_in_words() -> None:
    """The spelling of HTML's dir is a direction."""
    assert lay_out("a", 3, "rtl")[0].text == "  a"  # type: ignore[arg-type] # a plain string is the point


def test_lam_and_alef_share_a_cell() -> None:
    """The ligature is one cell that holds both letters and the marks between; a span over either lights it."""
    (row,) = lay_out("قَلَا", 4)
    ligature, letter = row.placed
    assert (ligature.start, ligature.end, ligature.cell, ligature.text) == (2, 5, 2, "ﻼ\u064e")
    assert row.cells(2, 3) == row.cells(4, 5) == [(2, 3)]
    assert (letter.start, letter.cell) == (0, 3)


def test_lam_and_alef_apart_where_joining_is_left_to_the_terminal() -> None:
    """Without joining lam and alef keep a cell each."""
    assert [(one.start, one.cell) for one in lay_out("لا", 2, joining=False)[0].placed] == [(1, 0), (0, 1)]


def test_vowel_marks_can_be_left_out() -> None:
    """Without tashkeel marks are not painted and their offsets stay with their letter."""
    (row,) = lay_out("كَتَبَ", 3, joining=False, tashkeel=False)
    assert row.text == "بتك"
    assert [(one.start, one.end) for one in row.placed] == [(4, 6), (2, 4), (0, 2)]


def test_a_span_across_directions_lights_several_ranges(encoded: Callable[[str], str]) -> None:
    """A span that runs into a Latin name lights two stretches of the row."""
    (row,) = lay_out(encoded("AB cd EF"), 8, RTL)
    assert row.cells(1, 4) == [(3, 4), (5, 7)]


def test_an_empty_span_lights_nothing() -> None:
    """Nothing between two offsets lights nothing, inside a cluster too."""
    (row,) = lay_out("e\u0301", 3)
    assert row.cells(1, 1) == row.cells(0, 0) == []


def test_a_thousand_marks_on_a_letter_take_one_cell() -> None:
    """All of them belong to the letter's cluster, however narrow the row."""
    (row,) = lay_out("a" + "\u0301" * 1000, 1)
    assert [(one.start, one.end, one.width) for one in row.placed] == [(0, 1001, 1)]


def test_line_ends_belong_to_the_last_row_of_their_paragraph() -> None:
    """A row ends behind its line end, which has no cell."""
    rows = lay_out("ab cd\r\nef\n", 2)
    assert [(row.start, row.end) for row in rows] == [(0, 3), (3, 7), (7, 10)]
    assert rows[1].cell_of(5) is None
