"""A row and what lies on it → segments."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.text.rows import Row


class Layer(NamedTuple):
    """A stretch of the text, in code points, and the name of the style that lies on it."""

    start: int
    end: int
    style: str


def paint(row: Row, width: int, layers: Sequence[tuple[Layer, Style]], base: Style) -> list[Segment]:
    """The segments of a row of `width` cells, left to right; later layers lie over earlier ones."""
    on_row = [(layer, style) for layer, style in layers if layer.start < row.end and row.start < layer.end]
    if not on_row or not row.placed:
        return [Segment(row.text, base)]
    placed = row.placed
    covers = [0] * len(placed)
    for bit, (layer, _) in enumerate(on_row):
        start, end, flag = layer.start, layer.end, 1 << bit
        for index, each in enumerate(placed):
            if each.start < end and start < each.end:
                covers[index] |= flag
    first, last = placed[0], placed[-1]
    segments = [Segment(" " * first.cell, base)] if first.cell else []
    for cover, group in groupby(zip(covers, placed, strict=True), key=itemgetter(0)):
        style = base
        for bit, (_, over) in enumerate(on_row):
            if cover >> bit & 1:
                style += over
        segments.append(Segment("".join([each.text for _, each in group]), style))
    behind = width - last.cell - last.width
    if behind:
        segments.append(Segment(" " * behind, base))
    return segments
