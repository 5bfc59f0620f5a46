"""Annotations as they are now, found by place, by id, or all in order."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.model import Annotation, Fragment, Origin, Status
from reader.store.values import one_of, parsed

if TYPE_CHECKING:
    from reader.store.database import Database

_FACTS = (
    "annotations.id, annotations.document, annotations.label, annotations.annotator, annotations.created, "
    "annotations.modified, annotations.attributes, annotations.note, annotations.confidence, annotations.status, "
    "annotations.origin, annotations.revision"
)
_PARTS = 'fragments.start, fragments."end", fragments.quote, fragments.prefix, fragments.suffix'
_FACT_COUNT = 12
_JOIN = f"SELECT {_FACTS}, {_PARTS} FROM annotations JOIN fragments ON fragments.annotation = annotations.id"  # noqa: S608 - our own names
_ORDER = 'ORDER BY annotations.document, annotations.start, annotations."end", annotations.id, fragments.number'
# One range of starts for each length class that occurs, each class found by a jump in the index.
_TOUCHING = """
WITH RECURSIVE classes (k) AS (
    SELECT min(k) FROM fragments WHERE document = :document
    UNION ALL
    SELECT (SELECT min(k) FROM fragments WHERE document = :document AND k > classes.k) FROM classes WHERE k IS NOT NULL
)
SELECT DISTINCT fragments.annotation FROM classes CROSS JOIN fragments INDEXED BY fragments_by_length_class
WHERE fragments.document = :document AND fragments.k = classes.k
AND fragments.start > :start - (1 << classes.k) AND fragments.start < :end AND fragments."end" > :start
"""
_PAGE = (
    'SELECT start, "end", id FROM annotations WHERE document = ? AND (start, "end", id) > (?, ?, ?) '
    'ORDER BY start, "end", id LIMIT ?'
)


def within(database: "Database", document: str, start: int, end: int) -> list[Annotation]:
    """Annotations with a fragment that touches the stretch, by (start, end, id)."""
    place = {"document": document, "start": start, "end": end}
    rows = database.rows(f"{_JOIN} WHERE annotations.id IN ({_TOUCHING})", place)
    found = list(gathered(sorted(rows, key=itemgetter(0, _FACT_COUNT))))
    return sorted(found, key=lambda annotation: (annotation.start, annotation.end, annotation.id))


def by_id(database: "Database", identifier: str) -> Annotation | None:
    """The annotation of exactly that id."""
    rows = database.rows(f"{_JOIN} WHERE annotations.id = ? {_ORDER}", (identifier,))
    return next(gathered(rows), None)


def read(connection: sqlite3.Connection, identifier: str) -> Annotation | None:
    """The annotation as the tables hold it."""
    rows = connection.execute(f"{_JOIN} WHERE annotations.id = ? {_ORDER}", (identifier,)).fetchall()
    return next(gathered(rows), None)


def ids_beginning(database: "Database", prefix: str) -> list[str]:
    """Ids of at most two annotations that begin so."""
    query = "SELECT id FROM annotations WHERE id >= ? AND id < ? || 'g' ORDER BY id LIMIT 2"
    return [row[0] for row in database.rows(query, (prefix, prefix))]


def after(database: "Database", document: str, offset: int) -> str | None:
    """Id of the first annotation that starts behind the offset."""
    query = (
        "SELECT id FROM annotations INDEXED BY annotations_by_place WHERE document = ? AND start > ? "
        'ORDER BY start, "end", id LIMIT 1'
    )
    row = database.row(query, (document, offset))
    return None if row is None else str(row[0])


def before(database: "Database", document: str, offset: int) -> str | None:
    """Id of the last annotation that starts before the offset."""
    query = (
        "SELECT id FROM annotations INDEXED BY annotations_by_place WHERE document = ? AND start < ? "
        'ORDER BY start DESC, "end" DESC, id DESC LIMIT 1'
    )
    row = database.row(query, (document, offset))
    return None if row is None else str(row[0])


def count(database: "Database", document: str) -> int:
    """How many annotations the document has."""
    row = database.row("SELECT count(*) FROM annotations WHERE document = ?", (document,))
    return int(row[0]) if row else 0


def same(database: "Database", wanted: Annotation) -> Annotation | None:
    """The annotation with exactly the spans, label and annotator of the one given."""
    first = wanted.fragments[0]
    rows = database.rows(
        "SELECT annotations.id FROM fragments JOIN annotations ON annotations.id = fragments.annotation "
        'WHERE fragments.document = ? AND k = ? AND fragments.start = ? AND fragments."end" = ? '
        "AND number = 0 AND label = ? AND annotator = ? ORDER BY annotations.id",
        (wanted.document, (first.end - first.start).bit_length(), first.start, first.end, wanted.label,
         wanted.annotator),
    )  # fmt: skip
    spans = [part.span for part in wanted.fragments]
    for (identifier,) in rows:
        found = by_id(database, identifier)
        if found and [part.span for part in found.fragments] == spans:
            return found
    return None


def pages(database: "Database", document: str, size: int = 1000) -> Iterator[Annotation]:
    """The annotations of a document by (start, end, id), read a page at a time so that nothing stays open."""
    last: tuple[object, ...] = (-1, -1, "")
    while True:
        keys = database.rows(_PAGE, (document, *last, size))
        if not keys:
            return
        rows = database.rows(
            f"{_JOIN} WHERE annotations.document = ? AND "
            '(annotations.start, annotations."end", annotations.id) > (?, ?, ?) AND '
            f'(annotations.start, annotations."end", annotations.id) <= (?, ?, ?) {_ORDER}',
            (document, *last, *keys[-1]),
        )
        yield from gathered(rows)
        last = keys[-1]


def in_order(connection: sqlite3.Connection, document: str | None = None) -> Iterator[Annotation]:
    """All annotations, or those of a document, by (document, start, end, id)."""
    if document is None:
        return gathered(connection.execute(f"{_JOIN} {_ORDER}"))
    return gathered(connection.execute(f"{_JOIN} WHERE annotations.document = ? {_ORDER}", (document,)))


def by_identity(connection: sqlite3.Connection) -> Iterator[Annotation]:
    """All annotations by id."""
    return gathered(connection.execute(f"{_JOIN} ORDER BY annotations.id, fragments.number"))


def gathered(rows: Iterable[Sequence[object]]) -> Iterator[Annotation]:
    """Annotations from rows of one fragment each, those of an annotation side by side and in order."""
    for _, group in groupby(rows, key=itemgetter(0)):
        parts = list(group)
        facts = parts[0]
        yield Annotation(
            id=str(facts[0]),
            document=str(facts[1]),
            label=str(facts[2]),
            fragments=tuple(Fragment(*row[_FACT_COUNT:]) for row in parts),  # type: ignore[arg-type]  # the tables are STRICT
            annotator=str(facts[3]),
            created=str(facts[4]),
            modified=str(facts[5]),
            attributes={} if facts[6] == "{}" else parsed(str(facts[6])),
            note=str(facts[7]),
            confidence=facts[8] if isinstance(facts[8], float) else None,
            status=one_of(Status, facts[9]),
            origin=one_of(Origin, facts[10]),
            revision=str(facts[11]),
        )
