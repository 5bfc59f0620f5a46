"""Rows for a terminal, or for `less -R`: colours and underlines where something is marked, letters in the margin."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter

from reader.exchange.pictures.legend import labels_in, legend_rows
from reader.exchange.pictures.marks import Mark, letter_of, style_of
from reader.exchange.pictures.palette import Theme
from reader.exchange.pictures.sheet import GAP, LETTERS, MARGIN, Kind, Line, extent, lines, places
from reader.exchange.pictures.spread import Column, Spread
from reader.model import Direction
from reader.text.safe import safe

# Of the 256 colours: ink and ground are both given, so that a mark can be read on any terminal's own ground.
_GROUNDS = {
    Theme.LIGHT: {"entity": "38;5;16;48;5;153", "claim": "38;5;16;48;5;222", "source": "38;5;16;48;5;157",
                  "other": "38;5;16;48;5;183"},
    Theme.DARK: {"entity": "38;5;231;48;5;24", "claim": "38;5;231;48;5;94", "source": "38;5;231;48;5;22",
                 "other": "38;5;231;48;5;54"},
}  # fmt: skip
_UNDERLINED = {"entity", "source"}
_KINDS = {Kind.TITLE: "1", Kind.ABOUT: "2", Kind.BLANK: "", Kind.TEXT: ""}


def ansi(spread: Spread, width: int, theme: Theme) -> Iterator[str]:
    """The spread in lines of `width` cells in visual order; nothing but our own colours commands the terminal."""
    grounds = _GROUNDS[Theme.DARK if theme is Theme.DARK else Theme.LIGHT]
    wide = [place.width for place in places(spread.columns, width)]
    columns = [_painted(column, cells, grounds) for column, cells in zip(spread.columns, wide, strict=True)]
    blanks = [" " * (cells + MARGIN) for cells in wide]
    between = " │ ".center(GAP)
    for parts in zip_longest(*columns):
        yield between.join(part or blank for part, blank in zip(parts, blanks, strict=True)) + "\n"
    entries = legend_rows(labels_in(spread), extent(spread.columns, width))
    if entries:
        yield "\n"
    for row in entries:
        yield "   ".join(_sgr(f"{entry.letter} {entry.name}", grounds[entry.style]) for entry in row) + "\n"


def _painted(column: Column, width: int, grounds: dict[str, str]) -> Iterator[str]:
    for line in lines(column, width):
        margin = _margin(line.labels, grounds)
        if column.document.direction is Direction.RTL:
            yield _text(line, width, grounds) + " " + margin
        else:
            yield margin + " " + _text(line, width, grounds)


def _margin(labels: Sequence[str], grounds: dict[str, str]) -> str:
    letters = [_sgr(letter_of(label), grounds[style_of(label)]) for label in labels[:LETTERS]]
    return "".join(letters) + " " * (MARGIN - 1 - len(letters))


def _text(line: Line, width: int, grounds: dict[str, str]) -> str:
    placed = line.row.placed
    if not placed:
        return " " * width
    parts = [" " * placed[0].cell]
    codes = [_codes([mark for mark in line.marks if mark.start < each.end and each.start < mark.end], grounds)
             for each in placed]  # fmt: skip
    for code, group in groupby(zip(codes, placed, strict=True), key=itemgetter(0)):
        parts.append(_sgr("".join([each.text for _, each in group]), code or _KINDS[line.kind]))
    parts.append(" " * (width - placed[-1].cell - placed[-1].width))
    return "".join(parts)


def _codes(marks: Sequence[Mark], grounds: dict[str, str]) -> str:
    """The colours of the shortest mark, underlined where any of them is."""
    if not marks:
        return ""
    styles = [style_of(mark.annotation.label) for mark in marks]
    underline = ";4" if _UNDERLINED.intersection(styles) else ""
    return grounds[styles[-1]] + underline


def _sgr(text: str, codes: str) -> str:
    shown = safe(text)
    return f"\x1b[{codes}m{shown}\x1b[0m" if codes else shown
