"""Documents: bring them in, find them, read them, correct what is said of them, take them out.

What only writing needs is imported where it is needed: the first screen finds and reads, and waits for the rest.
"""

from typing import TYPE_CHECKING

from reader.model import BadData, Document, TextSource
from reader.store import Database, documents
from reader.store.stored_text import TextCache

if TYPE_CHECKING:
    from reader.store.log import Draft
    from reader.workspace.results import DocumentSummary, Imported

_HEX = set("0123456789abcdef")
_SHORTEST_PREFIX = 4


class Documents:
    """The documents of a database."""

    def __init__(self, database: Database, annotator: str, texts: TextCache) -> None:
        self._database = database
        self._annotator = annotator
        self._texts = texts

    def all(self) -> "list[DocumentSummary]":
        """All documents with the number of their annotations and the names of their stories, by title."""
        from reader.workspace.results import DocumentSummary

        counts = documents.annotation_counts(self._database)
        stories = documents.every_story(self._database)
        summaries = [
            DocumentSummary(
                document,
                counts.get(document.id, 0),
                tuple(sorted(story.name for story in stories if document.id in story.documents)),
            )
            for document in documents.every_document(self._database)
        ]
        return sorted(summaries, key=lambda summary: (summary.document.title, summary.document.id))

    def find(self, reference: str) -> Document:
        """The document of that id, beginning of an id, or title; BadData when none or several fit."""
        return find(self._database, reference)

    def text(self, document_id: str) -> TextSource:
        """The text of a document, read where it is looked at."""
        return self._texts.text(self.find(document_id).id)

    def import_bytes(
        self,
        data: bytes,
        *,
        name: str,
        title: str | None = None,
        outlet: str | None = None,
        date: str | None = None,
        url: str | None = None,
        language: str | None = None,
        encoding: str | None = None,
        story: str | None = None,
        split: bool = False,
    ) -> "list[Imported]":
        """Bring in a file: one document, or with `split` one for each language in it; all of it or nothing."""
        from reader.workspace import importing

        parts = importing.parts_of(data, name, encoding=encoding, language=language, split=split)
        facts = importing.Facts(title, outlet, date, url)
        return importing.bring_in(self._database, self._annotator, parts, facts, story)

    def edit(
        self,
        document_id: str,
        *,
        title: str | None = None,
        outlet: str | None = None,
        date: str | None = None,
        language: str | None = None,
        story: str | None = None,
    ) -> Document:
        """Correct what is said of a document; None leaves a fact as it is, an empty outlet or date removes it."""
        from reader.workspace import importing

        identifier = self.find(document_id).id
        facts = importing.Facts(title, outlet, date)

        def corrections() -> "list[Draft]":
            return importing.corrections(self._database, self.find(identifier), facts, language, story)

        if corrections():
            with self._database.writing() as transaction:
                drafts = corrections()
                if drafts:
                    transaction.record(self._annotator, drafts)
        return self.find(identifier)

    def remove(self, document_id: str, *, with_annotations: bool = False) -> None:
        """Take a document out, undoably; one with annotations only when they may go with it."""
        from reader.workspace import removing

        document = self.find(document_id)
        removing.check_document(self._database, document, with_annotations=with_annotations)
        with self._database.writing() as transaction:
            document = self.find(document.id)
            removing.check_document(self._database, document, with_annotations=with_annotations)
            transaction.record(self._annotator, removing.of_document(self._database, document))


def find(database: Database, reference: str) -> Document:
    """The document of that id, beginning of an id, or title; BadData when none or several fit."""
    exact = documents.document(database, reference)
    if exact:
        return exact
    found = set(documents.ids_titled(database, reference))
    lowered = reference.lower()
    if len(lowered) >= _SHORTEST_PREFIX and set(lowered) <= _HEX:
        found.update(documents.ids_beginning(database, lowered))
    if not found:
        raise BadData(f"{reference}: no such document: `reader list documents` names them")
    candidates = [documents.document(database, identifier) for identifier in sorted(found)]
    known = [document for document in candidates if document is not None]
    if len(known) == 1:
        return known[0]
    listed = "; ".join(f"{document.id[:12]} {document.title}" for document in known[:20])
    raise BadData(f"{reference}: {len(known)} documents fit: give the id of one: {listed}")
