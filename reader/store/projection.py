"""What is projected from the log: the records as they are now, each from the last change made to it."""

import sqlite3

from reader.model import Action, Annotation, Change, Kind
from reader.store import contents
from reader.store.canonical import canonical

_TABLES = {
    Kind.DOCUMENT: "documents",
    Kind.APPEARANCE: "appearances",
    Kind.STORY: "stories",
    Kind.ANNOTATION: "annotations",
    Kind.RELATION: "relations",
}
PROJECTED = (*_TABLES.values(), "story_documents", "fragments", "heads", "steps")


def project(connection: sqlite3.Connection, change: Change) -> None:
    """Bring one record to what its newest change says."""
    connection.execute("INSERT OR REPLACE INTO heads VALUES (?, ?, ?)", (change.kind, change.record, change.id))
    if change.previous is not None:
        _forget(connection, change.kind, change.record)
    if change.action is Action.PUT:
        _put(connection, change)


def _forget(connection: sqlite3.Connection, kind: Kind, record: str) -> None:
    if kind in _TABLES:
        connection.execute(f"DELETE FROM {_TABLES[kind]} WHERE id = ?", (record,))  # noqa: S608 - a name of our own
    if kind is Kind.ANNOTATION:
        connection.execute("DELETE FROM fragments WHERE annotation = ?", (record,))
    if kind is Kind.STORY:
        connection.execute("DELETE FROM story_documents WHERE story = ?", (record,))


def _put(connection: sqlite3.Connection, change: Change) -> None:
    content = change.content or {}
    match change.kind:
        case Kind.ANNOTATION:
            _put_annotation(connection, contents.annotation(change.record, content, change.id))
        case Kind.RELATION:
            _put_relation(connection, change)
        case Kind.DOCUMENT:
            document = contents.document(change.record, content)
            row = (document.id, document.language, document.direction, document.encoding, document.length,
                   document.sha256_bytes)  # fmt: skip
            connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", row)
        case Kind.APPEARANCE:
            owner, appearance = contents.appearance(change.record, content)
            facts = (appearance.id, owner, appearance.title, appearance.outlet, appearance.date, appearance.url)
            connection.execute("INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?)", facts)
        case Kind.STORY:
            story = contents.story(change.record, content)
            connection.execute("INSERT INTO stories VALUES (?, ?)", (story.id, story.name))
            members = [(story.id, position, each) for position, each in enumerate(story.documents)]
            connection.executemany("INSERT INTO story_documents VALUES (?, ?, ?)", members)


def _put_annotation(connection: sqlite3.Connection, annotation: Annotation) -> None:
    connection.execute(
        "INSERT INTO annotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (annotation.id, annotation.document, annotation.label, annotation.start, annotation.end, annotation.status,
         annotation.annotator, annotation.origin, annotation.confidence, annotation.created, annotation.modified,
         annotation.revision, canonical(dict(annotation.attributes)), annotation.note),
    )  # fmt: skip
    for number, part in enumerate(annotation.fragments):
        length_class = (part.end - part.start).bit_length()
        connection.execute(
            "INSERT INTO fragments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (annotation.id, number, annotation.document, length_class, part.start, part.end, part.quote, part.prefix,
             part.suffix),
        )  # fmt: skip


def _put_relation(connection: sqlite3.Connection, change: Change) -> None:
    relation = contents.relation(change.record, change.content or {}, change.id)
    connection.execute(
        "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (relation.id, relation.type, relation.source, relation.target, relation.annotator, relation.created,
         relation.modified, relation.revision, canonical(dict(relation.attributes))),
    )  # fmt: skip
