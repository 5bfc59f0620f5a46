"""Visual order: which code point stands where on a line, leftmost first."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Direction
from reader.text.bidi import first_strong, resolve, uniform_direction, visual_order

LTR, RTL = Direction.LTR, Direction.RTL
Levels = Callable[[str, Direction], list[int]]
ALPHABET = (
    "abcàא בגاب عпс 12٣۴.,:+-$%/()[]<>«»!؟،\u064e\u0300\u200b\u200d\u200e\u200f\u061c\u00ad\ufeff\u202f\u00a0\u3000"
)
EXPLICIT = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = st.one_of(
    st.text(ALPHABET, max_size=40),
    st.text(ALPHABET + EXPLICIT, max_size=40),
    st.lists(
        st.sampled_from(["le mot ", "كتاب ", "(BBC) ", "2020-07 ", "שלום ", "\u2067a b\u2069 ", "«نعم» ", "5 % "])
    ).map("".join),
)


@pytest.mark.parametrize(
    ("text", "direction", "shown"),
    [
        ("abc def", LTR, "abc def"),
        ("ABC DEF", RTL, "FED CBA"),
        ("abc DEF ghi", LTR, "abc FED ghi"),
        ("ABC def GHI", RTL, "IHG def CBA"),
        ("ABC 123 DEF", RTL, "FED 123 CBA"),
        ("ABC 1,2 DEF", RTL, "FED 1,2 CBA"),
        ("ABC 1-2 DEF", RTL, "FED 2-1 CBA"),
        ("ABC 10 20 DEF", RTL, "FED 20 10 CBA"),
        ("ABC 10% DEF", RTL, "FED %10 CBA"),
        ("ABC (def) GHI", RTL, "IHG )def( CBA"),
        ("ABC (DEF) abc", LTR, ")FED( CBA abc"),
        ("abc (DEF ghi) JKL", LTR, "abc (FED ghi) LKJ"),
        ("ABC abc.", RTL, ".abc CBA"),
        ("abc ABC.", LTR, "abc CBA."),
        ("ABC abc  ", RTL, "  abc CBA"),
        ("abc ABC  ", LTR, "abc CBA  "),
        ("ABC abc\tDEF", RTL, "FED\tabc CBA"),
        ("abc ABC \tDEF", LTR, "abc CBA \tFED"),
        ("", RTL, ""),
        (" ", RTL, " "),
    ],
)
def test_a_line_stands_in_visual_order(
    encoded: Callable[[str], str], text: str, direction: Direction, shown: str
) -> None:
    """Right-to-left stretches are reversed, numbers and Latin words in them are not, blanks at the end stay there."""
    assert "".join(text[index] for index in visual_order(encoded(text), direction)) == shown


@pytest.mark.parametrize(
    ("classes", "direction", "order"),
    [
        ("a\u202eb\u202c!", LTR, [0, 2, 4]),
        ("a\u202ebc\u202c!", LTR, [0, 3, 2, 5]),
        ("א\u2066ab\u2069ב", RTL, [5, 4, 2, 3, 1, 0]),
        ("a\u2067א1\u2069b", LTR, [0, 1, 3, 2, 4, 5]),
        ("א+\u202b\u2029", LTR, [0, 1, 3]),
        ("\u0661-\u0662", RTL, [2, 1, 0]),
        ("ا1-2", RTL, [3, 2, 1, 0]),
    ],
)
def test_explicit_directions_and_separators(classes: str, direction: Direction, order: list[int]) -> None:
    """Overrides, embeddings and isolates of the text count; a separator at its end is no part of its last run."""
    removed = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
    found = visual_order(classes, direction)
    assert [index for index in found if unicodedata.bidirectional(classes[index]) not in removed] == order


@pytest.mark.parametrize(
    "hostile", ["\ud800א\udfff a", "א\x00b\x1b[2Jא", "א\U000e0041\U000e0042a", "\u2069" * 300 + "אa"]
)
def test_hostile_lines_keep_every_character(hostile: str) -> None:
    """Lone surrogates, controls, tag characters and stray closers each have their one place."""
    assert sorted(visual_order(hostile, RTL)) == list(range(len(hostile)))


@pytest.mark.parametrize("length", [95, 96, 97, 9215, 9216, 9217])
def test_lines_of_any_length(length: int) -> None:
    """Where the index needs one more digit, nothing is lost."""
    text = ("א1" * length)[:length]
    assert visual_order(text, LTR) == list(range(length - 1, -1, -1))


@given(text=TEXTS, direction=st.sampled_from(Direction))
@settings(max_examples=400)
def test_every_index_stands_once(text: str, direction: Direction) -> None:
    """A line shows every code point exactly once."""
    assert sorted(visual_order(text, direction)) == list(range(len(text)))


@given(text=TEXTS, direction=st.sampled_from(Direction))
@settings(max_examples=1000)
def test_directions_are_those_of_the_levels(levels_of: Levels, text: str, direction: Direction) -> None:
    """Each character runs as its embedding level says, in the whole text as in the part that the program looks at."""
    levels = levels_of(text, direction)
    is_rtl = resolve(text, direction)[1]
    body = len(text.rstrip(" \u3000\u200b\u200d\u00ad\ufeff" + EXPLICIT))
    counted = [index for index in range(body) if unicodedata.bidirectional(text[index]) not in NOT_COUNTED]
    assert [is_rtl[index] for index in counted] == [levels[index] % 2 for index in counted]


NOT_COUNTED = {"BN", "LRE", "RLE", "LRO", "RLO", "PDF"}


@given(text=TEXTS, direction=st.sampled_from(Direction))
@settings(max_examples=400)
def test_the_short_way_is_the_same_way(text: str, direction: Direction) -> None:
    """A line that is told to be of one direction is in the order that the algorithm gives it."""
    found = uniform_direction(text, direction)
    order = resolve(text, direction)[0]
    assert found is None or order == list(range(len(text)))[:: 1 if found is LTR else -1]


def test_the_short_way_knows_every_right_to_left_character() -> None:
    """No character that could change a left-to-right line is overlooked."""
    turning = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    characters = (chr(code) for code in range(0x110000))
    overlooked = [
        f"{ord(character):04X}"
        for character in characters
        if unicodedata.bidirectional(character) in turning and uniform_direction(character, LTR) is not None
    ]
    assert overlooked == []


def test_the_short_way_takes_only_what_runs_right_to_left(levels_of: Levels) -> None:
    """A right-to-left line is reversed as a whole only when each of its characters resolves to level 1."""
    taken = "".join(
        chr(code)
        for code in range(0x20, 0xFFFF)
        if chr(code) not in "\n\r" and uniform_direction(chr(code), RTL) is RTL
    )
    assert set(levels_of(taken, RTL)) == {1}


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("abc", LTR),
        ("123 اب", RTL),
        ("(BBC) اب", LTR),
        ("\u2067اب\u2069 abc", LTR),
        ("\u2067اب", None),
        ("\u2069 אב", RTL),
        ("\u202eabc", LTR),
        ("123 + 45", None),
        ("", None),
    ],
)
def test_first_strong(text: str, direction: Direction | None) -> None:
    """The first strong character outside isolates gives the automatic direction."""
    assert first_strong(text) is direction
