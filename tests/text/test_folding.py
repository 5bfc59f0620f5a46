"""Search folding: what a reader takes for the same letters compares equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import fold, folded

TEXTS = st.text(
    st.one_of(st.sampled_from("اأإآٱىیيكکةهـ\u064e\u0651٣۴3’'éÉœŒßﻻﷲ½aA \u200c\u200f"), st.characters()), max_size=30
)


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("سوریا", "سوريا"),
        ("أَحْمَد", "احمد"),
        ("إلى", "الي"),
        ("آخر", "اخر"),
        ("ٱلكتاب", "الكتاب"),
        ("کتاب", "كتاب"),
        ("مدينة", "مدينه"),
        ("الـــكتاب", "الكتاب"),
        ("٢٠٢٠", "2020"),
        ("۲۰۲۰", "2020"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("مسؤول", "مسوول"),
        ("شيء ئ", "شيء ي"),
        ("ئ", "ي\u0654"),
        ("أ", "ا\u0654"),
        ("L’Été", "l'ete"),
        ("GARÇON", "garçon"),
        ("e\u0301te\u0301", "été"),
        ("Œuvre", "oeuvre"),
        ("Straße", "STRASSE"),
        ("12\u202f%", "12 %"),
        ("می\u200cخواهم", "ميخواهم"),
    ],
)
def test_variants_compare_equal(written: str, sought: str) -> None:
    """Marks, tatweel, hamza seats, yeh, keheh, teh marbuta, digits, apostrophes, accents and case do not matter."""
    assert folded(written) == folded(sought)


@pytest.mark.parametrize(
    ("one", "other"), [("ب", "ت"), ("ص", "ض"), ("a", "b"), ("ء", ""), ("د", "ذ"), ("1", "2"), (" ", "")]
)
def test_different_letters_stay_different(one: str, other: str) -> None:
    """Folding does not take one letter for another."""
    assert folded(one) != folded(other)


@given(text=TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text is its own folded form."""
    assert folded(folded(text)) == folded(text)


@given(text=TEXTS)
def test_offsets_lead_back(text: str) -> None:
    """Each folded code point is what the character at its offset folds to; offsets never go back and end at the end."""
    found = fold(text)
    assert found.text == folded(text)
    assert len(found.offsets) == len(found.text) + 1
    assert list(found.offsets) == sorted(found.offsets)
    assert found.offsets[-1] == len(text)
    assert all(found.text[index] in folded(text[offset]) for index, offset in enumerate(found.offsets[:-1]))


@given(text=TEXTS, data=st.data())
def test_a_found_span_holds_what_was_found(text: str, data: st.DataObject) -> None:
    """The text of a found span folds to what was looked for, or to more where one character folds to several."""
    found = fold(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    span = found.span(start, end)
    assert 0 <= span[0] <= span[1] <= len(text)
    assert found.text[start:end] in folded(text[span[0] : span[1]])
    assert (span[0] == span[1]) == (start == end)


@pytest.mark.parametrize(
    ("text", "sought", "quote"),
    [
        ("قال أَحْمَدُ نعم", "احمد", "أَحْمَدُ"),
        ("un cœur", "o", "œ"),
        ("un cœur", "e", "œ"),
        ("ﻻ", "ا", "ﻻ"),
        ("L’Été!", "l'ete", "L’Été"),
    ],
)
def test_a_hit_is_quoted_from_the_text(text: str, sought: str, quote: str) -> None:
    """The span of a hit takes its marks along and never half a character."""
    found = fold(text)
    start = found.text.index(sought)
    first, last = found.span(start, start + len(sought))
    assert text[first:last] == quote
