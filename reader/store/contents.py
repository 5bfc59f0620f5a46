"""What a change holds of each kind of record, both ways between value and content.

Contents may come from somebody else's file: each is taken apart key by key, and a stray key, a wrong type or an
offset that is no offset is refused.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import cast

from reader.model import (
    Annotation,
    Appearance,
    BadData,
    Direction,
    Fragment,
    Kind,
    Origin,
    Relation,
    RelationType,
    Status,
    Story,
)
from reader.store.stored_document import StoredDocument

Content = Mapping[str, object]
_FRAGMENT_KEYS = {"start", "end", "quote", "prefix", "suffix"}
_ANNOTATION_KEYS = {
    "document", "label", "fragments", "attributes", "note", "confidence", "status", "annotator", "created",
    "modified", "origin",
}  # fmt: skip
_RELATION_KEYS = {"type", "source", "target", "attributes", "annotator", "created", "modified"}
_LARGEST = 1 << 53


def of_annotation(annotation: Annotation) -> dict[str, object]:
    """The content of a change that puts the annotation."""
    return {
        "document": annotation.document,
        "label": annotation.label,
        "fragments": [
            {"start": part.start, "end": part.end, "quote": part.quote, "prefix": part.prefix, "suffix": part.suffix}
            for part in annotation.fragments
        ],
        "attributes": dict(annotation.attributes),
        "note": annotation.note,
        "confidence": annotation.confidence,
        "status": str(annotation.status),
        "annotator": annotation.annotator,
        "created": annotation.created,
        "modified": annotation.modified,
        "origin": str(annotation.origin),
    }


def annotation(record: str, content: Content, revision: str = "") -> Annotation:
    """The annotation that a content describes."""
    _keys(content, _ANNOTATION_KEYS)
    parts = content["fragments"]
    if not isinstance(parts, list) or not parts:
        raise BadData("an annotation has no fragments")
    fragments = tuple(_fragment(part) for part in parts)
    for left, right in pairwise(fragments):
        if right.start < left.end:
            raise BadData("the fragments of an annotation overlap or do not ascend")
    confidence = content["confidence"]
    if confidence is not None and (type(confidence) is not float or not 0 <= confidence <= 1):
        raise BadData("a confidence is neither null nor between 0.0 and 1.0")
    status, origin = _text(content, "status"), _text(content, "origin")
    if status not in set(Status) or origin not in set(Origin):
        raise BadData(f"unknown status or origin: {status}, {origin}")
    return Annotation(
        id=record,
        document=_text(content, "document"),
        label=_text(content, "label"),
        fragments=fragments,
        annotator=_text(content, "annotator"),
        created=_text(content, "created"),
        modified=_text(content, "modified"),
        attributes=_object(content, "attributes"),
        note=_text(content, "note"),
        confidence=confidence,
        status=Status(status),
        origin=Origin(origin),
        revision=revision,
    )


def of_relation(relation: Relation) -> dict[str, object]:
    """The content of a change that puts the relation."""
    return {
        "type": str(relation.type),
        "source": relation.source,
        "target": relation.target,
        "attributes": dict(relation.attributes),
        "annotator": relation.annotator,
        "created": relation.created,
        "modified": relation.modified,
    }


def relation(record: str, content: Content, revision: str = "") -> Relation:
    """The relation that a content describes."""
    _keys(content, _RELATION_KEYS)
    kind = _text(content, "type")
    if kind not in set(RelationType):
        raise BadData(f"unknown type of relation: {kind}")
    return Relation(
        id=record,
        type=RelationType(kind),
        source=_text(content, "source"),
        target=_text(content, "target"),
        annotator=_text(content, "annotator"),
        created=_text(content, "created"),
        modified=_text(content, "modified"),
        attributes=_object(content, "attributes"),
        revision=revision,
    )


def of_document(document: StoredDocument) -> dict[str, object]:
    """The content of a change that puts the document."""
    return {
        "language": document.language,
        "direction": str(document.direction),
        "encoding": document.encoding,
        "length": document.length,
        "sha256_bytes": document.sha256_bytes,
    }


def document(record: str, content: Content) -> StoredDocument:
    """The document that a content describes."""
    _keys(content, {"language", "direction", "encoding", "length", "sha256_bytes"})
    direction = _text(content, "direction")
    if direction not in set(Direction):
        raise BadData(f"unknown direction: {direction}")
    return StoredDocument(
        id=record,
        language=_text(content, "language"),
        direction=Direction(direction),
        encoding=_text(content, "encoding"),
        length=_offset(content, "length"),
        sha256_bytes=_text(content, "sha256_bytes"),
    )


def of_appearance(document_id: str, appearance: Appearance) -> dict[str, object]:
    """The content of a change that puts the appearance of a document."""
    return {
        "document": document_id,
        "title": appearance.title,
        "outlet": appearance.outlet,
        "date": appearance.date,
        "url": appearance.url,
    }


def appearance(record: str, content: Content) -> tuple[str, Appearance]:
    """The document and its appearance that a content describes."""
    _keys(content, {"document", "title", "outlet", "date", "url"})
    optional = {key: content[key] for key in ("outlet", "date", "url")}
    if any(value is not None and not isinstance(value, str) for value in optional.values()):
        raise BadData("outlet, date and url are texts or null")
    known = cast("dict[str, str | None]", optional)
    return _text(content, "document"), Appearance(record, _text(content, "title"), **known)


def of_story(story: Story) -> dict[str, object]:
    """The content of a change that puts the story."""
    return {"name": story.name, "documents": list(story.documents)}


def story(record: str, content: Content) -> Story:
    """The story that a content describes."""
    _keys(content, {"name", "documents"})
    documents = content["documents"]
    if not isinstance(documents, list) or not all(isinstance(each, str) for each in documents):
        raise BadData("the documents of a story are no list of ids")
    if len(set(documents)) != len(documents):
        raise BadData("a story names a document twice")
    return Story(record, _text(content, "name"), tuple(documents))


def _fragment(part: object) -> Fragment:
    if not isinstance(part, dict):
        raise BadData("a fragment is no object")
    _keys(part, _FRAGMENT_KEYS)
    start, end, quote = _offset(part, "start"), _offset(part, "end"), _text(part, "quote")
    if end - start != len(quote) or not quote:
        raise BadData("a fragment's quote is not as long as its offsets say")
    return Fragment(start, end, quote, _text(part, "prefix"), _text(part, "suffix"))


def _keys(content: Content, expected: set[str]) -> None:
    if content.keys() != expected:
        raise BadData(f"missing or stray keys: {', '.join(sorted(content.keys() ^ expected))}")


def _text(content: Content, key: str) -> str:
    value = content[key]
    if not isinstance(value, str):
        raise BadData(f"{key} is no text")
    return value


def _offset(content: Content, key: str) -> int:
    value = content[key]
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise BadData(f"{key} is no offset")
    return value


def _object(content: Content, key: str) -> dict[str, object]:
    value = content[key]
    if not isinstance(value, dict):
        raise BadData(f"{key} is no object")
    return value


def check(kind: Kind, record: str, content: Content) -> None:
    """Refuse a content that is not one of its kind."""
    match kind:
        case Kind.ANNOTATION:
            annotation(record, content)
        case Kind.RELATION:
            relation(record, content)
        case Kind.DOCUMENT:
            document(record, content)
        case Kind.APPEARANCE:
            appearance(record, content)
        case Kind.STORY:
            story(record, content)
        case _:
            raise BadData(f"a {kind} is not known to this version of reader: upgrade")
