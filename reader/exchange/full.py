"""The lines of a full export: everything that is needed to make the database again, undo included."""

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.exchange.jsonl import SCHEMA
from reader.exchange.records import Record
from reader.model import Action, Appearance, BadData, Change, Document, Intent, Kind, Relation, Story

HEADER: Record = {"schema": SCHEMA, "type": "header", "contents": "full"}
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile("[0-9a-f]{64}")
_LATEST_CLOCK = 1 << 60
_CHANGE_KEYS = {
    "schema", "type", "id", "clock", "annotator", "kind", "record", "action", "content", "previous", "group", "step",
    "intent", "checksum",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A text as a line of the full export carries it."""

    document: str
    text: str
    data: bytes
    encoding: str


def is_uuid(value: object) -> bool:
    """The value is an id as reader makes them."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def document_record(text: Text, document: Document | None) -> Record:
    """The line of a text; `document` is None when it has been removed and is kept for undo alone."""
    appearances: Sequence[Appearance] = document.appearances if document else ()
    return {
        "schema": SCHEMA,
        "type": "document",
        "id": text.document,
        "removed": document is None,
        "language": document.language if document else None,
        "direction": str(document.direction) if document else None,
        "length": len(text.text),
        "encoding": text.encoding,
        "sha256_bytes": hashlib.sha256(text.data).hexdigest(),
        "appearances": [
            {"id": each.id, "title": each.title, "outlet": each.outlet, "date": each.date, "url": each.url}
            for each in appearances
        ],
        "text": text.text,
        "bytes_base64": base64.b64encode(text.data).decode("ascii"),
    }


def story_record(story: Story) -> Record:
    """The line of a story."""
    return {"schema": SCHEMA, "type": "story", "id": story.id, "name": story.name, "documents": list(story.documents)}


def relation_record(relation: Relation) -> Record:
    """The line of a relation; `relation` is its type, since `type` says what the line is."""
    return {
        "schema": SCHEMA,
        "type": "relation",
        "id": relation.id,
        "relation": str(relation.type),
        "source": relation.source,
        "target": relation.target,
        "attributes": dict(relation.attributes),
        "annotator": relation.annotator,
        "created": relation.created,
        "modified": relation.modified,
    }


def change_record(change: Change) -> Record:
    """The line of a change."""
    return {
        "schema": SCHEMA,
        "type": "change",
        "id": change.id,
        "clock": change.clock,
        "annotator": change.annotator,
        "kind": str(change.kind),
        "record": change.record,
        "action": str(change.action),
        "content": None if change.content is None else dict(change.content),
        "previous": change.previous,
        "group": change.group,
        "step": change.step,
        "intent": str(change.intent),
        "checksum": change.checksum,
    }


def text_of(record: Record) -> Text:
    """The text that a document's line carries; refused when it is not the one that its id names."""
    values = [record.get(key) for key in ("id", "text", "encoding", "bytes_base64")]
    identifier, text, encoding, coded = values
    if not (isinstance(identifier, str) and isinstance(text, str) and text):
        raise BadData("a document needs id and text")
    if not (isinstance(encoding, str) and isinstance(coded, str)):
        raise BadData("a document needs encoding and bytes_base64")
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != identifier:
        raise BadData(f"the text is not that of document {identifier[:12]}")
    try:
        return Text(identifier, text, base64.b64decode(coded, validate=True), encoding)
    except (binascii.Error, ValueError) as error:
        raise BadData(f"bytes_base64 is not base64 ({error})") from error


def change_of(record: Record) -> Change:
    """The change that a line carries, its shape checked, its checksum not yet."""
    if record.keys() != _CHANGE_KEYS:
        raise BadData(f"missing or stray keys: {', '.join(sorted(record.keys() ^ _CHANGE_KEYS))}")
    clock, content, previous = record["clock"], record["content"], record["previous"]
    texts = {key: record[key] for key in ("annotator", "record", "step", "checksum")}
    if type(clock) is not int or not 0 <= clock < _LATEST_CLOCK:
        raise BadData("clock is no time")
    if not all(is_uuid(record[key]) for key in ("id", "group")) or not (previous is None or is_uuid(previous)):
        raise BadData("id, group or previous is no id")
    if not all(isinstance(value, str) for value in texts.values()) or not (
        content is None or isinstance(content, dict)
    ):
        raise BadData("annotator, record, step or content is of the wrong type")
    kind, action, intent = record["kind"], record["action"], record["intent"]
    if kind not in set(Kind) or action not in set(Action) or intent not in set(Intent):
        raise BadData("unknown kind, action or intent")
    pattern = _SHA256 if kind == Kind.DOCUMENT else _UUID
    if pattern.fullmatch(str(record["record"])) is None or not (record["step"] == "" or is_uuid(record["step"])):
        raise BadData("record or step is no id")
    if (action == Action.PUT) != (content is not None):
        raise BadData("a put has content, a delete has none")
    return Change(
        id=str(record["id"]),
        clock=clock,
        annotator=str(record["annotator"]),
        kind=Kind(str(kind)),
        record=str(record["record"]),
        action=Action(str(action)),
        content=content,
        previous=None if previous is None else str(previous),
        group=str(record["group"]),
        step=str(record["step"]),
        intent=Intent(str(intent)),
        checksum=str(record["checksum"]),
    )
