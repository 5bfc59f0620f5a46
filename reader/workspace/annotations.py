"""Annotations: mark a passage, find marks, change and remove them.

What only writing and searching need is imported where it is needed: the first screen shows marks and makes none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import EllipsisType
from typing import TYPE_CHECKING

from reader.model import Annotation, BadData, Origin, Span, Status
from reader.model.identity import timestamp
from reader.store import Database, annotations, documents
from reader.store.stored_text import StoredText, TextCache

if TYPE_CHECKING:
    from reader.workspace.query import Query
    from reader.workspace.results import Added

_NO_ATTRIBUTES: Mapping[str, object] = {}


class Annotations:
    """The annotations of a database."""

    def __init__(self, database: Database, annotator: str, texts: TextCache) -> None:
        self._database = database
        self._annotator = annotator
        self._texts = texts

    def add(
        self,
        document_id: str,
        spans: Sequence[Span],
        label: str,
        *,
        note: str = "",
        status: Status = Status.PROPOSED,
        attributes: Mapping[str, object] = _NO_ATTRIBUTES,
        confidence: float | None = None,
        annotator: str | None = None,
        origin: Origin = Origin.MANUAL,
        snap: bool = False,
    ) -> "Added":
        """Mark a passage; the same spans, label and annotator again give the annotation that is there."""
        from reader.workspace import marking
        from reader.workspace.results import Added

        now = timestamp(self._database.identity.now())
        annotation = marking.checked(
            Annotation(
                id=self._database.identity.new_id(),
                document=document_id,
                label=label,
                fragments=marking.fragments(self._source(document_id), spans, snap=snap),
                annotator=self._annotator if annotator is None else annotator,
                created=now,
                modified=now,
                attributes=attributes,
                note=note,
                confidence=confidence,
                status=status,
                origin=origin,
            )
        )
        state = self._database.state()
        known = annotations.same(self._database, annotation)
        return Added(known, is_new=False) if known else self._added(annotation, state)

    def _added(self, annotation: Annotation, state: tuple[int, int]) -> "Added":
        from reader.workspace.marking import draft_of
        from reader.workspace.results import Added

        with self._database.writing() as transaction:
            # Somebody may have marked the same place since it was looked at.
            is_stale = self._database.state() != state
            known = annotations.same(self._database, annotation) if is_stale else None
            if known:
                return Added(known, is_new=False)
            (change,) = transaction.record(self._annotator, [draft_of(annotation)])
        return Added(replace(annotation, revision=change.id), is_new=True)

    def get(self, reference: str) -> Annotation:
        """The annotation of that id or beginning of an id; BadData when none or several fit."""
        found = annotations.by_id(self._database, reference)
        if found:
            return found
        ids = annotations.ids_beginning(self._database, reference) if reference else []
        if len(ids) > 1:
            raise BadData(f"{reference}: several annotations begin so: give more of the id")
        found = annotations.by_id(self._database, ids[0]) if ids else None
        if found is None:
            raise BadData(f"{reference}: no such annotation: `reader list annotations` names them")
        return found

    def within(self, document_id: str, start: int, end: int) -> list[Annotation]:
        """Annotations with a fragment that touches the stretch, by (start, end, id)."""
        return annotations.within(self._database, document_id, start, end)

    def after(self, document_id: str, offset: int) -> Annotation | None:
        """The first annotation that starts behind the offset."""
        found = annotations.after(self._database, document_id, offset)
        return None if found is None else annotations.by_id(self._database, found)

    def before(self, document_id: str, offset: int) -> Annotation | None:
        """The last annotation that starts before the offset."""
        found = annotations.before(self._database, document_id, offset)
        return None if found is None else annotations.by_id(self._database, found)

    def count(self, document_id: str) -> int:
        """How many annotations the document has."""
        return annotations.count(self._database, document_id)

    def change(
        self,
        annotation: Annotation,
        *,
        label: str | EllipsisType = ...,
        note: str | EllipsisType = ...,
        status: Status | EllipsisType = ...,
        attributes: Mapping[str, object] | EllipsisType = ...,
        confidence: float | EllipsisType | None = ...,
        spans: Sequence[Span] | EllipsisType = ...,
    ) -> Annotation:
        """The annotation with what is given in place of what it had; BusyError when somebody changed it meanwhile."""
        from reader.workspace import marking

        changed = marking.checked(
            replace(
                annotation,
                label=annotation.label if label is ... else label,
                note=annotation.note if note is ... else note,
                status=annotation.status if status is ... else status,
                attributes=annotation.attributes if attributes is ... else attributes,
                confidence=annotation.confidence if confidence is ... else confidence,
                fragments=annotation.fragments
                if spans is ...
                else marking.fragments(self._source(annotation.document), spans),
            )
        )
        if changed == annotation:
            return annotation
        changed = replace(changed, modified=timestamp(self._database.identity.now()))
        draft = marking.draft_of(changed, expected=annotation.revision)
        with self._database.writing() as transaction:
            (change,) = transaction.record(self._annotator, [draft])
        return replace(changed, revision=change.id)

    def remove(self, annotation: Annotation) -> None:
        """Take an annotation out with its relations, undoably; BusyError when somebody changed it meanwhile."""
        from reader.workspace import removing

        with self._database.writing() as transaction:
            transaction.record(self._annotator, removing.of_annotation(self._database, annotation))

    def matching(self, query: "Query") -> Iterator[Annotation]:
        """The annotations that the query asks for, by (document, start, end, id)."""
        from reader.workspace.selecting import Selection

        selection = Selection(self._database, query)
        for document_id in selection.documents:
            found = annotations.pages(self._database, document_id)
            yield from (annotation for annotation in found if selection.holds(annotation))

    def _source(self, document_id: str) -> StoredText:
        if not documents.exists(self._database, document_id):
            raise BadData(f"{document_id}: no such document: `reader list documents` names them")
        return self._texts.text(document_id)
