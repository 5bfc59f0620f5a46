"""How the rest of the program sees a text of any size: paragraph by paragraph."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a document: `text` without its line end, `end` behind the line end, in code points."""

    index: int
    start: int
    end: int
    text: str


class TextSource(Protocol):
    """A text that is read where it is looked at; offsets are code points."""

    @property
    def length(self) -> int:
        """Number of code points."""

    @property
    def paragraph_count(self) -> int:
        """Number of paragraphs; a last line end opens none."""

    def paragraph(self, index: int) -> Paragraph:
        """The paragraph of that index; IndexError outside 0 … paragraph_count - 1."""

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds the offset; the last one for `length` and beyond."""

    def slice(self, start: int, end: int) -> str:
        """The code points from `start` up to `end`."""
