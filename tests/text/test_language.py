"""Which language a text is in and which way it runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Direction
from reader.text.language import (
    describe,
    direction_for,
    direction_of,
    language_of,
    script_direction,
    split_languages,
)

LTR, RTL = Direction.LTR, Direction.RTL
FRENCH = "Le tramway du port a repris son service mardi, selon la mairie.\n"
ENGLISH = "The harbour tramway was back in service on Tuesday, the mayor said.\n"
ARABIC = "عاد ترام الميناء إلى العمل يوم الثلاثاء، بحسب البلدية.\n"
NAMES = "Port-Sahel, Samir Benali\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (ARABIC, "ar"),
        ("BBC: قال الوزير إن الخدمة عادت", "ar"),
        ("Le mot كتاب veut dire livre, c’est tout ce qu’il en dit.", "fr"),
        (NAMES, "fr"),
        ("L’an dernier", "fr"),
        ("12 345 — 2020", None),
        ("", None),
        ("漢字", None),
    ],
)
def test_language_of_a_paragraph(text: str, language: str | None) -> None:
    """Most letters tell Arabic, common words tell French from English, nothing tells a number."""
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        (FRENCH * 2, "fr", LTR),
        (ARABIC * 3 + FRENCH, "ar", RTL),
        (NAMES + ENGLISH, "en", LTR),
        (NAMES + ARABIC + ENGLISH, "en", LTR),
        ("BBC\n" + ARABIC * 2, "ar", RTL),
        ("12\n34\n", "und", LTR),
        ("", "und", LTR),
        ("שלום לכם\n", "und", RTL),
    ],
)
def test_a_document_is_what_most_of_its_paragraphs_are(text: str, language: str, direction: Direction) -> None:
    """A headline of names goes with the Latin language of the rest."""
    assert describe(text) == (language, direction)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        (ARABIC, RTL),
        (FRENCH, LTR),
        ("BBC تنقل عن الوزير", RTL),
        ("Le mot كتاب", LTR),
        ("ab اب", RTL),
        ("12 %", None),
        ("", None),
        ("שלום", RTL),
        ("漢字かな", LTR),
    ],
)
def test_direction_of_a_paragraph(text: str, direction: Direction | None) -> None:
    """The script of most letters decides, not the first letter; without letters the default does."""
    assert script_direction(text) is direction
    assert direction_of(text, LTR) is (direction or LTR)
    assert direction_of(text, RTL) is (direction or RTL)


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", RTL),
        ("ar-DZ", RTL),
        ("AR", RTL),
        ("fa", RTL),
        ("he", RTL),
        ("ur-PK", RTL),
        ("fr", LTR),
        ("en-GB", LTR),
        ("und", LTR),
    ],
)
def test_direction_of_a_language(language: str, direction: Direction) -> None:
    """Languages of Arabic and Hebrew script run right to left, whatever the region."""
    assert direction_for(language) is direction


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (ENGLISH + ARABIC, [("en", ENGLISH), ("ar", ARABIC)]),
        (ENGLISH + "\n" + ARABIC + "12\n" + ENGLISH, [("en", ENGLISH + "\n" + ENGLISH), ("ar", ARABIC + "12\n")]),
        ("\n12\n" + FRENCH, [("fr", "\n12\n" + FRENCH)]),
        (NAMES + ENGLISH, [("en", NAMES + ENGLISH)]),
        ("12\n", [("und", "12\n")]),
        ("", []),
    ],
)
def test_a_file_in_two_languages_is_split(text: str, parts: list[tuple[str, str]]) -> None:
    """Each language gets its paragraphs in order with their line ends; others go with their neighbour."""
    assert split_languages(text) == parts


@given(paragraphs=st.lists(st.sampled_from([FRENCH, ENGLISH, ARABIC, NAMES, "\n", "12\r\n", "BBC ولا\n"]), max_size=12))
def test_splitting_loses_nothing(paragraphs: list[str]) -> None:
    """Every paragraph is in exactly one part."""
    parts = split_languages("".join(paragraphs))
    assert sorted("".join(part for _, part in parts)) == sorted("".join(paragraphs))
    assert len({language for language, _ in parts}) == len(parts)


@pytest.mark.parametrize(
    ("line", "described"),
    [
        ("ثم قال الوزير إن العمل مستمر.", ("ar", Direction.RTL)),
        ("Les travaux de la ligne sont finis.", ("fr", Direction.LTR)),
    ],
)
@pytest.mark.parametrize("end", ["\n", " "])
def test_a_text_too_long_to_read_through_is_described_by_samples(
    line: str, end: str, described: tuple[str, Direction]
) -> None:
    """A text of a megabyte is in the language of its lines, also when it is one line."""
    assert describe((line + end) * 20_000) == described
