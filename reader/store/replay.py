"""The projection made anew from nothing but the log."""

import sqlite3

from reader.store import log, steps
from reader.store.projection import PROJECTED, project


def rebuild(connection: sqlite3.Connection) -> None:
    """Make every projected table what the log says, inside the caller's transaction."""
    for table in PROJECTED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own
    for change in log.heads(connection):
        project(connection, change)
    connection.executemany("INSERT INTO steps VALUES (?, ?, ?, ?, ?)", steps.replayed(log.in_order(connection)))
