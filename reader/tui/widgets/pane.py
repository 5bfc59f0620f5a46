"""One document's column: its heading, its rows with their marks, cursor and selection, as strips."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from reader.model import Annotation, Direction
from reader.text.rows import Row
from reader.tui.widgets.heading import heading
from reader.tui.widgets.page_lines import PageLine, letter_of, lines_of, style_of
from reader.tui.widgets.painted import PaintedWidget
from reader.tui.widgets.painting import Layer, paint
from reader.workspace.reading import View

GUTTER = 4
HEADING = 1
_WIDEST = 100
_KEPT = 1024


class Pane:
    """A view's page in a column of a widget; `update` after anything changed tells which lines differ."""

    def __init__(self, view: View, marks: Callable[[View], Sequence[Annotation]], widget: PaintedWidget) -> None:
        self.view = view
        self.size = Size(0, 0)
        self.text_width = 1
        self._marks = marks
        self._widget = widget
        self._is_active = False
        self._lines: list[PageLine] = []
        self._progress = 0
        self._heading: Strip | None = None
        # Scrolling shows the same lines elsewhere: they are not painted again.
        self._strips: dict[tuple[PageLine, bool] | None, Strip] = {}

    @property
    def is_rtl(self) -> bool:
        """The document runs from right to left: its margin is on the right."""
        return self.view.document.direction is Direction.RTL

    def fit(self, size: Size) -> None:
        """Lay the view out for a column of that size."""
        if size != self.size:
            self.size = size
            self.text_width = max(1, min(_WIDEST, size.width - GUTTER - 1))
            self.view.resize(self.text_width, max(1, size.height - HEADING))
            self.forget()
            self._lines = lines_of(self.view, self._marks(self.view))

    def forget(self) -> None:
        """Nothing painted so far holds: another size or theme."""
        self._strips.clear()
        self._heading = None

    def update(self, *, is_active: bool) -> set[int]:
        """Take the view as it is now; the lines of the column that look different."""
        before, self._lines = self._lines, lines_of(self.view, self._marks(self.view))
        lines = self._lines
        changed = {
            y + HEADING
            for y in range(max(len(lines), len(before)))
            if y >= len(lines) or y >= len(before) or lines[y] != before[y]
        }
        progress = round(self.view.page.progress * 100)
        if (is_active, progress) != (self._is_active, self._progress):
            if is_active != self._is_active:
                changed |= {y + HEADING for y, line in enumerate(lines) if line.cursor is not None}
            self._is_active, self._progress, self._heading = is_active, progress, None
            changed.add(0)
        return changed

    def strip(self, y: int) -> Strip:
        """A line of the column: the heading, or a row of the page."""
        if y < HEADING:
            if self._heading is None:
                self._heading = self._painted_heading()
            return self._heading
        key = None
        if y - HEADING < len(self._lines):
            line = self._lines[y - HEADING]
            key = (line, self._is_active and line.cursor is not None)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            strip = self._strips[key] = self._painted(key[0] if key else None)
        return strip

    def offset_at(self, cell: int, y: int) -> int | None:
        """The offset nearest to a cell of the column; None beside the text."""
        if not HEADING <= y < len(self._lines) + HEADING:
            return None
        left = self.size.width - GUTTER - self.text_width if self.is_rtl else GUTTER
        return self._lines[y - HEADING].row.nearest_offset(cell - left)

    def _painted_heading(self) -> Strip:
        style = self._widget.style_of("spread--heading-active" if self._is_active else "spread--heading")
        shown = heading(self.view.document, self.view.page.progress, self.size.width)
        return self._widget.finished(Strip([Segment(shown, style)], self.size.width))

    def _painted(self, line: PageLine | None) -> Strip:
        base, width = self._widget.base, self.size.width
        if line is None:
            return self._widget.finished(Strip.blank(width, base))
        gutter = self._gutter(line.labels, base)
        text = self._text(line, base)
        rest = Segment(" " * (width - GUTTER - self.text_width), base)
        return self._widget.finished(Strip([rest, *text, *gutter] if self.is_rtl else [*gutter, *text, rest], width))

    def _text(self, line: PageLine, base: Style) -> list[Segment]:
        layers = [(layer, self._widget.over(f"spread--{layer.style}")) for layer in line.layers]
        if line.cursor is None:
            return paint(line.row, self.text_width, layers, base)
        style = self._widget.over("spread--cursor" if self._is_active else "spread--cursor-away")
        cursor = Layer(line.cursor, line.cursor + 1, "cursor")
        if line.row.cells(cursor.start, cursor.end):
            return paint(line.row, self.text_width, [*layers, (cursor, style)], base)
        return self._cursor_without_cell(line.row, base + style, base)

    def _cursor_without_cell(self, row: Row, style: Style, base: Style) -> list[Segment]:
        """The cursor where nothing has a cell: at the start of the row, in reading order."""
        width = self.text_width
        if row.placed:
            first = row.placed[-1] if row.direction is Direction.RTL else row.placed[0]
            return paint(row, width, [(Layer(first.start, first.end, ""), style)], base)
        before = width - 1 if row.direction is Direction.RTL else 0
        return [Segment(" " * before, base), Segment(" ", style), Segment(" " * (width - before - 1), base)]

    def _gutter(self, labels: tuple[str, ...], base: Style) -> list[Segment]:
        letters = [
            Segment(letter_of(label), self._widget.style_of(f"spread--{style_of(label)}"))
            for label in labels[: GUTTER - 1]
        ]
        if self.is_rtl:
            return [Segment(" ", base), *letters, Segment(" " * (GUTTER - 1 - len(letters)), base)]
        return [*letters, Segment(" " * (GUTTER - len(letters)), base)]
