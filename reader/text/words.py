"""What is painted for a word: its text, its cells and its placed units, whatever row they come to stand on.

A unit is one cluster, or a lam and its alef that share a cell. Words repeat in every text, so they are
painted once and cached; their units are worked out where somebody asks what stands in which cell.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text import graphemes
from reader.text.joining import LAM, shape, shape_letters
from reader.text.safe import PAINTED
from reader.text.unicode_tables import MIRRORED

BLANKS = frozenset("\t \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"
_CHARACTERS = [chr(int(code, 16)) for code in MIRRORED.split()]
MIRROR = dict(zip(_CHARACTERS[::2], _CHARACTERS[1::2], strict=True))
_MIRROR_TABLE = str.maketrans(MIRROR)
# Texts without a character that is mirrored or joined, and not all of them: few small ranges are quick to compile.
_UNMIRRORED = re.compile(
    "[^()<>\\[\\]{}\xab\xbb\u0f3a-\u0f3d\u169b\u169c\u2039\u203a\u2045-\u2bfe\u2e02-\u301b\ufe59-\uff63]*+"
)
_UNJOINED = re.compile("[^\u0600-\u08ff]*+")
_TASHKEEL_RANGES = "610-61A 64B-65F 670 6D6-6DC 6DF-6E4 6E7-6E8 6EA-6ED 8CA-8E1 8E3-8FF"
_TASHKEEL = {
    code: ""
    for first, _, last in (part.partition("-") for part in _TASHKEEL_RANGES.split())
    for code in range(int(first, 16), int(last or first, 16) + 1)
}


_BOTH = (False, True)
_MOST_REMEMBERED = 16384  # words of each kind


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

    @classmethod
    def blank(cls, blank: str) -> "Word":
        """A blank, where a row may break."""
        shown = _glyph(blank, True)
        word = cls(1, shown, shown, graphemes.width(shown), (blank, False, True))
        word.is_blank = True
        return word

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in logical order."""
        if self._unpainted is not None:
            self._units = tuple(_units(*self._unpainted))
            self._unpainted = None
        return self._units


_KNOWN: dict[tuple[bool, bool], dict[str, Word]] = {(joining, marks): {} for joining in _BOTH for marks in _BOTH}


def paint_all(runs: Sequence[str], joining: bool, tashkeel: bool) -> list[Word]:
    """The painted words and blanks: runs of characters without a break opportunity, and single blanks."""
    known = _KNOWN[joining, tashkeel]
    new = set(runs) - known.keys()
    if new:
        if len(known) + len(new) > _MOST_REMEMBERED:
            known.clear()
            new = set(runs)
        known.update(_paint_new(new, joining, tashkeel))
    return [known[run] for run in runs]


def paint(word: str, joining: bool, tashkeel: bool) -> Word:
    """One painted word or blank."""
    return paint_all([word], joining, tashkeel)[0]


def _paint_new(runs: set[str], joining: bool, tashkeel: bool) -> Iterator[tuple[str, Word]]:
    """Each run with its word; the plain ones are joined letter by letter all at once, which is quicker."""
    blanks = runs & BLANKS
    yield from ((run, Word.blank(run)) for run in blanks)
    plain = [run for run in runs - blanks if graphemes.is_plain(run)]
    line = " ".join(plain)
    shown = "".join(shape_letters(line)) if joining and not _UNJOINED.fullmatch(line) else line
    for run, ltr, rtl in zip(plain, shown.split(" "), _mirrored(shown).split(" "), strict=bool(plain)):
        yield run, Word(len(run), ltr, rtl[::-1], len(ltr), (run, joining, tashkeel))
    for run in runs.difference(blanks, plain):
        yield run, _paint_marked(run, joining, tashkeel)


def _paint_marked(word: str, joining: bool, tashkeel: bool) -> Word:
    """A word that is not plain; the quick way is for one that is plain but for its vowel marks."""
    if not graphemes.is_vowelled(word):
        return Word.of(len(word), tuple(_units(word, joining, tashkeel)))
    parts = graphemes.vowelled(word)
    if joining:
        clusters, parts = parts, []
        for glyph, cluster in zip(shape_letters("".join([one[0] for one in clusters])), clusters, strict=True):
            if glyph:
                parts.append(glyph + cluster[1:])
            else:  # an alef, gone into its lam
                parts[-1] += cluster[1:]
    if not tashkeel:
        parts = [part.translate(_TASHKEEL) for part in parts]
    rtl = _mirrored("".join(reversed(parts)))
    return Word(len(word), "".join(parts), rtl, len(parts), (word, joining, tashkeel))


def _mirrored(text: str) -> str:
    return text if _UNMIRRORED.fullmatch(text) else text.translate(_MIRROR_TABLE)


def _units(word: str, joining: bool, tashkeel: bool) -> list[Unit]:
    painted, swallowed = list(word), frozenset[int]()
    if joining and not _UNJOINED.fullmatch(word):
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
