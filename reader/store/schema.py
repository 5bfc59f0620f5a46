"""What a database of this version looks like, and whether a given one does.

The expected tables are kept as text, so that opening needs no more than a comparison.
"""

import sqlite3
from pathlib import Path

from reader.model import BadData, NewerSchema

APPLICATION_ID = 0x52445231  # "RDR1"
VERSION = 1


def statements(version: int = VERSION) -> list[str]:
    """The statements of a version as `sqlite_master` holds them."""
    file = Path(__file__).with_name(f"schema_{version}.sql")
    return [part for part in file.read_text("utf-8").strip().split("\n\n") if not part.startswith("--")]


def name_of(statement: str) -> str:
    """The name of what a statement creates."""
    words = statement.replace("(", " ").replace("UNIQUE ", "", 1).split()
    return words[2].strip('"')


def check_owner(application_id: int, version: int, path: Path) -> None:
    """Refuse what is not ours, or what a newer reader has written."""
    if application_id != APPLICATION_ID or version < 1:
        raise BadData(f"{path}: is not a database of reader: name another file with --db")
    if version > VERSION:
        raise NewerSchema(
            f"{path}: was written by a newer reader (version {version}, this one knows {VERSION}): upgrade"
        )


def check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database whose tables differ from ours, or that holds somebody else's trigger."""
    ours = {name_of(statement): statement for statement in statements()}
    tables = {name for name, statement in ours.items() if statement.startswith("CREATE TABLE")}
    advice = "it was altered from outside: restore a backup"
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
        if name in ours:
            if sql != ours.pop(name):
                raise BadData(f"{path}: its {kind} {name} is not as reader made it: {advice}")
        elif kind == "trigger":
            raise BadData(f"{path}: holds a trigger that is not reader's ({name}): {advice}")
        elif kind == "index" and table in tables and sql is not None:
            raise BadData(f"{path}: holds an index on {table} that is not reader's ({name}): {advice}")
    if ours:
        raise BadData(f"{path}: lacks {', '.join(sorted(ours))}: {advice}")


def build(connection: sqlite3.Connection) -> None:
    """Make the tables at once, for a database that is never kept."""
    for statement in statements():
        connection.execute(statement)
