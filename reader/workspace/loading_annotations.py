"""Annotations of a plain export come in, each held against the text that it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.exchange.jsonl import parse
from reader.exchange.plain import Incoming, incoming
from reader.exchange.utf16 import Utf16
from reader.model import Annotation, BadData, Kind, Relation
from reader.model.identity import timestamp
from reader.store import Database, annotations, contents, documents, relations
from reader.store.log import Draft
from reader.store.stored_text import StoredText, TextCache
from reader.workspace import marking
from reader.workspace.faults import Faults
from reader.workspace.results import Loaded

_STEP = 1 << 16


@dataclass(slots=True)
class _Plan:
    """What a file amounts to beside what is here."""

    annotations: dict[str, Annotation] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    known: int = 0

    def drafts(self) -> list[Draft]:
        marks = [Draft(Kind.ANNOTATION, each.id, contents.of_annotation(each)) for each in self.annotations.values()]
        links = [Draft(Kind.RELATION, each.id, contents.of_relation(each)) for each in self.relations.values()]
        return marks + links


def load(database: Database, annotator: str, lines: Iterable[tuple[int, bytes]]) -> Loaded:
    """Add the annotations that are not here yet as one step; all of them or none."""
    faults = Faults()
    given: list[tuple[int, Incoming]] = []
    for number, data in lines:
        with faults.of(number):
            given.append((number, incoming(parse(data))))
    plan = _plan(database, annotator, given, faults)
    faults.stop()
    if plan.drafts():
        with database.writing() as transaction:
            plan = _plan(database, annotator, given, faults)
            faults.stop()
            if plan.drafts():
                transaction.record(annotator, plan.drafts())
    marks, links = len(plan.annotations), len(plan.relations)
    return Loaded(documents=0, stories=0, annotations=marks, relations=links, changes=marks + links, known=plan.known)


def _plan(database: Database, annotator: str, given: list[tuple[int, Incoming]], faults: Faults) -> _Plan:
    plan = _Plan()
    sources = _Sources(database)
    ids: set[str] = {record.id for _, record in given if record.id}
    for number, record in given:
        with faults.of(number):
            _place(database, plan, _checked(database, annotator, sources, record))
            for link in record.relations:
                _link(database, plan, _relation(database, annotator, record, link), ids)
    return plan


class _Sources:
    """The texts that a file is about, each with its UTF-16 offsets, looked up once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._cache = TextCache(database)
        self._utf16: dict[str, Utf16] = {}

    def of(self, document: str) -> tuple[StoredText, Utf16]:
        """The text of a document that is here."""
        if document not in self._utf16:
            if not documents.exists(self._database, document):
                raise BadData(f"document {document[:12]}: is not in this database: import it first")
            source = self._cache.text(document)
            steps = range(0, source.length, _STEP)
            self._utf16[document] = Utf16(source.slice(start, start + _STEP) for start in steps)
        return self._cache.text(document), self._utf16[document]


def _checked(database: Database, annotator: str, sources: _Sources, record: Incoming) -> Annotation:
    """The annotation that a line describes, found to stand in the text word for word."""
    source, utf16 = sources.of(record.document)
    fragments = marking.fragments(source, record.spans)
    record.compare(fragments, source.slice(fragments[0].start, fragments[-1].end), utf16)
    now = timestamp(database.identity.now())
    return marking.checked(
        Annotation(
            id=record.id or database.identity.new_id(),
            document=record.document,
            label=record.label,
            fragments=fragments,
            annotator=record.annotator or annotator,
            created=record.created or now,
            modified=record.modified or record.created or now,
            attributes=record.attributes,
            note=record.note,
            confidence=record.confidence,
            status=record.status,
            origin=record.origin,
        )
    )


def _place(database: Database, plan: _Plan, annotation: Annotation) -> None:
    """Put the annotation down as new or known; one that is here with another content is left to a person."""
    here = plan.annotations.get(annotation.id) or annotations.by_id(database, annotation.id)
    if here is None:
        here = annotations.same(database, annotation)
        if here is None:
            plan.annotations[annotation.id] = annotation
        else:
            plan.known += 1
    elif contents.of_annotation(here) == contents.of_annotation(annotation):
        plan.known += 1
    else:
        raise BadData(f"annotation {annotation.id}: is here with another content: remove one of the two")


def _relation(database: Database, annotator: str, record: Incoming, link: tuple[str, str, str, str]) -> Relation:
    identifier, kind, role, other = link
    now = timestamp(database.identity.now())
    ends = (record.id, other) if role == "source" else (other, record.id)
    content = {"type": kind, "source": ends[0], "target": ends[1], "attributes": {}, "annotator": annotator,
               "created": now, "modified": now}  # fmt: skip
    return contents.relation(identifier, content)


def _link(database: Database, plan: _Plan, relation: Relation, ids: set[str]) -> None:
    here = plan.relations.get(relation.id) or relations.by_id(database, relation.id)
    if here is not None:
        if (here.type, here.source, here.target) != (relation.type, relation.source, relation.target):
            raise BadData(f"relation {relation.id}: is here between other ends: remove one of the two")
        return
    for end in (relation.source, relation.target):
        is_known = end in ids or annotations.by_id(database, end) or documents.exists(database, end)
        if not is_known:
            raise BadData(f"relation {relation.id}: its other end {end} is neither in the file nor in the database")
    plan.relations[relation.id] = relation
