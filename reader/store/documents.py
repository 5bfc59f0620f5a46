"""Documents, their appearances and the stories that hold them, as they are now."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import Appearance, Direction, Document, Story
from reader.store.values import number, one_of

if TYPE_CHECKING:
    from reader.store.database import Database

_DOCUMENTS = (
    "SELECT documents.id, documents.language, documents.direction, documents.length, sources.paragraphs "
    "FROM documents JOIN sources ON sources.document = documents.id"
)
_APPEARANCES = "SELECT document, id, title, outlet, date, url FROM appearances"


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
        length=number(length),
        paragraphs=number(paragraphs),
        appearances=tuple(appearances),
    )
