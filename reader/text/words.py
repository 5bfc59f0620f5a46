"""What is painted for a word: its placed units, whatever row they come to stand on.

A unit is one cluster, or a lam and its alef that share a cell. Words repeat in every text, so they are
painted once and cached.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from reader.text import graphemes
from reader.text.joining import shape
from reader.text.safe import STAND_INS, WITHOUT_CELL
from reader.text.unicode_tables import MIRRORED

DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"
_CHARACTERS = [chr(int(code, 16)) for code in MIRRORED.split()]
MIRROR = dict(zip(_CHARACTERS[::2], _CHARACTERS[1::2], strict=True))
_MIRROR_TABLE = str.maketrans(MIRROR)
_NEEDS_MIRROR = regex.compile("[" + "".join(regex.escape(character) for character in MIRROR) + "]")
_ARABIC = regex.compile(r"\p{Arabic}")
_TASHKEEL = dict.fromkeys(
    [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5)]
    + [0x06E7, 0x06E8, *range(0x06EA, 0x06EE), *range(0x08CA, 0x08E2), *range(0x08E3, 0x0900)],
    "",
)
_PAINTED = {**STAND_INS, 0x09: " ", **dict.fromkeys(WITHOUT_CELL, "")}


class Unit(NamedTuple):
    """A stretch of a word that takes cells of its own; offsets are code points from the word's start."""

    start: int
    end: int
    text: str
    mirrored: str
    width: int


class Word(NamedTuple):
    """A painted word: `length` in code points, `width` in cells; `ltr` and `rtl` are its units from left to right."""

    length: int
    width: int
    units: tuple[Unit, ...]
    ltr: str
    rtl: str


@lru_cache(maxsize=16384)
def paint(word: str, joining: bool, tashkeel: bool) -> Word:
    """The units of a run of characters without a break opportunity."""
    if word.isascii() and word.isprintable():
        mirrored = word.translate(_MIRROR_TABLE) if _NEEDS_MIRROR.search(word) else word
        units = tuple(
            Unit(index, index + 1, character, mirror, 1)
            for index, (character, mirror) in enumerate(zip(word, mirrored, strict=True))
        )
        return Word(len(word), len(word), units, word, mirrored[::-1])
    units = tuple(_units(word, joining, tashkeel))
    return Word(
        len(word),
        sum(unit.width for unit in units),
        units,
        "".join([unit.text for unit in units]),
        "".join([unit.mirrored for unit in reversed(units)]),
    )


def _units(word: str, joining: bool, tashkeel: bool) -> list[Unit]:
    painted, swallowed = list(word), frozenset[int]()
    if joining and _ARABIC.search(word):
        painted, swallowed = shape(word)
    units: list[Unit] = []
    start = 0
    for cluster in graphemes.clusters(word):
        end = start + len(cluster)
        glyph = _glyph("".join(painted[start:end]), tashkeel)
        if start in swallowed and units:
            lam = units.pop()
            units.append(_unit(lam.start, end, lam.text + glyph))
        elif glyph or not _is_hidden(cluster):
            units.append(_unit(start, end, _with_cell(glyph, cluster)))
        start = end
    return units


def _glyph(characters: str, tashkeel: bool) -> str:
    """What may be sent to a terminal for these characters: stand-ins, and nothing for those without a cell."""
    shown = characters.translate(_PAINTED)
    return shown if tashkeel else shown.translate(_TASHKEEL)


def _is_hidden(cluster: str) -> bool:
    """The cluster holds only characters that take no cell."""
    return all(ord(character) in WITHOUT_CELL for character in cluster)


def _with_cell(glyph: str, cluster: str) -> str:
    """The glyph, with a base to stand on when it would take no cell: every visible offset has one."""
    if glyph and graphemes.width(glyph):
        return glyph
    is_mark = all(unicodedata.category(character).startswith("M") for character in glyph)
    return DOTTED_CIRCLE + glyph if is_mark else DOTTED_CIRCLE * len(cluster)


def _unit(start: int, end: int, glyph: str) -> Unit:
    mirrored = MIRROR.get(glyph[0], glyph[0]) + glyph[1:]
    return Unit(start, end, glyph, mirrored, graphemes.width(glyph))
