"""The part of a text that is seen: which rows, from where on. Cells are columns, rows lines of the page."""

from reader.model import Direction, Span, TextSource
from reader.text.paging import TOP, Pages, Place
from reader.text.rows import Row


class Page:
    """A window of `height` rows on a text laid out `width` cells wide."""

    def __init__(self, text: TextSource, direction: Direction, *, joining: bool = True, tashkeel: bool = True) -> None:
        self.height = 1
        self.top: Place = TOP
        self._text = text
        self._direction = direction
        self._joining = joining
        self._tashkeel = tashkeel
        self._pages = self._at_width(1)
        self._seen: tuple[Place, int, int] | None = None
        self._rows: list[Row] = []
        self._last_top: tuple[tuple[int, int], int] | None = None

    def _at_width(self, width: int) -> Pages:
        return Pages(self._text, self._direction, width, joining=self._joining, tashkeel=self._tashkeel)

    @property
    def width(self) -> int:
        """Cells of a row."""
        return self._pages.width

    @property
    def is_empty(self) -> bool:
        """The text has no paragraph."""
        return not self._text.paragraph_count

    @property
    def rows(self) -> list[Row]:
        """The rows on the page, first to last; fewer than its height at the end of a short text."""
        seen = (self.top, self.height, self.width)
        if self._seen != seen:
            self._seen, self._rows = seen, self._pages.visible(self.top, self.height)
        return self._rows

    @property
    def span(self) -> Span:
        """The stretch of the text that the page shows."""
        rows = self.rows
        return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)

    def resize(self, width: int, height: int) -> None:
        """Lay out for another page; the text of its first row stays on it."""
        first = 0 if self.top == TOP else self._pages.row(self.top).start
        if width != self.width:
            self._pages = self._at_width(width)
        self.height = max(1, height)
        self.show(first)

    def row_of(self, offset: int) -> Row:
        """The row that holds the offset."""
        return self._pages.row(self._pages.place_of(offset))

    def row_from(self, offset: int, by: int) -> Row:
        """The row so many rows below (above when negative) the offset's, as far as the text goes."""
        return self._pages.row(self._pages.moved(self._pages.place_of(offset), by))

    def scroll(self, by: int) -> None:
        """Move down by rows (up when negative), as far as the text goes."""
        if not self.is_empty:
            self.top = self._no_lower(self._pages.moved(self.top, by))

    def show(self, offset: int) -> None:
        """Bring the row of an offset to the top, or as near as the end of the text lets it."""
        if not self.is_empty:
            self.top = self._no_lower(self._pages.place_of(offset))

    def reveal(self, offset: int) -> None:
        """Scroll as little as needed for the row of the offset to be on the page."""
        if self.is_empty:
            return
        place = self._pages.place_of(offset)
        if place < self.top:
            self.top = place
        elif place > self._bottom:
            self.top = self._pages.moved(place, 1 - self.height)

    def nearest_on_page(self, offset: int) -> int:
        """The offset if its row is on the page, else the start of the page's nearest row."""
        if self.is_empty:
            return 0
        place = self._pages.place_of(offset)
        if place < self.top:
            return self._pages.row(self.top).start
        return self._pages.row(self._bottom).start if place > self._bottom else offset

    @property
    def progress(self) -> float:
        """How far the page has come, from 0 at the start of the text to 1 when its end is on the page."""
        if self.is_empty:
            return 0.0
        last = self._last_top_start
        return min(1.0, self._pages.row(self.top).start / last) if last else 1.0

    def show_progress(self, progress: float) -> None:
        """Bring the page that far."""
        if not self.is_empty:
            self.show(round(progress * self._last_top_start))

    @property
    def _last_top_start(self) -> int:
        """Where the last page begins; the same until the page changes its size."""
        size = (self.width, self.height)
        if self._last_top is None or self._last_top[0] != size:
            self._last_top = (size, self._pages.row(self._pages.last_top(self.height)).start)
        return self._last_top[1]

    @property
    def _bottom(self) -> Place:
        return self._pages.moved(self.top, self.height - 1)

    def _no_lower(self, place: Place) -> Place:
        """The place, or the lowest one that leaves no blank page behind the end; looks ahead one page only."""
        end = self._pages.moved(place, self.height - 1)
        missing = self.height - 1 - self._rows_between(place, end)
        return self._pages.moved(place, -missing) if missing > 0 else place

    def _rows_between(self, place: Place, end: Place) -> int:
        between = sum(len(self._pages.rows(index)) for index in range(place.paragraph, end.paragraph))
        return between + end.row - place.row
