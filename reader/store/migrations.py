"""How a database comes to its version, one named step after another; a step once shipped is never edited.

Importing sqlite-utils takes long: this module is imported when a database is made, never to open one.
"""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from reader.store.schema import APPLICATION_ID, VERSION, statements

migrations = Migrations("reader")


@migrations()
def m001_log_and_projection(db: Database) -> None:
    """The log of changes, the texts, and what is projected from the log."""
    for statement in statements(1):
        if "_sqlite_migrations" not in statement:
            db.execute(statement)


def migrate(connection: sqlite3.Connection, when: str) -> None:
    """Bring the database to this version inside the caller's transaction; `when` is noted beside each step."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    migrations.apply(database)
    connection.execute("UPDATE _sqlite_migrations SET applied_at = ?", (when,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
