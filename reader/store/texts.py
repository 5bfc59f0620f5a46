"""Texts in chunks that end with a line, so that a screen reads only what it shows."""

import hashlib
import re
import sqlite3
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from reader.model import BadData, Paragraph
from reader.text.paragraphs import split

if TYPE_CHECKING:
    from reader.store.database import Database

CHUNK = 1 << 16
_LINE_END = re.compile(r"\r\n|\r|\n")
_KEPT = 8
_CHUNK_COLUMNS = "first_offset, length, first_paragraph, paragraphs, text"


@dataclass(frozen=True, slots=True)
class NewText:
    """A decoded text and the bytes that it came from."""

    text: str
    data: bytes
    encoding: str

    @property
    def id(self) -> str:
        """The document's id: sha256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def sha256_bytes(self) -> str:
        """Sha256 of the bytes as they were imported."""
        return hashlib.sha256(self.data).hexdigest()


def pieces(text: str, size: int = CHUNK) -> Iterator[tuple[int, int, int, int, str]]:
    """The rows of `chunks` that hold the text: each the shortest run of whole lines of at least `size`."""
    offset = paragraph = 0
    while offset < len(text):
        line_end = _LINE_END.search(text, max(offset, offset + size - 2))
        end = line_end.end() if line_end else len(text)
        chunk = text[offset:end]
        lines = line_count(chunk)
        yield offset, len(chunk), paragraph, lines, chunk
        offset, paragraph = end, paragraph + lines


def line_count(text: str) -> int:
    """Number of paragraphs; a last line end opens none."""
    line_ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    return line_ends + (not text.endswith(("\n", "\r")))


def keep(connection: sqlite3.Connection, new: NewText) -> None:
    """Store a text and its bytes; a text that is there already stays as it is."""
    document = new.id
    if connection.execute("SELECT 1 FROM sources WHERE document = ?", (document,)).fetchone():
        return
    paragraphs = 0
    for first_offset, length, first_paragraph, lines, chunk in pieces(new.text):
        connection.execute(
            f"INSERT INTO chunks (document, {_CHUNK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
            (document, first_offset, length, first_paragraph, lines, chunk),
        )
        paragraphs += lines
    data = None if new.data == new.text.encode("utf-8") else new.data
    row = (document, new.encoding, len(new.text), paragraphs, new.sha256_bytes, data)
    connection.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)", row)


def whole(connection: sqlite3.Connection, document: str) -> NewText:
    """The text of a document with its bytes, all of it in memory."""
    source = connection.execute("SELECT encoding, bytes FROM sources WHERE document = ?", (document,)).fetchone()
    if source is None:
        raise BadData(f"the text of document {document[:12]} is missing: ask `reader check` what is wrong")
    text = "".join(parts(connection, document))
    return NewText(text, text.encode("utf-8") if source[1] is None else source[1], source[0])


def parts(connection: sqlite3.Connection, document: str) -> Iterator[str]:
    """The text of a document, a chunk at a time."""
    rows = connection.execute("SELECT text FROM chunks WHERE document = ? ORDER BY first_offset", (document,))
    return (row[0] for row in rows)


def size(connection: sqlite3.Connection, document: str) -> tuple[int, int]:
    """How many code points and paragraphs a text has; none where it is missing."""
    row = connection.execute("SELECT length, paragraphs FROM sources WHERE document = ?", (document,)).fetchone()
    return (0, 0) if row is None else (row[0], row[1])


def every_id(connection: sqlite3.Connection) -> list[str]:
    """Ids of all texts, those of removed documents included."""
    return [row[0] for row in connection.execute("SELECT document FROM sources ORDER BY document")]


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    first_paragraph: int
    text: str
    paragraphs: list[Paragraph]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def holds(self, column: str, value: int) -> bool:
        """The chunk holds the offset or the paragraph, as the column says."""
        if column == "first_offset":
            return self.start <= value < self.end
        return 0 <= value - self.first_paragraph < len(self.paragraphs)


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
            f"SELECT {_CHUNK_COLUMNS} FROM chunks WHERE document = ? AND {column} <= ? "  # noqa: S608 - our own names
            f"ORDER BY {column} DESC LIMIT 1",
            (self._document, value),
        )
        if row is not None and (len(row[4]), line_count(row[4])) == (row[1], row[3]):
            chunk = _Chunk(row[0], row[2], row[4], split(row[4], index=row[2], offset=row[0]))
            if chunk.holds(column, value):
                return chunk
        raise BadData(f"the text of document {self._document[:12]} is damaged: ask `reader check` what is wrong")
