"""Where a paragraph may break, and what fits on a row.

Rows break at white space; never before `»` `!` `?` `;` `:` and their like nor after `«`, whatever blank
stands between; a word is cut, between clusters, only where it alone is wider than the row.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text import graphemes
from reader.text.words import BLANKS, Unit, Word, paint_all

if TYPE_CHECKING:
    import regex

_BLANK = "".join(sorted(BLANKS))
_SPACES = _BLANK.replace("\t", "")  # a tab is a control: nothing extends it
_EXTENDS = r"[\p{GCB=Extend}\p{GCB=SpacingMark}\u200d]"
# A blank that carries a mark, or follows a character that prepends, is part of a visible cluster: no break.
_HELD = rf"[{_SPACES}](?={_EXTENDS})|(?<=\p{{GCB=Prepend}})[{_SPACES}]"
_OTHER_BLANK = re.compile(f"[{_BLANK.replace(' ', '')}]")
_NEVER_STARTS = "»!?;:؟؛،›٪%…"
_NEVER_ENDS = "«‹"
_GLUED = re.compile(rf"[{_NEVER_ENDS}][{_BLANK}]|[{_BLANK}][{_NEVER_STARTS}]")
_TOO_WIDE = "…"


@cache
def _run() -> "regex.Pattern[str]":
    import regex  # slow to import, and few texts need it

    return regex.compile(rf"(?:[^{_BLANK}]|{_HELD})++|[{_BLANK}]")


@cache
def _held() -> "regex.Pattern[str]":
    import regex

    return regex.compile(_HELD)


def _has_held_blank(paragraph: str) -> bool:
    if graphemes.is_vowelled(paragraph):
        return graphemes.MARK_BEHIND_BLANK.search(paragraph) is not None
    return _held().search(paragraph) is not None


class RowWords(NamedTuple):
    """A row in logical order: `start` and `end` with its hanging blanks, the words and blanks that fit, their cells."""

    start: int
    end: int
    fitting: list[Word]
    used: int


def words(paragraph: str, joining: bool, tashkeel: bool) -> list[list[Word]]:
    """The paragraph's words and blanks in order, covering it: each alone, or those together that no break may part."""
    if _OTHER_BLANK.search(paragraph) is None and not _has_held_blank(paragraph):
        runs = []
        for run in paragraph.split(" "):
            if run:
                runs.append(run)
            runs.append(" ")
        runs.pop()
    else:
        runs = _run().findall(paragraph)
    painted = paint_all(runs, joining, tashkeel)
    if _GLUED.search(paragraph) is None:
        return [[word] for word in painted]
    return list(_groups(paragraph, painted))


def _groups(paragraph: str, painted: list[Word]) -> Iterator[list[Word]]:
    """Each blank alone; words alone, or glued with the blanks between them."""
    place, count, offset = 0, len(painted), 0
    while place < count:
        end = place + 1
        offset += painted[place].length
        while not painted[end - 1].is_blank:
            following, start = end, offset
            while following < count and painted[following].is_blank:
                start += painted[following].length
                following += 1
            is_glued = paragraph[offset - 1] in _NEVER_ENDS or paragraph[start : start + 1] in _NEVER_STARTS
            if following in {end, count} or not is_glued:
                break
            end, offset = following + 1, start + painted[following].length
        yield painted[place:end]
        place = end


def break_rows(groups: list[list[Word]], width: int) -> Iterator[RowWords]:
    """The rows of a paragraph at a width in cells, in order, covering it."""
    row = _Filling(0)
    for group in groups:
        needed = group[0].width if len(group) == 1 else sum([word.width for word in group])
        if row.used + needed <= width and not row.is_hanging:
            row.take(group, needed)
        elif group[0].is_blank or not needed:
            row.hang(group[0])
        else:
            if row.fitting or row.is_hanging:
                yield row.done()
                row = _Filling(row.end)
            if needed <= width:
                row.take(group, needed)
                continue
            for part in _parts(group, width):
                if row.used + part.width <= width and not row.is_hanging:
                    row.take([part], part.width)
                elif part.is_blank or not part.width:
                    row.hang(part)
                else:
                    yield row.done()
                    row = _Filling(row.end)
                    row.take([part], part.width)
    yield row.done()


class _Filling:
    """A row that is being filled; blanks that do not fit hang, and so does everything without a cell behind them."""

    __slots__ = ("end", "fitting", "is_hanging", "start", "used")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.fitting: list[Word] = []
        self.used = 0
        self.is_hanging = False

    def take(self, group: list[Word], needed: int) -> None:
        """Add words that fit and need so many cells."""
        self.fitting += group
        self.used += needed
        for word in group:
            self.end += word.length

    def hang(self, word: Word) -> None:
        """Add a blank that does not fit."""
        self.end += word.length
        self.is_hanging = True

    def done(self) -> RowWords:
        """What the row holds."""
        return RowWords(self.start, self.end, self.fitting, self.used)


def _parts(group: list[Word], width: int) -> Iterator[Word]:
    """The words of a group that is wider than a row: breaking at their blanks, and cut where one alone is wider."""
    for word in group:
        if word.width <= width:
            yield word
        else:
            yield from _cut(word, width)


def _cut(word: Word, width: int) -> Iterator[Word]:
    """A word wider than the row, cut between clusters."""
    units: list[Unit] = []
    start = used = 0
    for whole in word.units:
        unit = whole if whole.width <= width else whole._replace(ltr=_TOO_WIDE, rtl=_TOO_WIDE, width=1)
        if used + unit.width > width:
            yield _part(start, unit.start, units)
            start, units, used = unit.start, [], 0
        units.append(unit)
        used += unit.width
    yield _part(start, word.length, units)


def _part(start: int, end: int, units: list[Unit]) -> Word:
    return Word.of(end - start, tuple(unit._replace(start=unit.start - start, end=unit.end - start) for unit in units))
