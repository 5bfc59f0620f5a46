"""The record of an annotation as the export writes it: schema `reader/1`."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.exchange.jsonl import SCHEMA
from reader.exchange.utf16 import Utf16
from reader.model import Annotation, Document, Relation

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a record says of the document that the annotation lies in."""

    title: str | None
    outlet: str | None
    language: str | None
    direction: str | None
    utf16: Utf16


def setting_of(document: Document, utf16: Utf16) -> Setting:
    """The setting of the annotations of a document."""
    title = document.appearances[0].title if document.appearances else None
    return Setting(title, document.outlet, document.language, str(document.direction), utf16)


def annotation_record(annotation: Annotation, setting: Setting, quote: str, relations: Sequence[Relation]) -> Record:
    """The record; `quote` is the text of the hull, gaps included."""
    utf16 = setting.utf16.offset
    return {
        "schema": SCHEMA,
        "type": "annotation",
        "id": annotation.id,
        "document": annotation.document,
        "title": setting.title,
        "outlet": setting.outlet,
        "language": setting.language,
        "direction": setting.direction,
        "label": annotation.label,
        "start": annotation.start,
        "end": annotation.end,
        "start_utf16": utf16(annotation.start),
        "end_utf16": utf16(annotation.end),
        "quote": quote,
        "prefix": annotation.fragments[0].prefix,
        "suffix": annotation.fragments[-1].suffix,
        "fragments": [
            {
                "start": part.start,
                "end": part.end,
                "start_utf16": utf16(part.start),
                "end_utf16": utf16(part.end),
                "quote": part.quote,
            }
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
        "relations": [_end(relation, annotation.id) for relation in relations],
    }


def _end(relation: Relation, annotation: str) -> Record:
    is_source = relation.source == annotation
    return {
        "id": relation.id,
        "type": str(relation.type),
        "role": "source" if is_source else "target",
        "target": relation.target if is_source else relation.source,
    }
