"""Documents: bring them in, find them, read them, correct what is said of them, take them out."""

from reader.model import BadData, Document, TextSource
from reader.store import Database, documents
from reader.store.log import Draft
from reader.store.stored_text import TextCache
from reader.text.decode import decode
from reader.text.language import split_languages
from reader.workspace import importing, removing
from reader.workspace.results import DocumentSummary, Imported
from reader.workspace.stories import draft_of, joined

_HEX = set("0123456789abcdef")
_SHORTEST_PREFIX = 4


class Documents:
    """The documents of a database."""

    def __init__(self, database: Database, annotator: str, texts: TextCache) -> None:
        self._database = database
        self._annotator = annotator
        self._texts = texts

    def all(self) -> list[DocumentSummary]:
        """All documents with the number of their annotations and the names of their stories, by title."""
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
    ) -> list[Imported]:
        """Bring in a file: one document, or with `split` one for each language in it; all of it or nothing."""
        decoded = decode(data, name, encoding)
        importing.check_text(decoded.text, name)
        facts = importing.Facts(title, outlet, date, url)
        if split:
            parts = [
                importing.Part(text, text.encode("utf-8"), "utf-8", part_language)
                for part_language, text in split_languages(decoded.text)
            ]
        else:
            parts = [importing.Part(decoded.text, data, decoded.encoding, language)]
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
        document = self.find(document_id)
        facts = importing.Facts(title, outlet, date)
        if self._corrections(document.id, facts, language, story):
            with self._database.writing() as transaction:
                drafts = self._corrections(document.id, facts, language, story)
                if drafts:
                    transaction.record(self._annotator, drafts)
        return self.find(document.id)

    def _corrections(
        self, document_id: str, facts: importing.Facts, language: str | None, story: str | None
    ) -> list[Draft]:
        drafts = importing.correction(self._database, self.find(document_id), facts, language)
        if story is not None:
            together = joined(self._database, story, [document_id])
            if together not in documents.every_story(self._database):
                drafts.append(draft_of(together))
        return drafts

    def remove(self, document_id: str, *, with_annotations: bool = False) -> None:
        """Take a document out, undoably; one with annotations only when they may go with it."""
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
