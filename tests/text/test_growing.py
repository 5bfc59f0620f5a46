"""How a selection grows within a paragraph, and what holds for the units of any paragraph."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import units
from reader.text.graphemes import boundaries_ok

MEN = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
THIN = "8\u202f500"
MARKS = '« »|«|»|\u00a0»|“|”|"|‘|’|‹|›|.|!|؟|…|,| |  |\u0600|\u200d'.split("|")
WORDS = [
    "le port",
    "Il dit",
    "د. أحمد",
    "إنّ",
    "قال",
    "M.",
    "No. 5",
    "8h30",
    "l’",
    "U.S.",
    THIN,
    MEN,
    "e\u0301",
    "\u0301",
]
PIECES = [*WORDS, *MARKS]
PARAGRAPHS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def growth(text: str, word: str) -> list[str]:
    """Each larger selection from the word on."""
    start = text.index(word)
    found, span = [], (start, start + len(word))
    while (larger := units.grow(text, *span)) is not None:
        span = larger
        found.append(text[larger[0] : larger[1]])
    return found


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Le port est ouvert. Oui.", "port", ["Le port est ouvert.", "Le port est ouvert. Oui."]),
        (
            "« Le port est ouvert », dit le maire. Oui.",
            "port",
            [
                "Le port est ouvert",
                "« Le port est ouvert »",
                "« Le port est ouvert », dit le maire.",
                "« Le port est ouvert », dit le maire. Oui.",
            ],
        ),
        (
            "Il dit : « Je pars. Je reviens. » Puis non.",
            "pars",
            [
                "Je pars.",
                "Je pars. Je reviens.",
                "« Je pars. Je reviens. »",
                "Il dit : « Je pars. Je reviens. »",
                "Il dit : « Je pars. Je reviens. » Puis non.",
            ],
        ),
        (
            "قال: «إنّ “المرفأ” مفتوح».",
            "المرفأ",
            ["“المرفأ”", "إنّ “المرفأ” مفتوح", "«إنّ “المرفأ” مفتوح»", "قال: «إنّ “المرفأ” مفتوح»."],
        ),
        (" seul ", "seul", []),
    ],
)
def test_growing(text: str, word: str, found: list[str]) -> None:
    """A selection grows to the quotation without and with its marks, the sentence, the paragraph."""
    assert growth(text, word) == found


def test_growing_from_part_of_a_word() -> None:
    """A selection within a word grows to the word first."""
    assert units.grow("le tramway roule", 4, 6) == (3, 10)


def test_growing_over_two_sentences() -> None:
    """A selection that touches two sentences grows to both of them, not to the whole paragraph."""
    text = "Un. Deux. Trois."
    assert units.grow(text, 1, 6) == (0, 9)


def test_whole_paragraph() -> None:
    """The largest unit is the paragraph without the blanks around it; blanks alone have none."""
    assert (units.whole(" \u00a0a b. "), units.whole(" \t")) == ((2, 6), None)


@given(PARAGRAPHS, st.data())
def test_growing_goes_on_to_the_paragraph(text: str, data: st.DataObject) -> None:
    """Each growth holds the selection before it, is larger, never leaves the paragraph, and ends at all of it."""
    whole = units.whole(text)
    if whole is None:
        return
    start = data.draw(st.integers(whole[0], whole[1] - 1))
    span = (start, data.draw(st.integers(start + 1, whole[1])))
    while (larger := units.grow(text, *span)) is not None:
        assert larger[0] <= span[0]
        assert span[1] <= larger[1]
        assert larger != span
        span = larger
    assert span == whole


@given(PARAGRAPHS)
def test_units_are_whole_clusters_in_order(text: str) -> None:
    """No word, sentence or quotation cuts a cluster; words and sentences ascend without overlap."""
    for found in (units.words(text), units.sentences(text)):
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
    for start, end in (*units.words(text), *units.sentences(text), *units.quotations(text)):
        assert start < end
        assert boundaries_ok(text, start, end)


@given(PARAGRAPHS)
def test_sentences_leave_only_blanks_out(text: str) -> None:
    """What lies in no sentence is blank."""
    inside = {index for start, end in units.sentences(text) for index in range(start, end)}
    assert all(text[index].isspace() for index in range(len(text)) if index not in inside)


@given(PARAGRAPHS)
def test_quotations_never_cross(text: str) -> None:
    """Of two quotations one holds the other or they lie apart."""
    found = units.quotations(text)
    assert not any(a[0] < b[0] < a[1] < b[1] for a in found for b in found)


@pytest.mark.parametrize("text", ["a" * 300_000, "." * 300_000 + "a", "«" * 300_000, "« a » " * 30_000])
def test_monotonous_paragraphs(text: str) -> None:
    """A long paragraph without blanks, of stops or of marks costs no more for each character than a short one."""
    assert units.sentences(text) == [(0, len(text.rstrip()))]
    assert len(units.quotations(text)) == text.count("»")
