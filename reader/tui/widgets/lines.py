"""A few lines of ready text: the header above the texts, the quote strip, status and keys below them."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.widgets.painted import PaintedWidget


class Line(NamedTuple):
    """Pieces of a line, left to right (text in visual order and the name of its style), and the style behind them."""

    pieces: tuple[tuple[str, str], ...]
    style: str


class Lines(PaintedWidget):
    """Lines that are set from outside and repainted only when they change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--header",
        "lines--quote",
        "lines--status",
        "lines--alarm",
        "lines--footer",
        "lines--key",
    }
    """What a line is, and what in it is a key to press."""

    DEFAULT_CSS = """
    Lines {
        &> .lines--header { background: $boost; color: $text; }
        &> .lines--quote { background: $surface; color: $text; }
        &> .lines--status { color: $text-accent; }
        &> .lines--alarm { color: $text-error; text-style: bold; }
        &> .lines--footer { background: $panel; color: $text-muted; }
        &> .lines--key { background: $panel; color: $text-accent; text-style: bold; }
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._strips: dict[tuple[Line | None, int], Strip] = {}

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines from the top."""
        before, self._lines = self._lines, list(lines)
        if before != self._lines:
            self._strips = {key: strip for key, strip in self._strips.items() if key[0] in self._lines}
            self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: nothing painted so far holds."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line, filled up to the widget's width."""
        key = (self._lines[y] if y < len(self._lines) else None, self.size.width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._painted(*key)
        return strip

    def _painted(self, line: Line | None, width: int) -> Strip:
        if line is None:
            return self.finished(Strip.blank(width, self.base))
        base = self.style_of(f"lines--{line.style}")
        segments = [Segment(text, self.style_of(f"lines--{name}") if name else base) for text, name in line.pieces]
        return self.finished(Strip(segments).adjust_cell_length(width, base))
