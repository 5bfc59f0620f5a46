"""A stretch of a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document, in code points; `end` is one past the last."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """The span holds no code point."""
        return self.start >= self.end

    def overlaps(self, other: "Span") -> bool:
        """Both hold at least one common code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, offset: int) -> bool:
        """The code point at `offset` lies in the span."""
        return self.start <= offset < self.end
