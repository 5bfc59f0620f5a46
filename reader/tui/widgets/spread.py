"""The open texts beside each other.

One widget and not one a text: both panes scroll at every key, and a line that is painted whole costs the
terminal's side half of what two halves cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from reader.tui.reading import Reading
from reader.tui.widgets.painted import PaintedWidget
from reader.tui.widgets.pane import Pane

_DIVIDER = "│"
_KEPT = 2048


class Spread(PaintedWidget):
    """One pane or two; `update` after anything changed repaints the lines that differ."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "spread--heading",
        "spread--heading-active",
        "spread--divider",
        "spread--entity",
        "spread--claim",
        "spread--source",
        "spread--other",
        "spread--entity-current",
        "spread--claim-current",
        "spread--source-current",
        "spread--other-current",
        "spread--selection",
        "spread--cursor",
        "spread--cursor-away",
    }
    """Headings and divider, one for each label and for the chosen mark of it, and what lies over the marks."""

    DEFAULT_CSS = """
    Spread {
        width: 1fr; height: 1fr;
        &> .spread--heading { background: $panel; color: $text-muted; }
        &> .spread--heading-active { background: $primary; color: $text; text-style: bold; }
        &> .spread--divider { color: $panel-lighten-2; }
        &> .spread--entity { background: $primary-muted; text-style: underline; }
        &> .spread--claim { background: $warning-muted; }
        &> .spread--source { background: $success-muted; text-style: underline; }
        &> .spread--other { background: $secondary-muted; }
        &> .spread--entity-current { background: $primary; color: $text; }
        &> .spread--claim-current { background: $warning-darken-2; color: $text; }
        &> .spread--source-current { background: $success-darken-2; color: $text; }
        &> .spread--other-current { background: $secondary; color: $text; }
        &> .spread--selection { background: $accent; color: $text; }
        &> .spread--cursor { background: $foreground; color: $background; }
        &> .spread--cursor-away { background: $surface-lighten-2; color: $foreground; }
    }
    """

    @dataclass
    class Pointed(Message):
        """The mouse was pressed on an offset of a view."""

        view: int
        offset: int

    @dataclass
    class Wheeled(Message):
        """The wheel asks for rows further down a view (up when negative)."""

        view: int
        rows: int

    def __init__(self, reading: Reading, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._reading = reading
        self.panes = [Pane(view, reading.marks, self) for view in reading.views]
        self._shown: list[int] = list(range(len(self.panes)))
        self._fitted = Size(0, 0)
        self._joined: dict[tuple[int, int], tuple[Strip, Strip, Strip]] = {}

    def place(self, shown: Sequence[int]) -> None:
        """Show these views, left to right."""
        if list(shown) != self._shown:
            self._shown = list(shown)
            self._fitted = Size(0, 0)
            self.refresh()

    def update(self) -> None:
        """Take the views as they are now, and repaint the lines that differ."""
        self._fit(self.size)
        changed: set[int] = set()
        for index in self._shown:
            changed |= self.panes[index].update(is_active=index == self._reading.active)
        if 2 * len(changed) > self._fitted.height:
            self.refresh()
        elif changed:
            self.refresh(*[Region(0, y, self._fitted.width, 1) for y in sorted(changed)])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the region; Textual paints a new size before it tells of it, and that frame is right, too."""
        self._fit(self.size)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line of each pane, a divider between them."""
        left = self.panes[self._shown[0]].strip(y)
        if len(self._shown) == 1:
            return left
        right = self.panes[self._shown[1]].strip(y)
        # When both scroll a row the same two meet again; they are kept along, for an id is theirs only while they live.
        known = self._joined.get((id(left), id(right)))
        if known is None:
            if len(self._joined) > _KEPT:
                self._joined.clear()
            divider = Segment(_DIVIDER, self.style_of("spread--divider"))
            known = (left, right, Strip([*left, divider, *right], self._fitted.width))
            self._joined[id(left), id(right)] = known
        return known[2]

    def notify_style_update(self) -> None:
        """Another theme: nothing painted so far holds."""
        super().notify_style_update()
        self._joined.clear()
        for pane in self.panes:
            pane.forget()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the views out for the new size."""
        self._fit(self.size)

    def _fit(self, size: Size) -> None:
        if size == self._fitted or not size.width:
            return
        self._fitted = size
        self._joined.clear()
        for index, (_, width) in zip(self._shown, self._columns(), strict=True):
            self.panes[index].fit(Size(width, size.height))
            self.panes[index].update(is_active=index == self._reading.active)

    def _columns(self) -> list[tuple[int, int]]:
        """Where each pane that is shown begins, and how wide it is."""
        width = self._fitted.width
        if len(self._shown) == 1:
            return [(0, width)]
        left = (width - 1) // 2
        return [(0, left), (left + 1, width - left - 1)]

    def _at(self, cell: int) -> tuple[int, int]:
        """Which view is shown in a cell, and the cell in its pane."""
        start, index = max(
            (start, index) for (start, _), index in zip(self._columns(), self._shown, strict=True) if start <= cell
        )
        return index, cell - start

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at the cluster under the mouse."""
        index, cell = self._at(event.x)
        offset = self.panes[index].offset_at(cell, event.y)
        if offset is not None:
            self.post_message(self.Pointed(index, offset))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.post_message(self.Wheeled(self._at(event.x)[0], 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.post_message(self.Wheeled(self._at(event.x)[0], -3))
