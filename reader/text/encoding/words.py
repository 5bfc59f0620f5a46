"""For kitty, which shapes each word by itself and turns around those that begin with a right-to-left letter.

Colours stay where they are on the screen: only the characters of the word change places. Bold and italic are other
fonts and end a word for it, so nothing of ours is bold or italic in the middle of one, but where a word cannot be
sent otherwise.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from reader.text import graphemes
from reader.text.encoding.cell import Cell, holds_right_to_left

_TATWEEL = "\u0640"  # of no script of its own: many scripts use it
_FONT_ATTRIBUTES = frozenset({"1", "3"})  # bold and italic are other fonts
_COLOURS = frozenset({"38", "48"})


def words(row: Sequence[Cell]) -> list[Cell]:
    """The row with each word sent in the order that comes out right when the terminal has turned it around."""
    if not holds_right_to_left("".join([cell.text for cell in row])):
        return list(row)
    sent: list[Cell] = []
    for font, group in groupby(row, key=_font):
        cells = list(group)
        sent += cells if font is None else _word(cells)
    return sent


def _word(word: list[Cell]) -> list[Cell]:
    if not _begins_right_to_left(word):
        return word
    # The style belongs to the place.
    sent = [Cell(cell.mirrored().text, place.style) for cell, place in zip(reversed(word), word, strict=True)]
    return sent if _begins_right_to_left(sent) else _in_two_fonts(word)


def _in_two_fonts(word: list[Cell]) -> list[Cell]:
    """An Arabic beginning with a Latin end comes out right in no order, so each script goes for a word of its own."""
    parts: list[list[Cell]] = [[]]
    is_rtl: bool | None = None
    for cell in word:
        runs = _runs_right_to_left(cell.text[:1])
        if runs is not None and is_rtl is not None and runs is not is_rtl:
            parts.append([])
        is_rtl = is_rtl if runs is None else runs
        parts[-1].append(cell if len(parts) % 2 else cell._replace(style=_slanted(cell.style)))
    return [cell for part in parts for cell in _word(part)]


def _slanted(style: str) -> str:
    """The style in the other of upright and italic."""
    numbers = [number for number in style.split(";") if number]
    return ";".join(numbers[1:] if numbers[:1] == ["3"] else ["3", *numbers])


def _begins_right_to_left(word: Sequence[Cell]) -> bool:
    """The first character that belongs to a script runs from right to left."""
    return next((is_rtl for cell in word if (is_rtl := _runs_right_to_left(cell.text[:1])) is not None), False)


@lru_cache(maxsize=4096)
def _runs_right_to_left(character: str) -> bool | None:
    """Whether the character's script does; None for what belongs to none."""
    if holds_right_to_left(character):
        is_scripted = unicodedata.category(character)[0] in "LN" and character != _TATWEEL
        return True if is_scripted else None
    return False if unicodedata.category(character).startswith("L") else None


def _font(cell: Cell) -> tuple[bool, ...] | None:
    """What cells of one word have in common; None for what stands between words."""
    return None if _is_between(cell.text) else _font_of(cell.style)


@lru_cache(maxsize=4096)
def _is_between(text: str) -> bool:
    """A blank, a character that the terminal draws itself, or one of another font (emoji, ideographs)."""
    is_drawn = "\u2500" <= text[:1] <= "\u259f" or "\u2800" <= text[:1] <= "\u28ff"
    return text == " " or is_drawn or graphemes.width(text) != 1


@lru_cache(maxsize=4096)
def _font_of(style: str) -> tuple[bool, ...]:
    attributes = style.split(";")
    first_colour = next((place for place, number in enumerate(attributes) if number in _COLOURS), len(attributes))
    return tuple(number in attributes[:first_colour] for number in sorted(_FONT_ATTRIBUTES))
