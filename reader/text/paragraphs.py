"""Where paragraphs begin and end: a paragraph is a line of the document.

Line ends are LF, CR LF and CR. Other separators (U+2029, U+0085, VT, FF) stay inside their line and show a
stand-in: no outlet's file uses them on purpose, and a screen line that hides one would lie about offsets.
"""

import re
from bisect import bisect_right

from reader.model import Paragraph

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


def split(text: str, *, index: int = 0, offset: int = 0) -> list[Paragraph]:
    """The paragraphs of a text, the first one numbered `index` and starting at `offset`."""
    found: list[Paragraph] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if start < end:
            found.append(Paragraph(index + len(found), offset + start, offset + end, line.group(1)))
    return found


class MemoryText:
    """A text held in memory, as a `TextSource`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = split(text)
        self._starts = [paragraph.start for paragraph in self._paragraphs]

    @property
    def length(self) -> int:
        """Number of code points."""
        return len(self._text)

    @property
    def paragraph_count(self) -> int:
        """Number of paragraphs; a last line end opens none."""
        return len(self._paragraphs)

    def paragraph(self, index: int) -> Paragraph:
        """The paragraph of that index; IndexError when there is none."""
        if index < 0:
            raise IndexError(index)
        return self._paragraphs[index]

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds the offset; the last one for `length` and beyond."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def slice(self, start: int, end: int) -> str:
        """The code points from `start` up to `end`."""
        return self._text[start:end]
