"""Joined forms of Arabic letters, chosen by their neighbours in the text."""

import unicodedata
from collections.abc import Callable

import pytest
from arabic_reshaper.letters import FINAL, INITIAL, ISOLATED, LETTERS_ARABIC, MEDIAL
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.joining import joining_type, shape, shape_letters

FORMS = {letter: forms for letter, forms in LETTERS_ARABIC.items() if len(set(forms) - {""}) > 0}
ALEFS = {"ا": "ﻻﻼ", "أ": "ﻷﻸ", "إ": "ﻹﻺ", "آ": "ﻵﻶ"}
TYPES = "DRUCCUTTUDRTTL"
MARKS = "\u064b\u064e\u0651\u0670"
LETTERS = "".join(letter for letter in FORMS if letter not in "\u0640\u200d")
WORDS = st.text(st.sampled_from(LETTERS + "ابلللااأآإ" + MARKS + "\u200d\u200c\u200f\u0640 a1ۖڧ"), max_size=12)


def painted(word: str) -> str:
    """The word as it is painted."""
    return "".join(shape(word)[0])


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_with_forms_takes_them(letter: str) -> None:
    """A letter alone, before, between and behind joining letters has the form that Unicode gives it there."""
    alone, final, initial, medial = (FORMS[letter][form] for form in (ISOLATED, FINAL, INITIAL, MEDIAL))
    final = final or alone  # noon ghunna and the alef of wasla have no initial form, a hamza has none but its own
    assert painted(letter) == alone
    assert shape(f"ب{letter}")[0][1] == final
    assert shape(f"{letter}ب")[0][0] == (initial or alone)
    assert shape(f"ب{letter}ب")[0][1] == (medial or final)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("بيت", "ﺑﻴﺖ"),
        ("دار", "ﺩﺍﺭ"),
        ("سلام", "ﺳﻼﻡ"),
        ("لا", "ﻻ"),
        ("لَا", "ﻻ\u064e"),
        ("بلأ", "ﺑﻸ"),
        ("لآ", "ﻵ"),
        ("للإ", "ﻟﻺ"),
        ("الله", "ﺍﻟﻠﻪ"),
        ("لٱ", "ﻟﭑ"),
        ("ه\u200d", "ﻫ\u200d"),
        ("\u200dه", "\u200dﻪ"),
        ("\u200dه\u200d", "\u200dﻬ\u200d"),
        ("می\u200cخواهم", "ﻣﯽ\u200cﺧﻮﺍﻫﻢ"),
        ("ل\u200cا", "ﻝ\u200cﺍ"),
        ("ل\u200dا", "ﻟ\u200dﺎ"),
        ("بـا", "ﺑـﺎ"),
        ("پچژگ", "ﭘﭽﮋﮒ"),
        ("کی", "ﮐﯽ"),
        ("سوریا", "ﺳﻮﺭﯾﺎ"),
        ("بّت", "ﺑّﺖ"),
        ("شيء", "ﺷﻲﺀ"),
        ("بaب", "ﺏaﺏ"),
    ],
)
def test_words(word: str, forms: str) -> None:
    """Letters join over marks, ZWJ joins, ZWNJ and what does not join part; lam and alef become one."""
    assert painted(word) == forms


@pytest.mark.parametrize(("alef", "forms"), ALEFS.items())
def test_lam_and_every_alef(alef: str, forms: str) -> None:
    """Lam and alef have an isolated and a final ligature; the alef is swallowed wherever marks stand between."""
    assert shape(f"ل{alef}") == ([forms[0], ""], frozenset([1]))
    assert shape(f"بلّ{alef}") == (["ﺑ", forms[1], "\u0651", ""], frozenset([3]))


@given(word=WORDS)
@settings(max_examples=1000)
def test_forms_are_those_of_the_joining_rules(word: str) -> None:
    """Any mixture of letters, marks and joiners is painted as rules R1 to R7 of the Unicode Standard say."""
    assert painted(word) == by_the_rules(word)


def by_the_rules(word: str) -> str:
    """Each letter by what it meets on either side, written down once more and plainly."""
    kinds = [joining_type(character) for character in word]
    seen = [index for index, kind in enumerate(kinds) if kind != "T"]
    result = list(word)
    for before, index, after in zip([None, *seen], seen, [*seen[1:], None], strict=False):
        joins_before = before is not None and kinds[index] in "RDC" and kinds[before] in "LDC"
        joins_after = after is not None and kinds[index] in "LDC" and kinds[after] in "RDC"
        if before is not None and word[before] == "ل" and word[index] in ALEFS:
            result[index] = ""
            result[before] = ALEFS[word[index]][result[before] in {"\ufede", "\ufee0"}]
        elif word[index] in FORMS:
            alone, final, initial, medial = (FORMS[word[index]][form] for form in (ISOLATED, FINAL, INITIAL, MEDIAL))
            final = final or alone
            forms = {(0, 0): alone, (1, 0): final, (0, 1): initial or alone, (1, 1): medial or final}
            result[index] = forms[joins_before, joins_after]
    return "".join(result)


@given(word=st.text(st.sampled_from(LETTERS + "ـa1\u200c")))
def test_letters_alone_need_no_care(word: str) -> None:
    """A word without marks is shaped the same by the quick way."""
    assert shape_letters(word) == shape(word)[0]


@pytest.mark.parametrize(
    ("character", "kind"),
    list(zip("ب ا ء ـ \u200d \u200c \u064e \u200f a ی ے \u070f \U0001e94b \U00010acd".split(), TYPES, strict=True)),
)
def test_joining_types(character: str, kind: str) -> None:
    """Types are Unicode's; marks and format characters are transparent."""
    assert joining_type(character) == kind


@pytest.mark.long
def test_joining_types_of_unicode(unicode_table: Callable[[str], list[str]]) -> None:
    """Every line of ArabicShaping.txt agrees."""
    lines = [line.split(";") for line in unicode_table("ArabicShaping.txt")]
    assert [line for line in lines if joining_type(chr(int(line[0], 16))) != line[2].strip()] == []
    assert len(lines) > 500


@pytest.mark.long
def test_every_letter_of_unicode_with_forms_is_known(unicode_table: Callable[[str], list[str]]) -> None:
    """No letter of ArabicShaping.txt has presentation forms that are not used."""
    letters = [chr(int(line.split(";")[0], 16)) for line in unicode_table("ArabicShaping.txt")]
    decomposed = {unicodedata.decomposition(chr(code)) for code in range(0xFB50, 0xFF00)}
    with_forms = [letter for letter in letters if f"<isolated> {ord(letter):04X}" in decomposed]
    assert [letter for letter in with_forms if painted(letter) == letter] == []
    assert len(with_forms) > 70
