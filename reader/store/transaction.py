"""One act of a person: its changes, what is projected from them, and its place among the steps."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from reader.model import Action, BadData, BusyError, Change, Intent, Kind, ReaderError
from reader.model.identity import Identity
from reader.store import annotations, contents, log, projection, steps, texts
from reader.store.canonical import checksum
from reader.store.log import Draft


class Transaction:
    """Writes within BEGIN IMMEDIATE; what it wrote counts once the database has committed it."""

    def __init__(self, connection: sqlite3.Connection, identity: Identity) -> None:
        self.connection = connection
        self.written: list[str] = []
        self._identity = identity

    def keep(self, text: texts.NewText) -> None:
        """Store a text, if it is not there already."""
        texts.keep(self.connection, text)

    def new_group(self) -> str:
        """An id for an act."""
        return self._identity.new_id()

    def record(self, annotator: str, drafts: Sequence[Draft], *, is_step: bool = True) -> list[Change]:
        """Make the changes as one act; one that is no step is passed over by undo."""
        group = self.new_group()
        changes = self.append(annotator, drafts, group=group, step=group if is_step else "", intent=Intent.EDIT)
        if is_step:
            steps.add(self.connection, annotator, group)
        return changes

    def append(self, annotator: str, drafts: Sequence[Draft], *, group: str, step: str, intent: Intent) -> list[Change]:
        """Write the changes to the log, project them, and read them back."""
        clock = max(self._identity.now() << 16, log.last_clock(self.connection) + 1)
        changes: list[Change] = []
        rows: list[log.Row] = []
        for number, draft in enumerate(drafts):
            change = self._signed(
                draft, annotator=annotator, clock=clock + number, group=group, step=step, intent=intent
            )
            self._check(change)
            rows.append(log.append(self.connection, change))
            projection.project(self.connection, change)
            changes.append(change)
        for change, row in zip(changes, rows, strict=True):
            self._read_back(change, row)
        self.written += [change.id for change in changes]
        return changes

    def _signed(self, draft: Draft, *, annotator: str, clock: int, group: str, step: str, intent: Intent) -> Change:
        previous = log.head(self.connection, draft.kind, draft.record)
        if draft.expected is not None and previous != draft.expected:
            raise self._conflict(previous)
        change = Change(
            id=self._identity.new_id(),
            clock=clock,
            annotator=annotator,
            kind=draft.kind,
            record=draft.record,
            action=Action.DELETE if draft.content is None else Action.PUT,
            content=draft.content,
            previous=previous,
            group=group,
            step=step,
            intent=intent,
            checksum="",
        )
        return replace(change, checksum=checksum(change))

    def _conflict(self, head: str | None) -> ReaderError:
        """The error that says who changed the record meanwhile."""
        who = log.by_id(self.connection, head).annotator if head else "somebody"
        return BusyError(f"changed meanwhile by {who}: nothing was saved: look at it again and repeat")

    def _check(self, change: Change) -> None:
        if change.action is Action.DELETE or change.content is None:
            return
        if change.kind is Kind.ANNOTATION:
            self._require(Kind.DOCUMENT, change.content["document"])
        if change.kind is Kind.RELATION:
            self._require(Kind.ANNOTATION, change.content["source"])
            target = Kind.DOCUMENT if change.content["type"] == "omitted_in" else Kind.ANNOTATION
            self._require(target, change.content["target"])

    def _require(self, kind: Kind, record: object) -> None:
        table = "documents" if kind is Kind.DOCUMENT else "annotations"
        query = f"SELECT 1 FROM {table} WHERE id = ?"  # noqa: S608 - a name of our own
        if self.connection.execute(query, (record,)).fetchone() is None:
            raise BusyError(
                f"{kind} {str(record)[:12]} has been removed meanwhile: nothing was saved: look at it again"
            )

    def _read_back(self, change: Change, row: log.Row) -> None:
        kept = log.row(self.connection, change.id) == row
        if (
            kept
            and change.kind is Kind.ANNOTATION
            and log.head(self.connection, change.kind, change.record) == change.id
        ):
            found = annotations.read(self.connection, change.record)
            kept = (None if found is None else contents.of_annotation(found)) == change.content
        if not kept:
            raise BadData("what was read back is not what was written: nothing was saved: ask `reader check`")
