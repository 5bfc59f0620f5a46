"""One document on the screen: its heading, its rows with their marks, cursor and selection."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Annotation, Direction
from reader.text.rows import Row
from reader.tui.widgets.heading import heading
from reader.tui.widgets.page_lines import PageLine, letter_of, lines_of, style_of
from reader.tui.widgets.painting import Layer, paint
from reader.workspace.reading import View

GUTTER = 4
_HEADING = 1
_WIDEST = 100


class TextPane(Widget):
    """A view's page; `update` after anything changed repaints the lines that differ."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text-pane--heading",
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
        "text-pane--gutter",
    }
    """One for each label, for what lies over a mark, and for the margin that names the labels."""

    DEFAULT_CSS = """
    TextPane {
        width: 1fr; height: 1fr;
        &> .text-pane--heading { background: $panel; color: $text-muted; }
        &.-active > .text-pane--heading { background: $primary; color: $text; text-style: bold; }
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
        &> .text-pane--gutter { color: $text-muted; }
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

    def __init__(self, view: View, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.view = view
        self._lines: list[PageLine] = []
        self._shown: tuple[object, ...] = ()
        self._styles_by_name: dict[str, Style] = {}

    @property
    def text_width(self) -> int:
        """Cells of a row of text."""
        return max(1, min(_WIDEST, self.size.width - GUTTER - 1))

    @property
    def text_height(self) -> int:
        """Rows of text on the pane."""
        return max(1, self.size.height - _HEADING)

    @property
    def _is_rtl(self) -> bool:
        return self.view.document.direction is Direction.RTL

    def fit(self) -> None:
        """Lay the view out for the pane's size."""
        self.view.resize(self.text_width, self.text_height)

    def update(self, annotations: list[Annotation], *, is_active: bool) -> None:
        """Show the view as it is now, with these annotations on it, and repaint what differs."""
        lines = lines_of(self.view, annotations)
        width = self.size.width
        for y in range(max(len(lines), len(self._lines))):
            if lines[y : y + 1] != self._lines[y : y + 1]:
                self.refresh(Region(0, y + _HEADING, width, 1))
        self._lines = lines
        shown = (is_active, round(self.view.page.progress * 100), width)
        if shown != self._shown:
            self._shown = shown
            self.refresh(Region(0, 0, width, _HEADING))
            if is_active != self.has_class("-active"):
                self.set_class(is_active, "-active")
                self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: forget the styles, paint everything."""
        super().notify_style_update()
        self._styles_by_name.clear()
        self.refresh()

    def _style(self, name: str) -> Style:
        style = self._styles_by_name.get(name)
        if style is None:
            style = self.get_component_rich_style(name, partial=True)
            self._styles_by_name[name] = style
        return style

    def render_line(self, y: int) -> Strip:
        """The heading, or a row of the page."""
        if y < _HEADING:
            return self._heading_line()
        base = self.rich_style
        if y - _HEADING >= len(self._lines):
            return Strip.blank(self.size.width, base)
        line = self._lines[y - _HEADING]
        gutter = self._gutter(line.labels, base)
        text = self._text(line, base)
        rest = " " * (self.size.width - GUTTER - self.text_width)
        segments = [Segment(rest, base), *text, *gutter] if self._is_rtl else [*gutter, *text, Segment(rest, base)]
        return Strip(segments, self.size.width)

    def _text(self, line: PageLine, base: Style) -> list[Segment]:
        layers = [(layer, self._style(f"text-pane--{layer.style}")) for layer in line.layers]
        if line.cursor is None:
            return paint(line.row, self.text_width, layers, base)
        style = self._style("text-pane--cursor" if self.has_class("-active") else "text-pane--cursor-away")
        cursor = Layer(line.cursor, line.cursor + 1, "cursor")
        if line.row.cells(cursor.start, cursor.end):
            return paint(line.row, self.text_width, [*layers, (cursor, style)], base)
        return self._blank_cursor(line.row, base + style, base)

    def _blank_cursor(self, row: Row, style: Style, base: Style) -> list[Segment]:
        """The cursor where nothing has a cell: at the start of the row, in reading order."""
        width = self.text_width
        if row.placed:
            first = row.placed[-1] if row.direction is Direction.RTL else row.placed[0]
            return paint(row, width, [(Layer(first.start, first.end, ""), style)], base)
        before = width - 1 if row.direction is Direction.RTL else 0
        return [Segment(" " * before, base), Segment(" ", style), Segment(" " * (width - before - 1), base)]

    def _gutter(self, labels: tuple[str, ...], base: Style) -> list[Segment]:
        letters = [
            Segment(letter_of(label), base + self._style(f"text-pane--{style_of(label)}"))
            for label in labels[: GUTTER - 1]
        ]
        if self._is_rtl:
            return [Segment(" ", base), *letters, Segment(" " * (GUTTER - 1 - len(letters)), base)]
        return [*letters, Segment(" " * (GUTTER - len(letters)), base)]

    def _heading_line(self) -> Strip:
        style = self.rich_style + self._style("text-pane--heading")
        progress = self.view.page.progress
        return Strip([Segment(heading(self.view.document, progress, self.size.width), style)], self.size.width)

    def _cell_at(self, event: events.MouseEvent) -> tuple[Row, int] | None:
        y = event.y - _HEADING
        if not 0 <= y < len(self._lines):
            return None
        left = self.size.width - GUTTER - self.text_width if self._is_rtl else GUTTER
        return self._lines[y].row, event.x - left

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at the cluster under the mouse."""
        found = self._cell_at(event)
        if found is not None:
            self.post_message(self.Pointed(self, found[0].nearest_offset(found[1])))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.post_message(self.Wheeled(self, 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.post_message(self.Wheeled(self, -3))
