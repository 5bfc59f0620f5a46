"""Documents, their appearances and the stories that hold them, as they are now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Appearance, BadData, Direction, Document, Story
from reader.store.canonical import one_of

if TYPE_CHECKING:
    from reader.store.database import Database

_DOCUMENTS = (
    "SELECT documents.id, documents.language, documents.direction, documents.length, sources.paragraphs "
    "FROM documents JOIN sources ON sources.document = documents.id"
)
_APPEARANCES = "SELECT document, id, title, outlet, date, url FROM appearances"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What the log says of a document; its paragraphs are counted in its text, its appearances are records."""

    id: str
    language: str
    direction: Direction
    encoding: str
    length: int
    sha256_bytes: str


def every_document(database: "Database") -> list[Document]:
    """All documents with their appearances, by id."""
    appearances = defaultdict(list)
    for owner, *facts in database.rows(f"{_APPEARANCES} ORDER BY document, id"):
        appearances[owner].append(Appearance(*facts))
    rows = database.rows(f"{_DOCUMENTS} ORDER BY documents.id")
    return [_document(row, appearances[row[0]]) for row in rows]


def document(database: "Database", identifier: str) -> Document | None:
    """The document of exactly that id."""
    row = database.row(f"{_DOCUMENTS} WHERE documents.id = ?", (identifier,))
    if row is None:
        return None
    rows = database.rows(f"{_APPEARANCES} WHERE document = ? ORDER BY id", (identifier,))
    return _document(row, [Appearance(*facts) for _, *facts in rows])


def exists(database: "Database", identifier: str) -> bool:
    """There is a document of exactly that id."""
    return database.row("SELECT 1 FROM documents WHERE id = ?", (identifier,)) is not None


def stored(database: "Database", identifier: str) -> StoredDocument | None:
    """What the log says of the document of that id."""
    row = database.row("SELECT * FROM documents WHERE id = ?", (identifier,))
    if row is None:
        return None
    name, language, direction, encoding, length, digest = row
    return StoredDocument(name, language, one_of(Direction, direction), encoding, length, digest)


def ids_beginning(database: "Database", prefix: str) -> list[str]:
    """Ids of the documents that begin with the hex digits."""
    rows = database.rows("SELECT id FROM documents WHERE id >= ? AND id < ? || 'g' ORDER BY id", (prefix, prefix))
    return [row[0] for row in rows]


def ids_titled(database: "Database", title: str) -> list[str]:
    """Ids of the documents that appeared under the title."""
    query = (
        "SELECT DISTINCT document FROM appearances JOIN documents ON documents.id = document WHERE title = ? "
        "ORDER BY document"
    )
    return [row[0] for row in database.rows(query, (title,))]


def every_story(database: "Database") -> list[Story]:
    """All stories with their documents, by id."""
    members = defaultdict(list)
    for story, member in database.rows("SELECT story, document FROM story_documents ORDER BY story, position"):
        members[story].append(member)
    rows = database.rows("SELECT id, name FROM stories ORDER BY id")
    return [Story(identifier, name, tuple(members[identifier])) for identifier, name in rows]


def annotation_counts(database: "Database") -> dict[str, int]:
    """How many annotations each document has."""
    return dict(database.rows("SELECT document, count(*) FROM annotations GROUP BY document"))


def _document(row: Sequence[object], appearances: Sequence[Appearance]) -> Document:
    identifier, language, direction, length, paragraphs = row
    return Document(
        id=str(identifier),
        language=str(language),
        direction=one_of(Direction, direction),
        length=_number(length),
        paragraphs=_number(paragraphs),
        appearances=tuple(appearances),
    )


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise BadData("a stored number is damaged: ask `reader check` what is wrong")
    return value
