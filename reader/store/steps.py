"""Steps that can be taken back and brought again, each annotator's own, kept across sessions."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Change, Intent, NothingToUndo
from reader.store import log
from reader.store.log import Draft

if TYPE_CHECKING:
    from reader.store.database import Database
    from reader.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken back or brought again: what it had been, and the changes that did it."""

    original: list[Change]
    changes: list[Change]


def add(connection: sqlite3.Connection, annotator: str, group: str) -> None:
    """A new step; what its annotator had undone can no longer be brought again."""
    connection.execute(
        "UPDATE steps SET state = 'dropped' WHERE annotator = ? AND position IN "
        "(SELECT position FROM steps INDEXED BY steps_undone WHERE annotator = ? AND state = 'undone')",
        (annotator, annotator),
    )
    connection.execute(
        "INSERT INTO steps SELECT ?1, coalesce(max(position), 0) + 1, ?2, 'done', ?2 FROM steps WHERE annotator = ?1",
        (annotator, group),
    )


def any_in(database: "Database", annotator: str, state: str) -> bool:
    """The annotator has a step in that state."""
    query = "SELECT 1 FROM steps WHERE annotator = ? AND state = ? ORDER BY position DESC LIMIT 1"
    return database.row(query, (annotator, state)) is not None


def undo(transaction: "Transaction", annotator: str) -> Taken:
    """Take back the annotator's last step that is done."""
    query = (
        "SELECT position, \"group\", current_group FROM steps WHERE annotator = ? AND state = 'done' "
        "ORDER BY position DESC LIMIT 1"
    )
    return _take(transaction, annotator, query, Intent.UNDO)


def redo(transaction: "Transaction", annotator: str) -> Taken:
    """Bring again the annotator's step that was taken back last."""
    query = (
        'SELECT position, "group", current_group FROM steps INDEXED BY steps_undone '
        "WHERE annotator = ? AND state = 'undone' ORDER BY position LIMIT 1"
    )
    return _take(transaction, annotator, query, Intent.REDO)


def _take(transaction: "Transaction", annotator: str, query: str, intent: Intent) -> Taken:
    connection = transaction.connection
    row = connection.execute(query, (annotator,)).fetchone()
    if row is None:
        raise NothingToUndo(f"nothing to {intent}: {annotator} has no step to {_words(intent)}")
    position, group, current = row
    drafts = []
    for change in reversed(log.of_group(connection, current)):
        before = log.by_id(connection, change.previous).content if change.previous else None
        drafts.append(Draft(change.kind, change.record, None if before is None else dict(before), change.id))
    new_group = transaction.new_group()
    changes = transaction.append(annotator, drafts, group=new_group, step=group, intent=intent)
    state = "undone" if intent is Intent.UNDO else "done"
    connection.execute(
        "UPDATE steps SET state = ?, current_group = ? WHERE annotator = ? AND position = ?",
        (state, new_group, annotator, position),
    )
    return Taken(log.of_group(connection, group), changes)


def _words(intent: Intent) -> str:
    return "take back" if intent is Intent.UNDO else "bring again"


def replayed(changes: Iterable[Change]) -> list[tuple[str, int, str, str, str]]:
    """The rows of `steps` that a log amounts to."""
    rows: dict[str, list[list[str]]] = {}
    places: dict[str, list[str]] = {}
    undone: dict[str, list[list[str]]] = {}
    seen: set[str] = set()
    for change in changes:
        if change.group in seen or not change.step:
            continue
        seen.add(change.group)
        if change.intent is Intent.EDIT:
            for row in undone.pop(change.annotator, []):
                row[1] = "dropped" if row[1] == "undone" else row[1]
            places[change.group] = [change.group, "done", change.group]
            rows.setdefault(change.annotator, []).append(places[change.group])
        elif change.step in places:
            row = places[change.step]
            row[1:] = ["undone" if change.intent is Intent.UNDO else "done", change.group]
            undone.setdefault(change.annotator, []).append(row)
    return [(who, position, *row) for who, mine in sorted(rows.items()) for position, row in enumerate(mine, 1)]  # type: ignore[misc]
