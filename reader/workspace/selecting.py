"""Which documents and annotations a query asks for."""

from reader.model import Annotation
from reader.store import Database, documents
from reader.text.folding import fold
from reader.workspace.documents import find
from reader.workspace.query import Query
from reader.workspace.stories import Stories


class Selection:
    """A query against a database: its documents are found at once, its annotations one by one."""

    def __init__(self, database: Database, query: Query) -> None:
        self._query = query
        self._folded = tuple(fold(text).text for text in query.text)
        self.documents = _documents(database, query)

    def holds(self, annotation: Annotation) -> bool:
        """The query asks for the annotation, whose document is one of the selection."""
        query = self._query
        return (
            (not query.label or annotation.label in query.label)
            and (not query.status or annotation.status in query.status)
            and (not query.annotator or annotation.annotator in query.annotator)
            and (not query.origin or annotation.origin in query.origin)
            and (not self._folded or self._is_quoted(annotation))
        )

    def _is_quoted(self, annotation: Annotation) -> bool:
        quotes = [fold(part.quote).text for part in annotation.fragments]
        return any(wanted in quote for wanted in self._folded for quote in quotes)


def _documents(database: Database, query: Query) -> list[str]:
    """Ids of the documents, in order."""
    every = documents.every_document(database)
    chosen = {document.id for document in every if not query.language or document.language in query.language}
    if query.document:
        chosen &= {find(database, reference).id for reference in query.document}
    if query.story:
        stories = Stories(database, "")
        chosen &= {member for name in query.story for member in stories.find(name).documents}
    return sorted(chosen)
