"""Links between annotations, or between an annotation and a document, as they are now."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.model import Relation, RelationType
from reader.store.values import one_of, parsed

if TYPE_CHECKING:
    from reader.store.database import Database

_RELATIONS = "SELECT id, type, source, target, annotator, created, modified, attributes, revision FROM relations"
_TOUCHING = f"{_RELATIONS} WHERE source = :record UNION {_RELATIONS} WHERE target = :record ORDER BY id"


def touching(database: "Database", record: str) -> list[Relation]:
    """Relations with the record at either end, by id."""
    return [_relation(row) for row in database.rows(_TOUCHING, {"record": record})]


def has_any(connection: sqlite3.Connection) -> bool:
    """There is a relation at all."""
    return connection.execute("SELECT 1 FROM relations LIMIT 1").fetchone() is not None


def every_relation(connection: sqlite3.Connection) -> Iterator[Relation]:
    """All relations by id."""
    return (_relation(row) for row in connection.execute(f"{_RELATIONS} ORDER BY id"))


def by_id(database: "Database", identifier: str) -> Relation | None:
    """The relation of exactly that id."""
    row = database.row(f"{_RELATIONS} WHERE id = ?", (identifier,))
    return None if row is None else _relation(row)


def _relation(row: Sequence[object]) -> Relation:
    identifier, kind, source, target, annotator, created, modified, attributes, revision = map(str, row)
    return Relation(
        id=identifier,
        type=one_of(RelationType, kind),
        source=source,
        target=target,
        annotator=annotator,
        created=created,
        modified=modified,
        attributes=parsed(attributes),
        revision=revision,
    )
