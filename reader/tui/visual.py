"""One-line texts as the screen shows them: made safe, in visual order, cut to fit."""

from functools import lru_cache

from reader.model import Direction
from reader.text import graphemes
from reader.text.bidi import uniform_direction
from reader.text.language import direction_of
from reader.text.layout import lay_out
from reader.text.safe import safe, without_hidden

_ELLIPSIS = "…"


def shortened(text: str, clusters: int) -> str:
    """The text as one safe line of at most so many clusters, in logical order."""
    line = " ".join(safe(text, keep_lines=True).split())
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
