"""The screen as a grid of cells, kept from what is written to it, so that a touched row can be sent whole.

An encoded row cannot be cut: a frame that changes the middle of a row would land on other letters. Text, looks,
cursor moves and clears are taken in here; every other sequence goes on untouched, behind the rows touched before it.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from reader.text import graphemes
from reader.text.encoding import Cell

Encoder = Callable[[Sequence[Cell]], list[Cell]]
_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f]+)"
    r"|\x1b\[(?P<look>[\d;:]*)m"
    r"|\x1b\[(?P<numbers>[\d;]*)(?P<move>[ABCDEFGHdfJK])"
    r"|(?P<line>[\r\n\b])"
    r"|(?P<other>\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-OQ-WYZ\\`-~])"
    r"|[\x00-\x07\t\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f])"
    r"|(?P<begun>\x1b[^\x1b]*)"
)
_ALTERNATE = frozenset({"\x1b[?1049h", "\x1b[?1049l"})
_BLANK = Cell(" ")
_BEHIND = ""  # the text of the second column of a wide cell
_MOST_REMEMBERED = 2048


class Grid:
    """A screen of `width` by `height`; `take` what is written, send what it returns."""

    def __init__(self, encoder: Encoder, width: int, height: int) -> None:
        self._encoder = encoder
        self._rows: list[list[Cell]] = []
        self._width = width
        self._x = self._y = 0
        self._look = ""
        self._touched: set[int] = set()
        self._begun = ""
        self._sent: dict[tuple[Cell, ...], str] = {}
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Another size: what lies beyond it is gone, what is new is blank."""
        if (width, height) != (self._width, len(self._rows)):
            self._width = width
            kept = [row[:width] + [_BLANK] * (width - len(row)) for row in self._rows[:height]]
            self._rows = kept + [[_BLANK] * width for _ in range(height - len(kept))]

    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        return ["".join([cell.text for cell in row]) for row in self._rows]

    def take(self, data: str) -> str:
        """What is to be sent instead: each touched row whole, everything else as it was, in order."""
        sent: list[str] = []
        data, self._begun = self._begun + data, ""
        for token in _TOKEN.finditer(data):
            value = token.group()
            match token.lastgroup:
                case "text":
                    self._write(value)
                case "look":
                    self._change_look(token["look"])
                case "move":
                    self._move(token["move"], [int(number or 0) for number in token["numbers"].split(";")])
                case "line":
                    self._y += value == "\n"
                    self._x = max(0, self._x - 1) if value == "\b" else 0
                case "begun" if token.end() == len(data):
                    self._begun = value
                case _:
                    sent += [self._flushed(), value]
                    if value in _ALTERNATE:
                        self._clear(0, len(self._rows))
                        self._touched.clear()
        sent.append(self._flushed())
        return "".join(sent)

    def _write(self, text: str) -> None:
        if not 0 <= self._y < len(self._rows):
            return
        row, x, look = self._rows[self._y], self._x, self._look
        if x < self._width and row[x].text == _BEHIND:
            row[x - 1] = _BLANK._replace(style=row[x - 1].style)
        cells = [Cell(part, look) for part in _columns(text)][: max(0, self._width - x)]
        end = x + len(cells)
        row[x:end] = cells
        if end < self._width and row[end].text == _BEHIND:
            row[end] = _BLANK._replace(style=row[end].style)
        self._x = end
        self._touched.add(self._y)

    def _change_look(self, numbers: str) -> None:
        first, _, others = numbers.partition(";")
        if not first.strip("0"):
            self._look = others
        else:
            self._look = f"{self._look};{numbers}" if self._look else numbers

    def _move(self, kind: str, numbers: list[int]) -> None:
        first = numbers[0]
        match kind:
            case "H" | "f":
                self._y, self._x = max(first, 1) - 1, max(numbers[1] if len(numbers) > 1 else 1, 1) - 1
            case "A" | "F":
                self._y = max(0, self._y - max(first, 1))
            case "B" | "E":
                self._y += max(first, 1)
            case "C":
                self._x += max(first, 1)
            case "D":
                self._x = max(0, self._x - max(first, 1))
            case "G":
                self._x = max(first, 1) - 1
            case "d":
                self._y = max(first, 1) - 1
            case _:
                self._erase(kind, first)
        if kind in "EF":
            self._x = 0

    def _erase(self, kind: str, which: int) -> None:
        """Blank the row or the screen: from the cursor on, up to it, or whole."""
        height = len(self._rows)
        if kind == "J":
            self._clear(*((self._y + 1, height) if which == 0 else (0, self._y if which == 1 else height)))
        if 0 <= self._y < height:
            row, blank = self._rows[self._y], Cell(" ", self._look)
            start, end = ((self._x, self._width), (0, self._x + 1), (0, self._width))[min(which, 2)]
            row[start:end] = [blank] * (min(end, self._width) - min(start, self._width))
            self._touched.add(self._y)

    def _clear(self, start: int, end: int) -> None:
        for y in range(start, end):
            self._rows[y] = [Cell(" ", self._look)] * self._width
            self._touched.add(y)

    def _flushed(self) -> str:
        """The rows touched since, each whole, then the cursor and the look where they were left."""
        if not self._touched:
            return ""
        touched, self._touched = sorted(self._touched), set()
        rows = "".join([f"\x1b[{y + 1};1H{self._encoded(tuple(self._rows[y]))}" for y in touched])
        look = f"\x1b[{self._look}m" if self._look else ""
        return f"\x1b[0m{rows}\x1b[{self._y + 1};{min(self._x, self._width - 1) + 1}H{look}"

    def _encoded(self, row: tuple[Cell, ...]) -> str:
        sent = self._sent.get(row)
        if sent is None:
            if len(self._sent) >= _MOST_REMEMBERED:
                self._sent.clear()
            cells = self._encoder([cell for cell in row if cell.text])
            stretches = groupby(cells, key=attrgetter("style"))
            sent = self._sent[row] = "".join([_painted(style, list(group)) for style, group in stretches])
        return sent


def _painted(style: str, cells: list[Cell]) -> str:
    text = "".join([cell.text for cell in cells])
    return f"\x1b[{style}m{text}\x1b[0m" if style else text


@lru_cache(maxsize=8192)
def _columns(text: str) -> tuple[str, ...]:
    """What stands in each column, nothing in the second one of what takes two."""
    columns: list[str] = []
    for cluster in graphemes.clusters(text):
        width = graphemes.width(cluster)
        if width:
            columns += [cluster, *[_BEHIND] * (width - 1)]
        elif columns:  # a mark that lost its letter
            columns[-1] += cluster
    return tuple(columns)
