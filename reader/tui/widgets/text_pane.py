"""One document on the screen: its heading, its rows with their marks, cursor and selection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from reader.model import Annotation, Direction
from reader.text.rows import Row
from reader.tui.widgets.heading import heading
from reader.tui.widgets.page_lines import PageLine, letter_of, lines_of, style_of
from reader.tui.widgets.painted import PaintedWidget
from reader.tui.widgets.painting import Layer, paint
from reader.workspace.reading import View

GUTTER = 4
_HEADING = 1
_WIDEST = 100
_KEPT = 1024
_Marks = Callable[[View], Sequence[Annotation]]


class TextPane(PaintedWidget):
    """A view's page; `update` after anything changed repaints the lines that differ."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text-pane--heading",
        "text-pane--heading-active",
        "text-pane--entity",
        "text-pane--claim",
        "text-pane--source",
        "text-pane--other",
        "text-pane--entity-current",
        "text-pane--claim-current",
        "text-pane--source-current",
        "text-pane--other-current",
        "text-pane--selection",
        "text-pane--cursor",
        "text-pane--cursor-away",
    }
    """The heading, one for each label and for the chosen mark of it, and what lies over the marks."""

    DEFAULT_CSS = """
    TextPane {
        width: 1fr; height: 1fr;
        &> .text-pane--heading { background: $panel; color: $text-muted; }
        &> .text-pane--heading-active { background: $primary; color: $text; text-style: bold; }
        &> .text-pane--entity { background: $primary-muted; text-style: underline; }
        &> .text-pane--claim { background: $warning-muted; }
        &> .text-pane--source { background: $success-muted; text-style: underline; }
        &> .text-pane--other { background: $secondary-muted; }
        &> .text-pane--entity-current { background: $primary; color: $text; }
        &> .text-pane--claim-current { background: $warning-darken-2; color: $text; }
        &> .text-pane--source-current { background: $success-darken-2; color: $text; }
        &> .text-pane--other-current { background: $secondary; color: $text; }
        &> .text-pane--selection { background: $accent; color: $background; }
        &> .text-pane--cursor { background: $foreground; color: $background; }
        &> .text-pane--cursor-away { background: $surface-lighten-2; }
    }
    """

    @dataclass
    class Pointed(Message):
        """The mouse was pressed on an offset of the pane's view."""

        pane: "TextPane"
        offset: int

    @dataclass
    class Wheeled(Message):
        """The wheel asks for rows further down (up when negative)."""

        pane: "TextPane"
        rows: int

    def __init__(self, view: View, marks: _Marks, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.view = view
        self.is_active = False
        self._marks = marks
        self._lines: list[PageLine] = []
        self._shown: tuple[object, ...] = ()
        self._fitted = Size(0, 0)
        # Scrolling shows the same lines elsewhere; a strip that is kept has its escape sequences kept, too.
        self._strips: dict[tuple[PageLine, bool] | None, Strip] = {}
        self._text_width = 1

    @property
    def _is_rtl(self) -> bool:
        return self.view.document.direction is Direction.RTL

    def on_resize(self, event: events.Resize) -> None:
        """Lay the view out for the new size."""
        self._fit(event.size)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the region; Textual paints a new size before it tells of it, and that frame is right, too."""
        self._fit(self.size)
        return super().render_lines(crop)

    def _fit(self, size: Size) -> None:
        if size == self._fitted:
            return
        self._fitted = size
        self._strips.clear()
        self._text_width = max(1, min(_WIDEST, size.width - GUTTER - 1))
        self.view.resize(self._text_width, max(1, size.height - _HEADING))
        self._lines = lines_of(self.view, self._marks(self.view))

    def update(self, *, is_active: bool) -> None:
        """Show the view as it is now, and repaint the lines that differ."""
        before, self._lines = self._lines, lines_of(self.view, self._marks(self.view))
        lines = self._lines
        shown = (is_active, round(self.view.page.progress * 100))
        if is_active != self.is_active:
            self.is_active, self._shown = is_active, shown
            self.refresh()
            return
        changed = [y for y in range(max(len(lines), len(before))) if lines[y : y + 1] != before[y : y + 1]]
        regions = [Region(0, y + _HEADING, self._fitted.width, 1) for y in changed]
        if shown != self._shown:
            self._shown = shown
            regions.append(Region(0, 0, self._fitted.width, _HEADING))
        if 2 * len(regions) > len(lines):
            self.refresh()
        elif regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """The heading, or a row of the page."""
        if y < _HEADING:
            return self._heading()
        key = (self._lines[y - _HEADING], self.is_active) if y - _HEADING < len(self._lines) else None
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            strip = self._strips[key] = self._painted(key[0] if key else None)
        return strip

    def _heading(self) -> Strip:
        name = "text-pane--heading-active" if self.is_active else "text-pane--heading"
        shown = heading(self.view.document, self.view.page.progress, self._fitted.width)
        return self.finished(Strip([Segment(shown, self.style_of(name))], self._fitted.width))

    def _painted(self, line: PageLine | None) -> Strip:
        base = self.base
        if line is None:
            return self.finished(Strip.blank(self._fitted.width, base))
        gutter = self._gutter(line.labels, base)
        text = self._text(line, base)
        rest = Segment(" " * (self._fitted.width - GUTTER - self._text_width), base)
        segments = [rest, *text, *gutter] if self._is_rtl else [*gutter, *text, rest]
        return self.finished(Strip(segments, self._fitted.width))

    def notify_style_update(self) -> None:
        """Another theme: nothing painted so far holds."""
        super().notify_style_update()
        self._strips.clear()

    def _text(self, line: PageLine, base: Style) -> list[Segment]:
        width = self._text_width
        layers = [(layer, self.over(f"text-pane--{layer.style}")) for layer in line.layers]
        if line.cursor is None:
            return paint(line.row, width, layers, base)
        style = self.over("text-pane--cursor" if self.is_active else "text-pane--cursor-away")
        cursor = Layer(line.cursor, line.cursor + 1, "cursor")
        if line.row.cells(cursor.start, cursor.end):
            return paint(line.row, width, [*layers, (cursor, style)], base)
        return self._cursor_without_cell(line.row, base + style, base)

    def _cursor_without_cell(self, row: Row, style: Style, base: Style) -> list[Segment]:
        """The cursor where nothing has a cell: at the start of the row, in reading order."""
        width = self._text_width
        if row.placed:
            first = row.placed[-1] if row.direction is Direction.RTL else row.placed[0]
            return paint(row, width, [(Layer(first.start, first.end, ""), style)], base)
        before = width - 1 if row.direction is Direction.RTL else 0
        return [Segment(" " * before, base), Segment(" ", style), Segment(" " * (width - before - 1), base)]

    def _gutter(self, labels: tuple[str, ...], base: Style) -> list[Segment]:
        letters = [
            Segment(letter_of(label), self.style_of(f"text-pane--{style_of(label)}")) for label in labels[: GUTTER - 1]
        ]
        if self._is_rtl:
            return [Segment(" ", base), *letters, Segment(" " * (GUTTER - 1 - len(letters)), base)]
        return [*letters, Segment(" " * (GUTTER - len(letters)), base)]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at the cluster under the mouse."""
        y = event.y - _HEADING
        if 0 <= y < len(self._lines):
            left = self._fitted.width - GUTTER - self._text_width if self._is_rtl else GUTTER
            self.post_message(self.Pointed(self, self._lines[y].row.nearest_offset(event.x - left)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.post_message(self.Wheeled(self, 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.post_message(self.Wheeled(self, -3))
