"""What is selected: a stretch from an anchor to the cursor, or exactly a unit that was chosen."""

from reader.model import Span, TextSource
from reader.text import moving


class Selection:
    """Nothing, an anchor whose other end is the cursor, or an exact span.

    `earlier` are smaller spans to go back to, `home` is where the cursor stood before it grew from there.
    """

    def __init__(self) -> None:
        self.earlier: list[Span] = []
        self.home: int | None = None
        self._anchor: int | None = None
        self._exact: Span | None = None

    def span(self, text: TextSource, cursor: int) -> Span | None:
        """The selected stretch, whole clusters, the cursor's included."""
        if self._exact is not None:
            return self._exact
        if self._anchor is None:
            return None
        first, last = sorted((self._anchor, cursor))
        return Span(first, moving.cluster_end(text, last))

    def start(self, text: TextSource, cursor: int) -> int:
        """Anchor at the cursor, or let the other end of what is selected move; the new cursor."""
        if self._exact is not None:
            first, last = self._exact.start, moving.snapped(text, self._exact.end - 1)
            self._anchor, cursor = (first, last) if cursor == last else (last, first)
            self._exact = None
        self.earlier, self.home = [], None
        anchor, self._anchor = self._anchor, cursor
        return cursor if anchor is None else anchor

    def put(self, span: Span) -> None:
        """Select exactly the span."""
        self._anchor, self._exact = span.start, span
        self.earlier, self.home = [], None

    def settle(self) -> None:
        """An exact span becomes one between its ends, since the cursor is about to move."""
        self._exact = None
        self.earlier, self.home = [], None

    def drop(self) -> int | None:
        """Select nothing any more; where the cursor stood before the selection grew, if it grew and nothing moved."""
        home = self.home
        self._anchor = self._exact = self.home = None
        self.earlier = []
        return home
