"""The lines of an export, made from one state of the database."""

from collections.abc import Iterator

from reader.exchange import full
from reader.exchange.jsonl import line
from reader.exchange.records import Setting, annotation_record, setting_of
from reader.exchange.utf16 import Utf16
from reader.model import Annotation
from reader.store import Connection, Database, annotations, documents, log, relations, texts
from reader.store.stored_text import TextCache
from reader.workspace.selecting import Selection


class Records:
    """Makes the records of annotations; what is needed of their documents is read once."""

    def __init__(self, database: Database, connection: Connection) -> None:
        self._database = database
        self._connection = connection
        self._has_relations = relations.has_any(connection)
        self._settings: dict[str, Setting] = {}
        self._texts = TextCache(database)

    def line(self, annotation: Annotation) -> str:
        """The line of an annotation."""
        setting = self._settings.get(annotation.document) or self._setting(annotation.document)
        linked = relations.touching(self._database, annotation.id) if self._has_relations else ()
        return line(annotation_record(annotation, setting, self._quote(annotation), linked))

    def _quote(self, annotation: Annotation) -> str:
        if len(annotation.fragments) == 1:
            return annotation.fragments[0].quote
        return self._texts.text(annotation.document).slice(annotation.start, annotation.end)

    def _setting(self, identifier: str) -> Setting:
        document = documents.document(self._database, identifier)
        utf16 = Utf16(texts.parts(self._connection, identifier))
        # One that was removed elsewhere while it was annotated here has nothing but its text.
        setting = setting_of(document, utf16) if document else Setting(None, None, None, None, utf16)
        self._settings[identifier] = setting
        return setting


def annotation_lines(database: Database, connection: Connection, selection: Selection) -> Iterator[str]:
    """One annotation a line, by (document, start, end, id)."""
    records = Records(database, connection)
    for document in selection.documents:
        for annotation in annotations.in_order(connection, document):
            if selection.holds(annotation):
                yield records.line(annotation)


def full_lines(database: Database, connection: Connection) -> Iterator[str]:
    """All that is needed to make the database again, by kind and id."""
    records = Records(database, connection)
    yield line(full.HEADER)
    for identifier in texts.every_id(connection):
        kept = texts.whole(connection, identifier)
        text = full.Text(identifier, kept.text, kept.data, kept.encoding)
        yield line(full.document_record(text, documents.document(database, identifier)))
    for story in documents.every_story(database):
        yield line(full.story_record(story))
    for annotation in annotations.by_identity(connection):
        yield records.line(annotation)
    for relation in relations.every_relation(connection):
        yield line(full.relation_record(relation))
    for change in log.by_identity(connection):
        yield line(full.change_record(change))
