"""Texts in chunks that end with a line, so that a screen reads only what it shows."""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.model import BadData
from reader.store.stored_text import CHUNK_COLUMNS, line_count

CHUNK = 1 << 16
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class NewText:
    """A decoded text and the bytes that it came from."""

    text: str
    data: bytes
    encoding: str

    @cached_property
    def id(self) -> str:
        """The document's id: sha256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
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


def keep(connection: sqlite3.Connection, new: NewText) -> None:
    """Store a text and its bytes; a text that is there already stays as it is."""
    document = new.id
    if connection.execute("SELECT 1 FROM sources WHERE document = ?", (document,)).fetchone():
        return
    paragraphs = 0
    for first_offset, length, first_paragraph, lines, chunk in pieces(new.text):
        connection.execute(
            f"INSERT INTO chunks (document, {CHUNK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
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


def every_id(connection: sqlite3.Connection) -> list[str]:
    """Ids of all texts, those of removed documents included."""
    return [row[0] for row in connection.execute("SELECT document FROM sources ORDER BY document")]
