"""What is painted for a word, and the units that it consists of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import words
from reader.text.words import Unit, Word, paint

WORDS = st.text(
    "abé()«»1٣بلاألـ\u064e\u0651\u0670\u0301\u200d\u200c\u200f\ufe0f漢👍\x1b\u202b\u0600", min_size=1, max_size=12
)


@pytest.mark.parametrize(
    ("word", "ltr", "rtl", "width"),
    [
        ("mot", "mot", "tom", 3),
        ("(BBC)", "(BBC)", "(CBB)", 5),
        ("«oui»", "«oui»", "«iuo»", 5),
        ("بيت", "ﺑﻴﺖ", "ﺖﻴﺑ", 3),
        ("بَيت", "ﺑ\u064eﻴﺖ", "ﺖﻴﺑ\u064e", 3),
        ("(لَا)", "(ﻻ\u064e)", "(ﻻ\u064e)", 3),
        ("e\u0301a", "e\u0301a", "ae\u0301", 2),
        ("漢b", "漢b", "b漢", 3),
        ("\u064e", "◌\u064e", "◌\u064e", 1),
        ("\u200f", "", "", 0),
        ("\u2061", "◌", "◌", 1),
        ("\x1b", "␛", "␛", 1),
        ("\u202b(", "⊣(", ")⊣", 2),
        ("ل\u202bا", "ﻻ⊣", "ﻻ⊣", 2),
        ("ل\u200fا", "ﻻ", "ﻻ", 1),
    ],
)
def test_a_word_is_painted_for_either_direction(word: str, ltr: str, rtl: str, width: int) -> None:
    """Right to left its clusters are turned around and mirrored; marks stay behind their letter."""
    painted = paint(word, True, True)
    assert (painted.length, painted.ltr, painted.rtl, painted.width) == (len(word), ltr, rtl, width)


@pytest.mark.parametrize(
    ("word", "shown"), [("كَتَبَ", "كتب"), ("مَدّ", "مد"), ("\u064e", "◌"), ("ر\u0670", "ر"), ("e\u0301", "e\u0301")]
)
def test_without_tashkeel_vowel_marks_are_not_painted(word: str, shown: str) -> None:
    """Only Arabic vowel marks go; French accents stay."""
    assert paint(word, False, False).ltr == shown


def test_units_know_their_offsets() -> None:
    """A unit is a cluster, or a lam with its alef and the marks between."""
    assert paint("قلَا", True, True).units == (Unit(0, 1, "ﻗ", "ﻗ", 1), Unit(1, 4, "ﻼ\u064e", "ﻼ\u064e", 1))


def test_a_blank_is_a_place_to_break() -> None:
    """A blank knows that it is one; a tab takes one cell."""
    tab, wide = (paint(blank, True, True) for blank in "\t\u3000")
    assert (tab.is_blank, tab.ltr, tab.width) == (True, " ", 1)
    assert (wide.is_blank, wide.ltr, wide.width) == (True, "\u3000", 2)
    assert not paint("\u00a0", True, True).is_blank


@given(word=WORDS, joining=st.booleans(), tashkeel=st.booleans())
def test_a_word_is_the_sum_of_its_units(word: str, joining: bool, tashkeel: bool) -> None:
    """The short ways paint what the units say, cluster by cluster."""
    painted = paint(word, joining, tashkeel)
    units = tuple(words._units(word, joining, tashkeel))
    summed = Word.of(len(word), units)
    assert painted.units == units
    assert (painted.ltr, painted.rtl, painted.width) == (summed.ltr, summed.rtl, summed.width)
    assert sum(unit.end - unit.start for unit in units) <= len(word)
