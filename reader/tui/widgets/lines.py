"""A few lines of ready text: header, quote strip, status, footer."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.widgets.painted import PaintedWidget

Line = Sequence[tuple[str, str]]
"""Pieces of a line, left to right: text in visual order, and the component class that styles it ("" for none)."""


class Lines(PaintedWidget):
    """Lines that are set from outside and repainted only when they change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--key", "lines--alarm"}
    """A key to press, and what went wrong."""

    DEFAULT_CSS = """
    Lines {
        &> .lines--key { color: $text-accent; text-style: bold; }
        &> .lines--alarm { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._strips: dict[int, Strip] = {}
        self._painted_width = 0

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines from the top."""
        shown = [tuple(line) for line in lines]
        if shown != self._lines:
            self._lines = list(shown)
            self._strips.clear()
            self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: nothing painted so far holds."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line, filled up to the widget's width."""
        width = self.size.width
        if width != self._painted_width:
            self._strips.clear()
            self._painted_width = width
        strip = self._strips.get(y)
        if strip is None:
            line = self._lines[y] if y < len(self._lines) else ()
            segments = [Segment(text, self.style_of(name) if name else self.base) for text, name in line]
            strip = self._strips[y] = self.finished(Strip(segments).adjust_cell_length(width, self.base))
        return strip
