"""A text in the database, read where it is looked at."""

from bisect import bisect_right
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from reader.model import BadData, Paragraph
from reader.text.paragraphs import split

if TYPE_CHECKING:
    from reader.store.database import Database

CHUNK_COLUMNS = "first_offset, length, first_paragraph, paragraphs, text"
_KEPT = 8


def line_count(text: str) -> int:
    """Number of paragraphs; a last line end opens none."""
    line_ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    return line_ends + (not text.endswith(("\n", "\r")))


class _Chunk:
    __slots__ = ("_paragraphs", "count", "end", "first_paragraph", "start", "text")

    def __init__(self, start: int, first_paragraph: int, count: int, text: str) -> None:
        self.start = start
        self.end = start + len(text)
        self.first_paragraph = first_paragraph
        self.count = count
        self.text = text
        self._paragraphs: list[Paragraph] | None = None

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Taken apart only when a paragraph is asked for; a slice needs none."""
        if self._paragraphs is None:
            self._paragraphs = split(self.text, index=self.first_paragraph, offset=self.start)
        return self._paragraphs

    def holds(self, column: str, value: int) -> bool:
        """The chunk holds the offset or the paragraph, as the column says."""
        if column == "first_offset":
            return self.start <= value < self.end
        return 0 <= value - self.first_paragraph < self.count


class StoredText:
    """A text in the database as a `TextSource`: reads the chunks that are looked at and keeps the last few."""

    def __init__(self, database: "Database", document: str, length: int, paragraphs: int) -> None:
        self._database = database
        self._document = document
        self._length = length
        self._paragraph_count = paragraphs
        self._chunks: OrderedDict[int, _Chunk] = OrderedDict()
        self._lock = Lock()

    @property
    def length(self) -> int:
        """Number of code points."""
        return self._length

    @property
    def paragraph_count(self) -> int:
        """Number of paragraphs; a last line end opens none."""
        return self._paragraph_count

    def paragraph(self, index: int) -> Paragraph:
        """The paragraph of that index; IndexError when there is none."""
        if not 0 <= index < self._paragraph_count:
            raise IndexError(index)
        chunk = self._chunk("first_paragraph", index)
        return chunk.paragraphs[index - chunk.first_paragraph]

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds the offset; the last one for `length` and beyond."""
        if offset >= self._length:
            return self._paragraph_count - 1
        chunk = self._chunk("first_offset", max(offset, 0))
        place = bisect_right(chunk.paragraphs, max(offset, 0), key=lambda paragraph: paragraph.start)
        return chunk.first_paragraph + place - 1

    def slice(self, start: int, end: int) -> str:
        """The code points from `start` up to `end`."""
        start, end = max(start, 0), min(end, self._length)
        parts = []
        while start < end:
            chunk = self._chunk("first_offset", start)
            parts.append(chunk.text[start - chunk.start : end - chunk.start])
            start = chunk.end
        return "".join(parts)

    def _chunk(self, column: str, value: int) -> _Chunk:
        with self._lock:
            for key, chunk in self._chunks.items():
                if chunk.holds(column, value):
                    self._chunks.move_to_end(key)
                    return chunk
            chunk = self._read(column, value)
            self._chunks[chunk.start] = chunk
            if len(self._chunks) > _KEPT:
                self._chunks.popitem(last=False)
            return chunk

    def _read(self, column: str, value: int) -> _Chunk:
        row = self._database.row(
            f"SELECT {CHUNK_COLUMNS} FROM chunks WHERE document = ? AND {column} <= ? "  # noqa: S608 - our own names
            f"ORDER BY {column} DESC LIMIT 1",
            (self._document, value),
        )
        if row is not None and (len(row[4]), line_count(row[4])) == (row[1], row[3]):
            chunk = _Chunk(row[0], row[2], row[3], row[4])
            if chunk.holds(column, value):
                return chunk
        raise BadData(f"the text of document {self._document[:12]} is damaged: ask `reader check` what is wrong")


class TextCache:
    """The texts of a database that were looked at."""

    def __init__(self, database: "Database") -> None:
        self._database = database
        self._texts: dict[str, StoredText] = {}

    def text(self, document: str) -> StoredText:
        """The text of that id, whether or not its document has been removed."""
        found = self._texts.get(document)
        if found is None:
            row = self._database.row("SELECT length, paragraphs FROM sources WHERE document = ?", (document,))
            if row is None:
                raise BadData(f"the text of document {document[:12]} is missing: ask `reader check` what is wrong")
            found = self._texts[document] = StoredText(self._database, document, row[0], row[1])
        return found
