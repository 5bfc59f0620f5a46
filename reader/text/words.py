"""What is painted for a word: its text, its cells and its placed units, whatever row they come to stand on.

A unit is one cluster, or a lam and its alef that share a cell. Words repeat in every text, so they are
painted once and cached; their units are worked out where somebody asks what stands in which cell.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reader.text import graphemes
from reader.text.joining import LAM, shape, shape_letters
from reader.text.safe import PAINTED
from reader.text.unicode_tables import MIRRORED

DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"
_CHARACTERS = [chr(int(code, 16)) for code in MIRRORED.split()]
MIRROR = dict(zip(_CHARACTERS[::2], _CHARACTERS[1::2], strict=True))
_MIRROR_TABLE = str.maketrans(MIRROR)
_NEEDS_MIRROR = re.compile("[" + "".join(re.escape(character) for character in MIRROR) + "]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff]")
_TASHKEEL_RANGES = "610-61A 64B-65F 670 6D6-6DC 6DF-6E4 6E7-6E8 6EA-6ED 8CA-8E1 8E3-8FF"
_TASHKEEL = {
    code: ""
    for first, _, last in (part.partition("-") for part in _TASHKEEL_RANGES.split())
    for code in range(int(first, 16), int(last or first, 16) + 1)
}


class Unit(NamedTuple):
    """A stretch of a word that takes cells of its own; painted `ltr` or `rtl`; offsets from the word's start."""

    start: int
    end: int
    ltr: str
    rtl: str
    width: int


class Word:
    """A painted word: `length` in code points, `width` in cells, `ltr` and `rtl` as painted in either direction."""

    __slots__ = ("_units", "_unpainted", "is_blank", "length", "ltr", "rtl", "width")

    def __init__(self, length: int, ltr: str, rtl: str, width: int, unpainted: tuple[str, bool, bool] | None) -> None:
        self.length = length
        self.ltr = ltr
        self.rtl = rtl
        self.width = width
        self.is_blank = False
        self._unpainted = unpainted
        self._units: tuple[Unit, ...] = ()

    @classmethod
    def of(cls, length: int, units: tuple[Unit, ...]) -> "Word":
        """The word that consists of these units."""
        ltr = "".join([unit.ltr for unit in units])
        rtl = "".join([unit.rtl for unit in reversed(units)])
        word = cls(length, ltr, rtl, sum([unit.width for unit in units]), None)
        word._units = units
        return word

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in logical order."""
        if self._unpainted is not None:
            self._units = tuple(_units(*self._unpainted))
            self._unpainted = None
        return self._units


@lru_cache(maxsize=16384)
def paint(word: str, joining: bool, tashkeel: bool) -> Word:
    """The painted run of characters without a break opportunity."""
    if not (is_plain := graphemes.is_plain(word)) and not graphemes.is_vowelled(word):
        return Word.of(len(word), tuple(_units(word, joining, tashkeel)))
    shown = word
    if joining and not word.isascii() and _ARABIC.search(word):
        shown = "".join(shape_letters(word) if is_plain else shape(word)[0])
    if is_plain:
        return Word(len(word), shown, _mirrored(shown[::-1]), len(shown), (word, joining, tashkeel))
    if not tashkeel:
        shown = shown.translate(_TASHKEEL)
    parts = graphemes.vowelled(shown)
    return Word(len(word), shown, _mirrored("".join(reversed(parts))), len(parts), (word, joining, tashkeel))


@lru_cache(maxsize=64)
def paint_blank(blank: str) -> Word:
    """The painted blank, where a row may break."""
    painted = paint.__wrapped__(blank, False, True)
    painted.is_blank = True
    return painted


def _mirrored(text: str) -> str:
    return text.translate(_MIRROR_TABLE) if _NEEDS_MIRROR.search(text) else text


def _units(word: str, joining: bool, tashkeel: bool) -> list[Unit]:
    painted, swallowed = list(word), frozenset[int]()
    if joining and _ARABIC.search(word):
        painted, swallowed = shape(word)
    units: list[Unit] = []
    start = 0
    for cluster in graphemes.clusters(word):
        end = start + len(cluster)
        characters = "".join(painted[start:end])
        glyph = _glyph(characters, tashkeel)
        if start in swallowed:
            _join_lam(units, word, end, glyph)
        elif glyph or not graphemes.is_hidden(cluster):
            shown = _with_cell(glyph)
            # A stand-in is never mirrored: it would say that another control stands there.
            mirrored = _with_cell(_glyph(_mirrored(characters), tashkeel))
            units.append(Unit(start, end, shown, mirrored, graphemes.width(shown)))
        start = end
    return units


def _join_lam(units: list[Unit], word: str, end: int, glyph: str) -> None:
    """Give the alef that ends at `end` to the unit of its lam, with the control shown between them if there is one."""
    while True:
        unit = units.pop()
        glyph = unit.ltr + glyph
        if LAM in word[unit.start : unit.end]:
            units.append(Unit(unit.start, end, glyph, glyph, graphemes.width(glyph)))
            return


def _glyph(characters: str, tashkeel: bool) -> str:
    """What may be sent to a terminal for these characters: stand-ins, and nothing for those without a cell."""
    shown = characters.translate(PAINTED)
    return shown if tashkeel else shown.translate(_TASHKEEL)


def _with_cell(glyph: str) -> str:
    """The glyph, with a base to stand on when it would take no cell: every visible offset has one."""
    if glyph and graphemes.width(glyph):
        return glyph
    is_mark = all(unicodedata.category(character).startswith("M") for character in glyph)
    return DOTTED_CIRCLE + glyph if is_mark else DOTTED_CIRCLE
