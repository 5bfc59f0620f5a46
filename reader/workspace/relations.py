"""Links: who said it, what is the same in the other language, what the other text leaves out."""

from collections.abc import Mapping

from reader.model import BadData, Kind, Relation, RelationType
from reader.model.identity import timestamp
from reader.store import Database, annotations, contents, documents, relations
from reader.store.log import Draft

_NO_ATTRIBUTES: Mapping[str, object] = {}


class Relations:
    """The links of a database."""

    def __init__(self, database: Database, annotator: str) -> None:
        self._database = database
        self._annotator = annotator

    def add(
        self, kind: RelationType, source: str, target: str, *, attributes: Mapping[str, object] = _NO_ATTRIBUTES
    ) -> Relation:
        """Link one annotation to another, for `omitted_in` to a document; BadData when an end is not there.

        The same link by the same annotator again is the one that is there.
        """
        self._check(kind, source, target)
        for known in relations.touching(self._database, source):
            same = (known.type, known.source, known.target, known.annotator) == (kind, source, target, self._annotator)
            if same:
                return known
        now = timestamp(self._database.identity.now())
        relation = Relation(
            id=self._database.identity.new_id(),
            type=kind,
            source=source,
            target=target,
            annotator=self._annotator,
            created=now,
            modified=now,
            attributes=attributes,
        )
        with self._database.writing() as transaction:
            transaction.record(self._annotator, [Draft(Kind.RELATION, relation.id, contents.of_relation(relation))])
        return relation

    def touching(self, record: str) -> list[Relation]:
        """The links with the annotation or document at either end, by id."""
        return relations.touching(self._database, record)

    def _check(self, kind: RelationType, source: str, target: str) -> None:
        if source == target:
            raise BadData(f"{kind}: links {source} with itself: choose another target")
        if not annotations.by_id(self._database, source):
            raise BadData(f"{kind}: no annotation {source}: the link begins nowhere")
        is_document = kind is RelationType.OMITTED_IN
        found = documents.exists(self._database, target) if is_document else annotations.by_id(self._database, target)
        if not found:
            raise BadData(f"{kind}: no {'document' if is_document else 'annotation'} {target}: the link leads nowhere")
