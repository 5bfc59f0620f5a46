"""A document as the log holds it, for whoever writes one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Direction
from reader.store.values import one_of

if TYPE_CHECKING:
    from reader.store.database import Database


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What the log says of a document; its paragraphs are counted in its text, its appearances are records."""

    id: str
    language: str
    direction: Direction
    encoding: str
    length: int
    sha256_bytes: str


def stored(database: "Database", identifier: str) -> StoredDocument | None:
    """What the log says of the document of that id."""
    row = database.row("SELECT * FROM documents WHERE id = ?", (identifier,))
    if row is None:
        return None
    name, language, direction, encoding, length, digest = row
    return StoredDocument(name, language, one_of(Direction, direction), encoding, length, digest)
