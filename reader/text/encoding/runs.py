"""For terminals that apply the bidirectional algorithm to a whole row, or to each stretch of one colour.

The row is sent in the order that the algorithm, with a left-to-right base, turns into the cells we want. Between
left-to-right letters that is the stretch of right-to-left letters and their digits, backwards. Where a stretch
would run into what it must not touch, a blank becomes U+2800, which looks the same and counts as such a letter.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from reader.model import Direction
from reader.text import bidi
from reader.text.encoding.cell import Cell, holds_right_to_left

BLANK_LETTER = "\u2800"
_DIVIDERS = frozenset("│┃║▎▏▐▌▊▕█┆┊")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_DIGITS = frozenset({"EN", "AN"})
_Mirror = Callable[[Cell], Cell]


def runs(row: Sequence[Cell]) -> list[Cell]:
    """The row as a terminal must be sent it that reorders rows; colours travel with the letters."""
    if not holds_right_to_left("".join([cell.text for cell in row])):
        return list(row)
    return _turned(_anchored(row), Cell.mirrored)


def unmirrored(row: Sequence[Cell]) -> list[Cell]:
    """The same for a terminal that reorders rows and leaves brackets as they were sent, which Konsole does in tmux."""
    if not holds_right_to_left("".join([cell.text for cell in row])):
        return list(row)
    return _turned(_anchored(row), _as_it_is)


def attr(row: Sequence[Cell]) -> list[Cell]:
    """The row as a terminal must be sent it that reorders each stretch of one look by itself."""
    if not holds_right_to_left("".join([cell.text for cell in row])):
        return list(row)
    return [cell for _, group in groupby(row, key=attrgetter("style")) for cell in _turned(list(group), Cell.mirrored)]


def _anchored(row: Sequence[Cell]) -> list[Cell]:
    """The row with a letter at its start, where terminals look for its direction, and beside each divider."""
    anchored = list(row)
    for place, cell in enumerate(row):
        if cell.text in _DIVIDERS:
            for beside in (place - 1, place + 1):
                if 0 <= beside < len(row):
                    anchored[beside] = _letter(anchored[beside])
    anchored[0] = _letter(anchored[0])
    return anchored


def _letter(cell: Cell) -> Cell:
    return Cell(BLANK_LETTER, cell.style) if cell.text == " " else cell


def _as_it_is(cell: Cell) -> Cell:
    return cell


def _turned(row: list[Cell], mirrored: _Mirror) -> list[Cell]:
    """The row backwards where the algorithm will turn it, with as few blanks as possible made letters."""
    for prepared in (_split_at_numbers, _split_around, _split_everywhere):
        wanted = prepared(row)
        sent = _backwards(wanted, mirrored)
        if _comes_out(sent, wanted, mirrored):
            break
    return sent


def _split_at_numbers(row: list[Cell]) -> list[Cell]:
    """A letter between a stretch and a European number on its right, which would be taken for its beginning."""
    split, is_behind, blank = list(row), False, None
    for place, kind in enumerate(_kinds(row)):
        if kind in _RIGHT_TO_LEFT:
            is_behind, blank = True, None
        elif kind == "L":
            is_behind = False
        elif row[place].text == " ":
            blank = place
        elif kind == "EN" and is_behind and blank is not None and not _goes_on(row, place):
            split[blank], is_behind = Cell(BLANK_LETTER, row[blank].style), False
    return split


def _goes_on(row: list[Cell], place: int) -> bool:
    """There is a right-to-left letter to the right before the next left-to-right one."""
    return next((kind for kind in _kinds(row[place:]) if kind in {"L", *_RIGHT_TO_LEFT}), "L") != "L"


def _split_around(row: list[Cell]) -> list[Cell]:
    """Every blank outside the stretches made a letter, too."""
    split = _split_at_numbers(row)
    inside = {place for start, end in _stretches(_kinds(split)) for place in range(start, end)}
    return [cell if place in inside else _letter(cell) for place, cell in enumerate(split)]


def _split_everywhere(row: list[Cell]) -> list[Cell]:
    return [_letter(cell) for cell in row]


def _backwards(row: list[Cell], mirrored: _Mirror) -> list[Cell]:
    """The row with each stretch turned around, but for the numbers in it."""
    kinds = _kinds(row)
    sent = list(row)
    for start, end in _stretches(kinds):
        numbers = _numbers(kinds, start, end)
        place = start
        for is_number, group in groupby(range(end - 1, start - 1, -1), key=numbers.__contains__):
            taken = list(group)
            for index in reversed(taken) if is_number else taken:
                sent[place] = row[index] if is_number else mirrored(row[index])
                place += 1
    return sent


def _stretches(kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From first to last right-to-left letter or Arabic digit between left-to-right letters."""
    start = end = -1
    is_lettered = False
    for place, kind in enumerate([*kinds, "L"]):
        if kind in _RIGHT_TO_LEFT or kind == "AN":
            start = place if start < 0 else start
            end = place + 1
            is_lettered |= kind != "AN"
        elif start >= 0 and (kind == "L" or (kind == "EN" and not is_lettered)):
            yield start, end
            start, is_lettered = -1, False


def _numbers(kinds: Sequence[str], start: int, end: int) -> set[int]:
    """The places in a stretch that belong to numbers, which run from left to right in it."""
    numbers = {place for place in range(start, end) if kinds[place] in _DIGITS}
    letter = "AL"
    for place in range(end - 1, start - 1, -1):
        kind = kinds[place]
        if kind in _RIGHT_TO_LEFT:
            letter = kind
        elif kind == "CS" or (kind == "ES" and letter == "R"):
            sides = {kinds[beside] for beside in (place - 1, place + 1) if beside in numbers}
            if place - 1 in numbers and place + 1 in numbers and (letter == "AL" or len(sides) == 1):
                numbers.add(place)
    return numbers


def _kinds(row: Sequence[Cell]) -> list[str]:
    return [_kind(cell.text[:1]) for cell in row]


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _comes_out(sent: list[Cell], wanted: list[Cell], mirrored: _Mirror) -> bool:
    """The algorithm turns what is sent into what is wanted."""
    order, is_turned = bidi.resolve("".join([cell.text[0] for cell in sent]), Direction.LTR)
    shown = [mirrored(sent[place]) if is_turned[place] else sent[place] for place in order]
    return shown == wanted
