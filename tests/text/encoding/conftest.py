"""Terminals that do to a row what real ones do, and rows of real texts to try them with."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from reader.model import Direction
from reader.text import bidi, graphemes
from reader.text.encoding import Cell
from reader.text.layout import lay_out
from reader.text.rows import Row

ROOT = Path(__file__).parents[3]
PLACES = [ROOT / "reader" / "sample", ROOT.parent / "shared" / "data"]
BASE, CLAIM, ENTITY = "48;2;18;18;18", "48;2;90;60;0", "4;48;2;0;60;90"

Simulated = Callable[[Sequence[Cell]], list[Cell]]


def reorders_rows(sent: Sequence[Cell]) -> list[Cell]:
    """The bidirectional algorithm on the whole row from left to right, as in PuTTY, or in VTE under tmux."""
    order, is_turned = bidi.resolve("".join(cell.text[0] for cell in sent), Direction.LTR)
    return [sent[place].mirrored() if is_turned[place] else sent[place] for place in order]


def reorders_colours(sent: Sequence[Cell]) -> list[Cell]:
    """The same on each stretch of one look, as in qterminal."""
    return [cell for _, group in groupby(sent, key=lambda cell: cell.style) for cell in reorders_rows(list(group))]


def turns_words(sent: Sequence[Cell]) -> list[Cell]:
    """Each word backwards that begins with a right-to-left letter, the colours left where they are, as in kitty."""
    shown = []
    for is_word, group in groupby(sent, key=_in_word):
        cells = list(group)
        begins = next((cell.text[0] for cell in cells if _is_scripted(cell.text[0])), "a")
        if is_word and unicodedata.bidirectional(begins) in {"R", "AL", "AN"}:
            turned = [cell.mirrored().text for cell in reversed(cells)]
            cells = [Cell(text, cell.style) for text, cell in zip(turned, cells, strict=True)]
        shown += cells
    return shown


def _in_word(cell: Cell) -> tuple[bool, bool] | None:
    """Bold and italic cells are set in other fonts; blanks, lines and what takes two columns end a word."""
    if cell.text in {" ", "│"} or graphemes.width(cell.text) != 1:
        return None
    font = cell.style.partition("8;2;")[0].split(";")
    return ("1" in font, "3" in font)


def _is_scripted(character: str) -> bool:
    is_digit = unicodedata.bidirectional(character) == "AN" and character.isdigit()
    return is_digit or (character.isalpha() and character != "ـ")


def _documents() -> Iterator[str]:
    for path in sorted(path for place in PLACES for path in place.rglob("*.txt")):
        data = path.read_bytes()
        try:
            yield data.decode("utf-8")
        except UnicodeDecodeError:
            yield data.decode("cp1256")


def _cells(row: Row, period: int) -> list[Cell]:
    """The row's cells; every so many code points of the text another span is highlighted, none with 0."""
    shown = [Cell(" ", BASE)] * (row.placed[0].cell if row.placed else len(row.text))
    for placed in row.placed:
        place = placed.start // period % 4 if period else 0
        shown.append(Cell(placed.text, (BASE, ENTITY, BASE, CLAIM)[place]))
    behind = len(row.text) if not row.placed else row.placed[-1].cell + row.placed[-1].width
    return shown + [Cell(" ", BASE)] * (graphemes.width(row.text) - behind)


LONG = [pytest.param(each, marks=pytest.mark.long) for each in ((24, 7), (57, 0), (90, 5))]


@pytest.fixture(scope="session", params=[(24, 0), (57, 11), *LONG], ids=lambda one: f"{one[0]} {one[1]}")
def rows(request: pytest.FixtureRequest) -> list[list[Cell]]:
    """Every row of every text at a width, highlighted or not, alone and beside the row below it."""
    width, period = request.param
    alone = [_cells(row, period) for text in _documents() for row in lay_out(text, width)]
    blank, divider = [Cell(" ", BASE)], [Cell("│", "38;2;80;80;80")]
    beside = [[*blank, *left, *blank, *divider, *blank, *right, *blank] for left, right in pairwise(alone)]
    return alone + beside


@pytest.fixture(scope="session")
def terminals() -> dict[str, Simulated]:
    """Encoder → what a terminal of its kind shows of a row that it was sent."""
    return {
        "cells": list,
        "explicit": list,
        "words": turns_words,
        "runs": reorders_rows,
        "attr": reorders_colours,
    }
