"""Changes from elsewhere are tried in a private database first, then joined to ours in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.model import BadData
from reader.model.identity import Identity
from reader.store import log, schema, texts
from reader.store.database import Database
from reader.store.replay import rebuild
from reader.store.transaction import Transaction


@contextmanager
def private() -> Iterator[sqlite3.Connection]:
    """An empty database with our tables in an unlinked temporary file, gone when the block ends."""
    connection = sqlite3.connect("", isolation_level=None)
    try:
        schema.build(connection)
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


def opened(connection: sqlite3.Connection, path: Path) -> Database:
    """The private database to read from, its changes projected; `path` is what messages name."""
    rebuild(connection)
    connection.execute("COMMIT")
    return Database(path, connection, Identity(), read_only=True)


def unfounded(connection: sqlite3.Connection) -> Iterator[str]:
    """What the changes lean on and is not there, in words."""
    query = (
        "SELECT changes.id FROM changes LEFT JOIN changes AS earlier ON earlier.id = changes.previous AND "
        "earlier.kind = changes.kind AND earlier.record = changes.record "
        "WHERE changes.previous IS NOT NULL AND earlier.id IS NULL"
    )
    for (identifier,) in connection.execute(query):
        yield f"change {identifier}: the change before it is missing"
    query = (
        "SELECT DISTINCT record FROM changes LEFT JOIN sources ON sources.document = record "
        "WHERE kind = 'document' AND sources.document IS NULL"
    )
    for (identifier,) in connection.execute(query):
        yield f"document {identifier[:12]}: its text is missing"


def join(transaction: Transaction, staged: sqlite3.Connection) -> int:
    """Add the texts and changes that are not here yet; how many changes there were."""
    connection = transaction.connection
    for (document,) in staged.execute("SELECT document FROM sources ORDER BY document").fetchall():
        if connection.execute("SELECT 1 FROM sources WHERE document = ?", (document,)).fetchone() is None:
            texts.keep(connection, texts.whole(staged, document))
    added = 0
    for change in log.in_order(staged):
        row = connection.execute("SELECT checksum FROM changes WHERE id = ?", (change.id,)).fetchone()
        if row is None:
            log.append(connection, change)
            transaction.written.append(change.id)
            added += 1
        elif row[0] != change.checksum:
            raise BadData(f"change {change.id}: differs from the one that is here: one of the two files was altered")
    if added:
        rebuild(connection)
    return added
