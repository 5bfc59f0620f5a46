"""What the colours and letters of a picture mean."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.exchange.pictures.marks import label_order, letter_of, style_of
from reader.exchange.pictures.spread import Spread
from reader.text import graphemes
from reader.text.layout import lay_out
from reader.text.safe import safe

SPACE = 3
_WIDEST = 24


class Entry(NamedTuple):
    """A label: its style, its letter, its name in visual order, and the cells that it takes with a blank between."""

    style: str
    letter: str
    name: str
    width: int


def labels_in(spread: Spread) -> list[str]:
    """The labels of all marks of the spread, each once."""
    found = {annotation.label for column in spread.columns for annotation in column.annotations}
    return sorted(found, key=label_order)


def legend_rows(labels: Iterable[str], width: int) -> list[list[Entry]]:
    """The entries, in as many rows as they need."""
    rows: list[list[Entry]] = []
    used = width
    for label in labels:
        entry = _entry(label)
        if used + SPACE + entry.width > width:
            rows.append([])
            used = -SPACE
        rows[-1].append(entry)
        used += SPACE + entry.width
    return rows


def _entry(label: str) -> Entry:
    shown = safe(label)
    name = lay_out(shown, _WIDEST)[0].text.strip() if shown else "?"
    return Entry(style_of(label), letter_of(label) if label else "?", name, 2 + graphemes.width(name))
