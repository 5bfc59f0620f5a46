"""The append-only log of changes, as rows and as values."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Action, BadData, Change, Intent, Kind
from reader.store.canonical import canonical, checksum
from reader.store.values import one_of, parsed

if TYPE_CHECKING:
    from reader.store.database import Database

_COLUMNS = 'id, clock, annotator, kind, record, action, content, previous, "group", step, intent, checksum'
_INSERT = f"INSERT INTO changes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own names
_SELECT = f"SELECT {_COLUMNS} FROM changes"  # noqa: S608 - our own names
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A change to be made: `content` None deletes; `expected` is the change that the record must still be at."""

    kind: Kind
    record: str
    content: dict[str, object] | None
    expected: str | None = None


def row_of(change: Change) -> Row:
    """The change as the table holds it."""
    content = None if change.content is None else canonical(dict(change.content))
    return (change.id, change.clock, change.annotator, str(change.kind), change.record, str(change.action), content,
            change.previous, change.group, change.step, str(change.intent), change.checksum)  # fmt: skip


def change_of(values: Sequence[object]) -> Change:
    """The change that a row of the table holds."""
    (identifier, clock, annotator, kind, record, action, content, previous, group, step, intent, digest) = values
    return Change(
        id=str(identifier),
        clock=clock if isinstance(clock, int) else -1,
        annotator=str(annotator),
        kind=one_of(Kind, kind),
        record=str(record),
        action=one_of(Action, action),
        content=None if content is None else parsed(str(content)),
        previous=None if previous is None else str(previous),
        group=str(group),
        step=str(step),
        intent=one_of(Intent, intent),
        checksum=str(digest),
    )


def sound(values: Sequence[object]) -> Change:
    """The change that a row holds; BadData when it is not the one that was written."""
    change = change_of(values)
    if not is_sound(change):
        raise BadData(f"change {change.id} was altered: its checksum does not fit: ask `reader check` what is wrong")
    return change


def append(connection: sqlite3.Connection, change: Change) -> Row:
    """Write the change behind the others; the row that now holds it."""
    values = row_of(change)
    connection.execute(_INSERT, values)
    return values


def append_all(connection: sqlite3.Connection, changes: Iterator[Change]) -> None:
    """Write many changes behind the others."""
    connection.executemany(_INSERT, (row_of(change) for change in changes))


def row(connection: sqlite3.Connection, identifier: str) -> Row | None:
    """The row of the change of that id."""
    found: Row | None = connection.execute(f"{_SELECT} WHERE id = ?", (identifier,)).fetchone()
    return found


def by_id(connection: sqlite3.Connection, identifier: str) -> Change:
    """The change of that id."""
    found = row(connection, identifier)
    if found is None:
        raise BadData(f"the log lacks change {identifier}: ask `reader check` what is wrong")
    return sound(found)


def of_group(connection: sqlite3.Connection, group: str) -> list[Change]:
    """The changes of one act, in the order in which they were made."""
    rows = connection.execute(f'{_SELECT} WHERE "group" = ? ORDER BY clock, id', (group,)).fetchall()
    return [sound(row) for row in rows]


def rows_in_order(connection: sqlite3.Connection) -> Iterator[Row]:
    """The rows of all changes in the order in which they count: by clock, then id."""
    yield from connection.execute(f"{_SELECT} ORDER BY clock, id")


def in_order(connection: sqlite3.Connection) -> Iterator[Change]:
    """All changes in the order in which they count: by clock, then id."""
    return (change_of(row) for row in rows_in_order(connection))


def newest_first(database: "Database", size: int = 500) -> Iterator[Change]:
    """All changes, the newest first, read a page at a time so that nothing stays open."""
    place: tuple[object, object] = (1 << 62, "")
    while True:
        rows = database.rows(
            f"{_SELECT} WHERE (clock, id) < (?, ?) ORDER BY clock DESC, id DESC LIMIT ?", (*place, size)
        )
        yield from (sound(row) for row in rows)
        if len(rows) < size:
            return
        place = (rows[-1][1], rows[-1][0])


def change(database: "Database", identifier: str) -> Change:
    """The change of that id."""
    with database.reading() as connection:
        return by_id(connection, identifier)


def group(database: "Database", identifier: str) -> list[Change]:
    """The changes of one act, in the order in which they were made."""
    with database.reading() as connection:
        return of_group(connection, identifier)


def exists(database: "Database", record: str) -> bool:
    """The log knows the record, whether or not it is still there."""
    query = "SELECT 1 FROM heads WHERE kind IN ('document', 'annotation') AND record = ?"
    return database.row(query, (record,)) is not None


def by_identity(connection: sqlite3.Connection) -> Iterator[Change]:
    """All changes by id, as the full export lists them."""
    return (sound(row) for row in connection.execute(f"{_SELECT} ORDER BY id"))


def heads(connection: sqlite3.Connection) -> Iterator[Change]:
    """The last change of each record by (clock, id), in an order that puts documents before what lies in them."""
    columns = ", ".join(f"changes.{name.strip()}" for name in _COLUMNS.split(","))
    yield from (
        change_of(row)
        for row in connection.execute(
            f"SELECT {columns} FROM (SELECT number, row_number() OVER "  # noqa: S608 - our own names
            "(PARTITION BY kind, record ORDER BY clock DESC, id DESC) AS place FROM changes) AS ranked "
            "JOIN changes ON changes.number = ranked.number WHERE ranked.place = 1 ORDER BY changes.number"
        )
    )


def head(connection: sqlite3.Connection, kind: Kind, record: str) -> str | None:
    """Id of the last change of a record; None when it has never been."""
    row = connection.execute("SELECT change FROM heads WHERE kind = ? AND record = ?", (kind, record)).fetchone()
    return None if row is None else str(row[0])


def is_known(connection: sqlite3.Connection, identifier: str) -> bool:
    """The log has a change of that id."""
    return connection.execute("SELECT 1 FROM changes WHERE id = ?", (identifier,)).fetchone() is not None


def record_counts(database: "Database") -> dict[str, int]:
    """How many records of each kind there have ever been."""
    return dict(database.rows("SELECT kind, count(*) FROM heads GROUP BY kind"))


def last_clock(connection: sqlite3.Connection) -> int:
    """The highest clock of the log, 0 when it is empty."""
    row = connection.execute("SELECT max(clock) FROM changes").fetchone()
    return int(row[0] or 0)


def is_sound(change: Change) -> bool:
    """The change's checksum is that of its other fields."""
    return change.checksum == checksum(change)
