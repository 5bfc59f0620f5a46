"""What was done, by whom and when; taking it back and bringing it again."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from reader.model import BadData, Change, Intent, Kind, NothingToUndo
from reader.model.identity import timestamp
from reader.store import Database, annotations, log, steps
from reader.store.steps import Taken
from reader.store.transaction import Transaction
from reader.workspace import describing
from reader.workspace.documents import find
from reader.workspace.results import Entry, Step


class History:
    """The log of a database as a person sees it."""

    def __init__(self, database: Database, annotator: str) -> None:
        self._database = database
        self._annotator = annotator

    def undo(self) -> Step:
        """Take back one's own last step; BusyError when somebody changed one of its records meanwhile."""
        return self._take("done", "nothing to undo: no step of yours is left", steps.undo)

    def redo(self) -> Step:
        """Bring again the step that was taken back last; BusyError when somebody changed a record meanwhile."""
        return self._take("undone", "nothing to redo: no step of yours was taken back", steps.redo)

    def _take(self, state: str, refusal: str, move: Callable[[Transaction, str], Taken]) -> Step:
        if not steps.any_in(self._database, self._annotator, state):
            raise NothingToUndo(f"{refusal} ({self._annotator})")
        with self._database.writing() as transaction:
            taken = move(transaction, self._annotator)
        document, span = describing.place(taken.original, self._before)
        touched = (change.record for change in taken.changes if change.kind is Kind.ANNOTATION)
        return Step(describing.act(taken.original, self._before), document, span, tuple(touched))

    def entries(self, reference: str | None = None) -> Iterator[Entry]:
        """Acts, the newest first; with a reference, those that touched that annotation or document."""
        records = None if reference is None else self._records(reference)
        for _, act in groupby(log.newest_first(self._database), key=lambda change: change.group):
            changes = list(reversed(list(act)))
            if records is None or any(_touches(change, records) for change in changes):
                yield self._entry(changes)

    def _entry(self, changes: list[Change]) -> Entry:
        first = changes[0]
        original = [] if first.intent is Intent.EDIT else log.group(self._database, first.step)
        when = timestamp(changes[-1].clock >> 16)
        return Entry(first.group, when, first.annotator, describing.told(changes, self._before, original))

    def _before(self, change: Change) -> Mapping[str, object] | None:
        return None if change.previous is None else log.change(self._database, change.previous).content

    def _records(self, reference: str) -> set[str]:
        exact = annotations.by_id(self._database, reference)
        if exact or log.exists(self._database, reference):
            return {reference}
        try:
            return {find(self._database, reference).id}
        except BadData:
            ids = annotations.ids_beginning(self._database, reference)
            if len(ids) == 1:
                return set(ids)
            raise


def _touches(change: Change, records: set[str]) -> bool:
    if change.record in records:
        return True
    return change.kind is Kind.APPEARANCE and change.content is not None and change.content["document"] in records
