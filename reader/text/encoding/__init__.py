"""The last step before a terminal: what is sent so that the cells on the screen are those of a row.

A row comes in as visual cells, left to right; what goes out depends on what the terminal does to it on the way to
the screen. No single output is right everywhere, and an encoded row can no longer be cut.
"""

from collections.abc import Callable, Sequence

from reader.text.encoding.cell import Cell, holds_right_to_left
from reader.text.encoding.logical import logical
from reader.text.encoding.runs import attr, runs, unmirrored
from reader.text.encoding.words import words

__all__ = ["ENCODERS", "REWRITING", "Cell", "attr", "cells", "explicit", "holds_right_to_left", "logical"]
__all__ += ["runs", "unmirrored", "words"]


def cells(row: Sequence[Cell]) -> list[Cell]:
    """The row as it is, for terminals that show what they are sent from left to right."""
    return list(row)


def explicit(row: Sequence[Cell]) -> list[Cell]:
    """The row as it is, for terminals that were told beforehand to leave the order to us."""
    return list(row)


ENCODERS: dict[str, Callable[[Sequence[Cell]], list[Cell]]] = {
    "cells": cells,
    "explicit": explicit,
    "words": words,
    "runs": runs,
    "attr": attr,
    "unmirrored": unmirrored,
}
REWRITING = frozenset({"words", "runs", "attr", "unmirrored"})
"""The encoders that change what is sent; with the others nothing has to be rewritten."""
