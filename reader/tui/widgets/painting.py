"""A row and what lies on it → segments."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style

from reader.text.rows import Row


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of the text, in code points, and the name of the style that lies on it."""

    start: int
    end: int
    style: str


def paint(row: Row, width: int, layers: Sequence[tuple[Layer, Style]], base: Style) -> list[Segment]:
    """The segments of a row of `width` cells, left to right; later layers lie over earlier ones."""
    on_row = [(layer, style) for layer, style in layers if layer.start < row.end and row.start < layer.end]
    if not on_row:
        return [Segment(row.text, base)]
    segments: list[Segment] = []
    text: list[str] = []
    current = base
    cell = 0
    for placed in row.placed:
        style = base
        for layer, over in on_row:
            if placed.start < layer.end and layer.start < placed.end:
                style += over
        if placed.cell > cell:  # the blanks before a right-to-left row
            segments.append(Segment(" " * (placed.cell - cell), base))
        if style is not current and style != current and text:
            segments.append(Segment("".join(text), current))
            text = []
        current = style
        text.append(placed.text)
        cell = placed.cell + placed.width
    if text:
        segments.append(Segment("".join(text), current))
    if cell < width:  # the blanks behind a left-to-right row
        segments.append(Segment(" " * (width - cell), base))
    return segments
