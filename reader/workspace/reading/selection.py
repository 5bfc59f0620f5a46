"""What is selected: a stretch from an anchor to the cursor, or exactly a unit that was chosen."""

from reader.model import Span, TextSource
from reader.text import moving


class Selection:
    """Nothing, an anchor whose other end is the cursor, or an exact span; `earlier` are smaller ones to go back to."""

    def __init__(self) -> None:
        self.earlier: list[Span] = []
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
        self.earlier = []
        anchor, self._anchor = self._anchor, cursor
        return cursor if anchor is None else anchor

    def put(self, span: Span) -> None:
        """Select exactly the span."""
        self._anchor, self._exact = span.start, span
        self.earlier = []

    def settle(self) -> None:
        """An exact span becomes one between its ends, since the cursor is about to move."""
        self._exact = None
        self.earlier = []

    def drop(self) -> None:
        """Nothing is selected any more."""
        self._anchor = self._exact = None
        self.earlier = []
