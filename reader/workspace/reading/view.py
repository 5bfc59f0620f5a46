"""One document as it is being read: the cursor in it, the selection, the page. Offsets are code points."""

from reader.model import Annotation, Direction, Document, Span, TextSource
from reader.text import moving, units
from reader.text.rows import Row
from reader.workspace.reading.page import Page
from reader.workspace.reading.selection import Selection


class View:
    """A document with its cursor; `current` is the id of the annotation that the cursor was put on."""

    def __init__(self, document: Document, text: TextSource, *, joining: bool = True, tashkeel: bool = True) -> None:
        self.document = document
        self.text = text
        self.page = Page(text, document.direction, joining=joining, tashkeel=tashkeel)
        self.cursor = 0
        self.current: str | None = None
        self._selection = Selection()
        self._goal_cell: int | None = None

    @property
    def selection(self) -> Span | None:
        """What is selected, whole clusters, the one under the cursor included; None without a selection."""
        return self._selection.span(self.text, self.cursor)

    @property
    def moves_end(self) -> bool:
        """Something is selected, and it is its end that moves: units are then followed to their last cluster."""
        span = self.selection
        return span is not None and moving.cluster_end(self.text, self.cursor) == span.end

    @property
    def word(self) -> Span | None:
        """The word under the cursor."""
        return moving.unit_at(self.text, self.cursor, units.word_at)

    @property
    def cursor_row(self) -> Row:
        """The row on which the cursor stands."""
        return self.page.row_of(self.cursor)

    @property
    def runs_right_to_left(self) -> bool:
        """The cursor's paragraph is a right-to-left one: the text goes on to the left."""
        return not self.page.is_empty and self.cursor_row.direction is Direction.RTL

    def resize(self, width: int, height: int) -> None:
        """Lay out for another page, in cells and rows; the cursor stays on it."""
        self.page.resize(width, height)
        self.page.reveal(self.cursor)
        self._goal_cell = None

    def move_to(self, offset: int) -> None:
        """Put the cursor on the cluster that holds the offset, and show it; a selection stretches along."""
        self._selection.settle()
        self.cursor = moving.snapped(self.text, min(max(0, offset), self.text.length))
        self.current = None
        self._goal_cell = None
        self.page.reveal(self.cursor)

    def move(self, motion: moving.Motion, count: int = 1) -> None:
        """Apply a motion so many times."""
        offset = self.cursor
        for _ in range(count):
            following = motion(self.text, offset)
            if following == offset:
                break
            offset = following
        self.move_to(offset)

    def move_rows(self, by: int) -> None:
        """Go down by rows (up when negative); the cursor keeps its cell."""
        if self.page.is_empty:
            return
        goal = self._goal_cell
        if goal is None:
            goal = self._cell_of_cursor()
        self.move_to(self.page.row_from(self.cursor, by).nearest_offset(goal))
        self._goal_cell = goal

    def _cell_of_cursor(self) -> int:
        row = self.cursor_row
        cell = row.cell_of(self.cursor)
        if cell is None:
            return 0 if row.direction is Direction.LTR else self.page.width - 1
        return cell

    def move_in_row(self, *, to_end: bool) -> None:
        """Go to the first or last cluster of the row, in reading order."""
        if self.page.is_empty:
            return
        placed = [place.start for place in self.cursor_row.placed]
        if placed:
            self.move_to(max(placed) if to_end else min(placed))

    def scroll(self, by: int) -> None:
        """Move the page by rows; the cursor moves only when it would leave the page."""
        self.page.scroll(by)
        nearest = self.page.nearest_on_page(self.cursor)
        if nearest != self.cursor:
            self._selection.settle()
            self.cursor = moving.snapped(self.text, nearest)
            self.current = None

    def enter(self) -> None:
        """Come to this view from another: the cursor stands on what the page shows."""
        if self.selection is None:
            self.scroll(0)
        else:
            self.page.reveal(self.cursor)

    def start_selection(self) -> None:
        """Select from the cluster under the cursor; with a selection, let its other end move."""
        self.cursor = self._selection.start(self.text, self.cursor)
        self._goal_cell = None
        self.page.reveal(self.cursor)

    def select(self, span: Span) -> None:
        """Select exactly the span; the cursor stands on its last cluster."""
        self.move_to(moving.snapped(self.text, span.end - 1))
        self._selection.put(span)

    def drop_selection(self) -> None:
        """Select nothing any more; after growing, the cursor goes back to where it stood before."""
        home = self._selection.drop()
        if home is not None:
            self.move_to(home)

    def grow(self) -> bool:
        """Grow the selection to the next larger unit; False when there is none."""
        before = self.selection
        around = Span(self.cursor, self.cursor + 1) if before is None else before
        larger = (self.word if before is None else None) or moving.grown(self.text, around)
        if larger is None:
            return False
        earlier, home = self._selection.earlier, self.cursor if before is None else self._selection.home
        self.select(larger)
        self._selection.earlier, self._selection.home = [] if before is None else [*earlier, before], home
        return True

    def shrink(self) -> bool:
        """Take the last growth back; False when nothing was selected."""
        if self.selection is None:
            return False
        earlier, home = self._selection.earlier, self._selection.home
        if earlier:
            self.select(earlier[-1])
            self._selection.earlier, self._selection.home = earlier[:-1], home
        else:
            self.drop_selection()
        return True

    def stand_on(self, annotation: Annotation) -> None:
        """Drop the selection and put the cursor on an annotation's start, showing it."""
        self.drop_selection()
        self.move_to(annotation.start)
        self.current = annotation.id
