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
from reader.tui.visual import one_line
from reader.tui.widgets.painting import Layer, paint
from reader.workspace.reading import View

GUTTER = 4
_HEADING = 1
_WIDEST = 100
_LABELS = {"entity": "E", "claim": "C", "source": "S"}


@dataclass(frozen=True, slots=True)
class _Line:
    """What one line shows; equal lines need no repaint."""

    row: Row
    layers: tuple[Layer, ...]
    letters: tuple[str, ...]
    cursor: str | None


class TextPane(Widget):
    """A view's page; `update` after anything changed repaints the lines that differ."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text-pane--heading",
        "text-pane--entity",
        "text-pane--claim",
        "text-pane--source",
        "text-pane--other",
        "text-pane--current",
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
        &> .text-pane--current { color: $text; text-style: bold; }
        &> .text-pane--selection { background: $accent; color: $background; }
        &> .text-pane--cursor { text-style: reverse; }
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
        self._lines: list[_Line] = []
        self._heading: tuple[object, ...] = ()
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
        lines = self._now(annotations, is_active)
        width = self.size.width
        for y in range(max(len(lines), len(self._lines))):
            if lines[y : y + 1] != self._lines[y : y + 1]:
                self.refresh(Region(0, y + _HEADING, width, 1))
        self._lines = lines
        heading = (is_active, round(self.view.page.progress * 100), width)
        if heading != self._heading:
            self._heading = heading
            self.set_class(is_active, "-active")
            self.refresh(Region(0, 0, width, _HEADING))

    def _now(self, annotations: list[Annotation], is_active: bool) -> list[_Line]:
        rows = self.view.page.rows
        layers = self._layers(annotations)
        fragments = [(fragment, annotation.label) for annotation in annotations for fragment in annotation.fragments]
        cursor = self.view.cursor
        lines = []
        for row in rows:
            on_row = tuple([layer for layer in layers if layer.start < row.end and row.start < layer.end])
            letters = {label for fragment, label in fragments if fragment.start < row.end and row.start < fragment.end}
            has_cursor = row.start <= cursor < max(row.end, row.start + 1)
            style = ("text-pane--cursor" if is_active else "text-pane--cursor-away") if has_cursor else None
            lines.append(_Line(row, on_row, tuple(sorted(letters, key=_label_order)), style and f"{style} {cursor}"))
        return lines

    def _layers(self, annotations: list[Annotation]) -> list[Layer]:
        """Longer marks below shorter ones, the chosen one and the selection over them."""
        layers = [
            Layer(fragment.start, fragment.end, _style_of(annotation.label))
            for annotation in sorted(annotations, key=lambda one: (one.start - one.end, one.start, one.id))
            for fragment in annotation.fragments
        ]
        layers += [
            Layer(fragment.start, fragment.end, "text-pane--current")
            for annotation in annotations
            if annotation.id == self.view.current
            for fragment in annotation.fragments
        ]
        selection = self.view.selection
        if selection is not None:
            layers.append(Layer(selection.start, selection.end, "text-pane--selection"))
        return layers

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
        gutter = self._gutter(line.letters, base)
        text = self._text(line, base)
        rest = " " * (self.size.width - GUTTER - self.text_width)
        segments = [Segment(rest, base), *text, *gutter] if self._is_rtl else [*gutter, *text, Segment(rest, base)]
        return Strip(segments, self.size.width)

    def _text(self, line: _Line, base: Style) -> list[Segment]:
        layers = [(layer, self._style(layer.style)) for layer in line.layers]
        if line.cursor is None:
            return paint(line.row, layers, base)
        name, offset = line.cursor.split()
        start = int(offset)
        if line.row.cells(start, start + 1):
            return paint(line.row, [*layers, (Layer(start, start + 1, name), self._style(name))], base)
        return self._blank_cursor(line.row, base + self._style(name), base)

    def _blank_cursor(self, row: Row, style: Style, base: Style) -> list[Segment]:
        """The cursor where nothing has a cell: at the start of the row, in reading order."""
        width = self.text_width
        if row.placed:
            first = row.placed[-1] if row.direction is Direction.RTL else row.placed[0]
            return paint(row, [(Layer(first.start, first.end, ""), style)], base)
        before = width - 1 if row.direction is Direction.RTL else 0
        return [Segment(" " * before, base), Segment(" ", style), Segment(" " * (width - before - 1), base)]

    def _gutter(self, labels: tuple[str, ...], base: Style) -> list[Segment]:
        letters = [Segment(_letter(label), base + self._style(_style_of(label))) for label in labels[: GUTTER - 1]]
        if self._is_rtl:
            return [Segment(" ", base), *letters, Segment(" " * (GUTTER - 1 - len(letters)), base)]
        return [*letters, Segment(" " * (GUTTER - len(letters)), base)]

    def _heading_line(self) -> Strip:
        width = self.size.width
        document = self.view.document
        share = f" {round(self.view.page.progress * 100)} % "
        about = " · ".join(filter(None, [document.language, document.outlet]))
        style = self.rich_style + self._style("text-pane--heading")
        about_width = min(max(0, width - 30), 28)
        own = Direction.RTL if self._is_rtl else Direction.LTR
        title = one_line(document.title, max(1, width - len(share) - about_width - 2), flush=own)
        shown_about = one_line(about, about_width, flush=Direction.LTR if self._is_rtl else Direction.RTL)
        parts = [share, shown_about, " ", title, " "] if self._is_rtl else [" ", title, " ", shown_about, share]
        return Strip([Segment("".join(parts), style)]).adjust_cell_length(width, style)

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


def _style_of(label: str) -> str:
    return f"text-pane--{label}" if label in _LABELS else "text-pane--other"


def _letter(label: str) -> str:
    return _LABELS.get(label) or one_line(label[:1].upper(), 1)


def _label_order(label: str) -> tuple[int, str]:
    return (list(_LABELS).index(label) if label in _LABELS else len(_LABELS), label)
