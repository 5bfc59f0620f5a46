"""A terminal that shows what it is sent, cell by cell, written without the program's own parser."""

import re
import unicodedata
from collections.abc import Callable

import pytest

from reader.text.encoding import Cell

_PIECE = re.compile(r"\x1b\[([?><]?)([\d;]*)[ -/]*([@-~])|\x1b\].*?(?:\x07|\x1b\\)|\x1bP.*?\x1b\\|\x1b.|(.)", re.DOTALL)


class Emulator:
    """Takes in what a program wrote; `cells` are those sent, row by row, from left to right."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.grid = [[Cell(" ")] * width for _ in range(height)]
        self.x = self.y = 0
        self.style = ""

    def take(self, output: str) -> "Emulator":
        """Show it."""
        for private, numbers, final, character in _PIECE.findall(output):
            if character:
                self._put(character)
            elif final == "m":
                self.style = "" if numbers in {"", "0"} else numbers
            elif final == "H":
                self.y, self.x = (int(number or 1) - 1 for number in (numbers or "1;1").split(";"))
            elif private == "?" and numbers == "1049":
                self.grid = [[Cell(" ")] * self.width for _ in range(self.height)]
        return self

    def _put(self, character: str) -> None:
        if character in "\r\n":
            self.x, self.y = 0, self.y + (character == "\n")
            return
        if ord(character) < 32:
            return
        row = self.grid[self.y]
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            row[self.x - 1] = Cell(row[self.x - 1].text + character, row[self.x - 1].style)
            return
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        row[self.x : self.x + width] = [Cell(character, self.style), Cell("", self.style)][:width]
        self.x = min(self.x + width, self.width - 1 if self.x + width > self.width else self.width)

    @property
    def cells(self) -> list[list[Cell]]:
        """The rows, without the second columns of wide cells."""
        return [[cell for cell in row if cell.text] for row in self.grid]


@pytest.fixture(scope="session")
def emulator() -> Callable[[int, int], Emulator]:
    """A blank screen of that size."""
    return Emulator


@pytest.fixture(scope="session")
def looks() -> Callable[[list[Cell]], list[tuple[str, str]]]:
    """Cells as a person sees them: the blank that counts as a letter is a blank."""
    return lambda cells: [(" " if cell.text == "\u2800" else cell.text, cell.style) for cell in cells]
