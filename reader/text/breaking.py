"""Where a paragraph may break, and what fits on a row.

Rows break at white space; never before `»` `!` `?` `;` `:` and their like nor after `«`, whatever blank
stands between; a word is cut, between clusters, only where it alone is wider than the row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from reader.text.words import Unit, Word, paint

_BLANK = r"\t \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000"
# A blank that carries a mark, or follows a character that prepends, is part of a visible cluster: no break.
_RUN = regex.compile(
    rf"(?P<word>(?:[^{_BLANK}]|[{_BLANK}](?=[\p{{GCB=Extend}}\p{{GCB=SpacingMark}}\u200d])|(?<=\p{{GCB=Prepend}})[{_BLANK}])+)"
    rf"|[{_BLANK}](?![\p{{GCB=Extend}}\p{{GCB=SpacingMark}}\u200d])"
)
_SIMPLE_RUN = regex.compile(rf"(?P<word>[^{_BLANK}]+)|[{_BLANK}]")
_NEEDS_CARE = regex.compile(rf"[{_BLANK}][\p{{GCB=Extend}}\p{{GCB=SpacingMark}}\u200d]|\p{{GCB=Prepend}}[{_BLANK}]")
_NEVER_STARTS = frozenset("»!?;:؟؛،›٪%…")
_NEVER_ENDS = frozenset("«‹")
_TOO_WIDE = "…"


class Piece(NamedTuple):
    """A painted word or blank at its place; `start` in code points of the paragraph."""

    start: int
    word: Word
    is_blank: bool


@dataclass(frozen=True, slots=True)
class RowPieces:
    """A row in logical order: `start` and `end` with its hanging blanks, the pieces that fit, their cells."""

    start: int
    end: int
    fitting: list[Piece]
    used: int


def pieces(paragraph: str, joining: bool, tashkeel: bool) -> list[Piece]:
    """The words and blanks of a paragraph, in order, covering it."""
    run = _RUN if _NEEDS_CARE.search(paragraph) else _SIMPLE_RUN
    return [
        Piece(match.start(), paint(match.group(), joining, tashkeel), match.group("word") is None)
        for match in run.finditer(paragraph)
    ]


def break_rows(paragraph: str, found: list[Piece], width: int) -> Iterator[RowPieces]:
    """The rows of the pieces at a width in cells, in order, covering the paragraph."""
    row = _Filling(0, width)
    for group in _groups(paragraph, found):
        needed = sum([piece.word.width for piece in group])
        if row.used + needed > width and row.fitting and not group[0].is_blank:
            yield row.done()
            row = _Filling(group[0].start, width)
        if needed <= width:
            for piece in group:
                row.add(piece)
            continue
        for piece in group:  # the glued words do not fit together: break at their blanks after all
            if piece.is_blank or row.used + piece.word.width <= width:
                row.add(piece)
                continue
            for part in _cut(piece, width):
                if row.fitting:
                    yield row.done()
                    row = _Filling(part.start, width)
                row.add(part)
    yield row.done()


class _Filling:
    """A row that is being filled."""

    __slots__ = ("_is_hanging", "end", "fitting", "start", "used", "width")

    def __init__(self, start: int, width: int) -> None:
        self.start = self.end = start
        self.width = width
        self.used = 0
        self.fitting: list[Piece] = []
        self._is_hanging = False

    def add(self, piece: Piece) -> None:
        """Take the piece; a blank that does not fit hangs, and what hangs behind it too."""
        self.end = piece.start + piece.word.length
        self._is_hanging = self._is_hanging or self.used + piece.word.width > self.width
        if not self._is_hanging:
            self.fitting.append(piece)
            self.used += piece.word.width

    def done(self) -> RowPieces:
        """What the row holds."""
        return RowPieces(self.start, self.end, self.fitting, self.used)


def _groups(paragraph: str, found: list[Piece]) -> Iterator[list[Piece]]:
    """Each blank alone, words alone or glued with the blanks between them."""
    count = len(found)
    place = 0
    while place < count:
        group = [found[place]]
        place += 1
        if not group[0].is_blank:
            while (following := _glued(paragraph, found, place)) is not None:
                group.extend(found[place : following + 1])
                place = following + 1
        yield group


def _glued(paragraph: str, found: list[Piece], place: int) -> int | None:
    """Index of the next word if no break is allowed at the blanks from `place` on."""
    following = place
    while following < len(found) and found[following].is_blank:
        following += 1
    if following == place or following == len(found):
        return None
    before, after = paragraph[found[place].start - 1], paragraph[found[following].start]
    return following if before in _NEVER_ENDS or after in _NEVER_STARTS else None


def _cut(piece: Piece, width: int) -> list[Piece]:
    """A word wider than the row, cut between clusters."""
    parts: list[Piece] = []
    units: list[Unit] = []
    start = used = 0
    for unit in piece.word.units:
        if unit.width > width:
            unit = unit._replace(text=_TOO_WIDE, mirrored=_TOO_WIDE, width=1)
        if used + unit.width > width:
            parts.append(_part(piece.start, start, unit.start, units))
            start, units, used = unit.start, [], 0
        units.append(unit)
        used += unit.width
    parts.append(_part(piece.start, start, piece.word.length, units))
    return parts


def _part(origin: int, start: int, end: int, units: list[Unit]) -> Piece:
    moved = tuple(unit._replace(start=unit.start - start, end=unit.end - start) for unit in units)
    text, mirrored = [unit.text for unit in moved], [unit.mirrored for unit in moved]
    word = Word(end - start, sum(unit.width for unit in moved), moved, "".join(text), "".join(reversed(mirrored)))
    return Piece(origin + start, word, False)
