"""One-line texts as the screen shows them: made safe, in visual order, cut to fit."""

from functools import lru_cache

from reader.model import Direction
from reader.text import graphemes
from reader.text.bidi import uniform_direction
from reader.text.language import direction_of
from reader.text.layout import lay_out
from reader.text.safe import safe, without_hidden

_ELLIPSIS = "…"
_QUOTE_AT_LEAST = 8
_LONGEST = 4000


def shortened(text: str, clusters: int) -> str:
    """The text as one safe line of at most so many clusters, in logical order."""
    line = without_hidden(safe(text))
    cut = graphemes.cut(line, clusters)
    return cut if cut == line else cut.rstrip() + _ELLIPSIS


@lru_cache(maxsize=512)
def one_line(text: str, width: int, *, flush: Direction | None = None, direction: Direction | None = None) -> str:
    """The text in visual order, exactly `width` cells; cut with an ellipsis where it is too long.

    `flush` says at which side it stands, else its own direction does.
    """
    if width < 1:
        return ""
    line = without_hidden(safe(text))
    own = direction or direction_of(line, Direction.LTR)
    if own is Direction.LTR and graphemes.is_plain(line) and uniform_direction(line, own) is own:
        fitting = line if len(line) <= width else line[: width - 1].rstrip() + _ELLIPSIS
        return fitting.rjust(width) if flush is Direction.RTL else fitting.ljust(width)
    rows = lay_out(line, width, own)
    if len(rows) > 1:
        rows = lay_out(_cut(line, width), width, own)
    shown = rows[0].text if rows else " " * width
    if flush is not None and flush is not own:
        blanks = " " * (len(shown) - len(shown.strip(" ")))
        shown = shown.strip(" ") + blanks if flush is Direction.LTR else blanks + shown.strip(" ")
    return shown


@lru_cache(maxsize=64)
def sentence_line(text: str, width: int) -> str:
    """A sentence of ours in visual order, exactly `width` cells; what it quotes “so” runs in its own direction.

    Where it is too long the end of the quote goes, as a reader reads it.
    """
    before, opening, rest = text.partition("“")
    quote, closing, after = rest.rpartition("”")
    room = width - len(before) - len(after) - 2
    ours = before + after
    if not (opening and closing and graphemes.is_plain(ours) and ours.isascii()) or room < _QUOTE_AT_LEAST:
        return one_line(text, width, direction=Direction.LTR)
    quote = without_hidden(safe(quote))
    shown = one_line(quote, min(room, _cells(quote)))
    return f"{before}“{shown}”{after}" + " " * (room - _cells(shown))


def _cells(line: str) -> int:
    return sum(graphemes.width(cluster) for cluster in graphemes.clusters(line))


def paragraph_lines(text: str, width: int) -> list[str]:
    """A text of ours on as many lines as it takes, each in visual order and exactly `width` cells."""
    return [row.text for row in lay_out(without_hidden(safe(text)), max(1, width), Direction.LTR)]


def abridged(quote: str, width: int, height: int, direction: Direction) -> list[str]:
    """A quote on at most `height` rows of `width` cells; what is left out of its middle is seen to be left out."""
    rows = lay_out(quote[: _LONGEST + 1], width, direction)
    if len(quote) <= _LONGEST and len(rows) <= height:
        return [row.text for row in rows]
    kept = width * height
    while kept > 0:
        last, first = graphemes.context(quote[-kept:], quote[:kept], kept // 2)
        rows = lay_out(f"{first} […] {last}", width, direction)
        if len(rows) <= height:
            break
        kept -= max(1, width // 8)
    return [row.text for row in rows[:height]]


def _cut(line: str, width: int) -> str:
    """As many clusters as fit into the width together with an ellipsis."""
    kept = used = 0
    for cluster in graphemes.clusters(line):
        used += max(1, graphemes.width(cluster))
        if used > width - 1:
            break
        kept += len(cluster)
    return line[:kept].rstrip() + _ELLIPSIS


def counted(number: int, one: str, many: str) -> str:
    """`1 text`, `2 texts`."""
    return f"{number} {one if number == 1 else many}"
