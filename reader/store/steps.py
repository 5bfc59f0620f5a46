"""Steps that can be taken back and brought again, each annotator's own, kept across sessions."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import BadData, Change, Intent, NothingToUndo
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
    query = "SELECT position FROM steps INDEXED BY steps_undone WHERE annotator = ? AND state = 'undone'"
    for (position,) in connection.execute(query, (annotator,)).fetchall():
        drop = "UPDATE steps SET state = 'dropped' WHERE annotator = ? AND position = ?"
        connection.execute(drop, (annotator, position))
    last = connection.execute(
        "SELECT position FROM steps WHERE annotator = ? ORDER BY position DESC LIMIT 1", (annotator,)
    ).fetchone()
    position = last[0] + 1 if last else 1
    connection.execute("INSERT INTO steps VALUES (?, ?, ?, 'done', ?)", (annotator, position, group, group))


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
    original, latest = log.of_group(connection, group), log.of_group(connection, current)
    if not original or not latest:
        raise BadData(f"the log lacks a step of {annotator}: ask `reader check` what is wrong")
    for change in reversed(latest):
        before = log.by_id(connection, change.previous).content if change.previous else None
        head = log.head(connection, change.kind, change.record)
        # A head that restored what this change had made is as good as the change itself.
        is_same = head == change.id or (
            head is not None and _origin(connection, head) == _origin(connection, change.id)
        )
        expected = head if is_same else change.id
        drafts.append(Draft(change.kind, change.record, None if before is None else dict(before), expected))
    new_group = transaction.new_group()
    changes = transaction.append(annotator, drafts, group=new_group, step=group, intent=intent)
    state = "undone" if intent is Intent.UNDO else "done"
    connection.execute(
        "UPDATE steps SET state = ?, current_group = ? WHERE annotator = ? AND position = ?",
        (state, new_group, annotator, position),
    )
    return Taken(original, changes)


def _origin(connection: sqlite3.Connection, identifier: str) -> str | None:
    """The edit whose outcome a record has after a change; None when that is not to be there at all."""
    current: str | None = identifier
    while current is not None:
        change = log.by_id(connection, current)
        edits = [each for each in log.of_group(connection, change.step) if each.record == change.record]
        if change.intent is Intent.EDIT or not edits:
            return change.id
        if change.intent is Intent.REDO:
            return edits[-1].id
        current = edits[0].previous
    return None


def _words(intent: Intent) -> str:
    return "take back" if intent is Intent.UNDO else "bring again"


@dataclass(slots=True)
class _Replayed:
    group: str
    state: str
    current: str


def replayed(changes: Iterable[Change]) -> list[tuple[str, int, str, str, str]]:
    """The rows of `steps` that a log amounts to."""
    mine: dict[str, list[_Replayed]] = {}
    steps: dict[str, _Replayed] = {}
    undone: dict[str, list[_Replayed]] = {}
    seen: set[str] = set()
    for change in changes:
        if change.group in seen or not change.step:
            continue
        seen.add(change.group)
        if change.intent is Intent.EDIT:
            for step in undone.pop(change.annotator, []):
                step.state = "dropped" if step.state == "undone" else step.state
            steps[change.group] = _Replayed(change.group, "done", change.group)
            mine.setdefault(change.annotator, []).append(steps[change.group])
        elif change.step in steps:
            step = steps[change.step]
            step.state, step.current = ("undone" if change.intent is Intent.UNDO else "done"), change.group
            undone.setdefault(change.annotator, []).append(step)
    return [
        (who, position, step.group, step.state, step.current)
        for who, own in sorted(mine.items())
        for position, step in enumerate(own, 1)
    ]
