"""A line of a plain export as it comes in: its shape is checked here, its place in the text by the caller."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from reader.exchange.full import is_uuid
from reader.exchange.jsonl import SCHEMA
from reader.exchange.records import Record
from reader.exchange.utf16 import Utf16
from reader.model import BadData, Fragment, Origin, RelationType, Span, Status

_REQUIRED = ("document", "label", "start", "end", "quote")
_TEXTS = ("id", "document", "title", "outlet", "language", "direction", "label", "quote", "prefix", "suffix", "note",
          "status", "annotator", "created", "modified", "origin")  # fmt: skip
_NULLABLE = {"title", "outlet"}
_OFFSETS = ("start", "end", "start_utf16", "end_utf16")
_OTHERS = ("schema", "type", "fragments", "attributes", "confidence", "relations")
_PART_KEYS = {"start", "end", "start_utf16", "end_utf16", "quote"}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_LARGEST = 1 << 53


@dataclass(frozen=True, slots=True)
class Incoming:
    """An annotation as a line tells it."""

    record: Record
    spans: tuple[Span, ...]
    relations: tuple[tuple[str, str, str, str], ...]

    @property
    def id(self) -> str:
        """Its id, empty when the line has none."""
        return self._text("id")

    @property
    def document(self) -> str:
        """Id of the document that it lies in."""
        return self._text("document")

    @property
    def label(self) -> str:
        """Its label."""
        return self._text("label")

    @property
    def note(self) -> str:
        """Its note."""
        return self._text("note")

    @property
    def annotator(self) -> str:
        """Who made it, empty when the line does not say."""
        return self._text("annotator")

    @property
    def created(self) -> str:
        """When it was made, empty when the line does not say."""
        return self._text("created")

    @property
    def modified(self) -> str:
        """When it was changed last, empty when the line does not say."""
        return self._text("modified")

    @property
    def status(self) -> Status:
        """What review has said of it."""
        return Status(self._text("status") or Status.PROPOSED)

    @property
    def origin(self) -> Origin:
        """How it came about."""
        return Origin(self._text("origin") or Origin.IMPORTED)

    @property
    def confidence(self) -> float | None:
        """How sure its maker was."""
        return cast("float | None", self.record.get("confidence"))

    @property
    def attributes(self) -> Mapping[str, object]:
        """Its attributes."""
        return cast("dict[str, object]", self.record.get("attributes") or {})

    def compare(self, fragments: Sequence[Fragment], quote: str, utf16: Utf16) -> None:
        """Refuse a line whose quotes, context or UTF-16 offsets are not those of the text; `quote` is the hull's."""
        told = [("quote", quote), ("prefix", fragments[0].prefix), ("suffix", fragments[-1].suffix)]
        for key, stands in told:
            if key in self.record and self.record[key] != stands:
                raise BadData(f"{key} is not what stands in the text at {fragments[0].start} to {fragments[-1].end}")
        parts = cast("list[Record]", self.record.get("fragments", []))
        for part in (self.record, *parts):
            for key in ("start", "end"):
                counted = utf16.offset(cast(int, part[key]))
                if part.get(f"{key}_utf16", counted) != counted:
                    raise BadData(f"{key}_utf16 is not that of {key}, which would be {counted}")
        for part in parts:
            start, end = cast(int, part["start"]), cast(int, part["end"])
            inside = quote[start - fragments[0].start : end - fragments[0].start]
            if part.get("quote", inside) != inside:
                raise BadData(f"the quote of a fragment is not what stands in the text at {start} to {end}")

    def _text(self, key: str) -> str:
        return str(self.record.get(key) or "")


def incoming(record: Record) -> Incoming:
    """The annotation that a line tells; BadData says what is missing, stray or of the wrong type."""
    if record.get("schema", SCHEMA) != SCHEMA or record.get("type", "annotation") != "annotation":
        raise BadData(f"not an annotation of schema {SCHEMA}")
    missing = [key for key in _REQUIRED if key not in record]
    if missing:
        raise BadData(f"lacks {', '.join(missing)}")
    stray = record.keys() - {*_TEXTS, *_OFFSETS, *_OTHERS}
    if stray:
        raise BadData(f"has keys that are not known: {', '.join(sorted(stray))}")
    _check_values(record)
    hull = Span(_offset(record, "start"), _offset(record, "end"))
    parts = record.get("fragments", [{"start": hull.start, "end": hull.end}])
    if not isinstance(parts, list) or not parts or not all(isinstance(part, dict) for part in parts):
        raise BadData("fragments is no list of objects")
    spans = tuple(_span(part) for part in parts)
    if (spans[0].start, spans[-1].end) != (hull.start, hull.end) or list(spans) != sorted(set(spans)):
        raise BadData("the fragments do not ascend from start to end")
    return Incoming(record, spans, _relations(record))


def _check_values(record: Record) -> None:
    for key in _TEXTS:
        value = record.get(key, "")
        if not isinstance(value, str) and not (value is None and key in _NULLABLE):
            raise BadData(f"{key} is no text")
    if not isinstance(record.get("attributes", {}), dict):
        raise BadData("attributes is no object")
    if "id" in record and not is_uuid(record["id"]):
        raise BadData("id is no id as reader makes them: leave it out")
    _check_words(record)


def _check_words(record: Record) -> None:
    for key in ("created", "modified"):
        if key in record and not _TIME.fullmatch(str(record[key])):
            raise BadData(f"{key} is no time like 2026-11-21T09:30:00.123Z")
    for key, known in (("status", set(Status)), ("origin", set(Origin))):
        if key in record and record[key] not in known:
            raise BadData(f"{key} {record[key]}: unknown: give one of {', '.join(sorted(known))}")


def _span(part: Record) -> Span:
    if not {"start", "end"} <= part.keys() <= _PART_KEYS:
        raise BadData("a fragment has missing or stray keys")
    return Span(_offset(part, "start"), _offset(part, "end"))


def _offset(record: Record, key: str) -> int:
    value = record[key]
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise BadData(f"{key} is no offset")
    return value


def _relations(record: Record) -> tuple[tuple[str, str, str, str], ...]:
    links = record.get("relations", [])
    if not isinstance(links, list) or not all(isinstance(link, dict) for link in links):
        raise BadData("relations is no list of objects")
    if links and "id" not in record:
        raise BadData("an annotation with relations needs its id")
    return tuple(_relation(link) for link in links)


def _relation(link: Record) -> tuple[str, str, str, str]:
    identifier, kind, role, target = (link.get(key) for key in ("id", "type", "role", "target"))
    if link.keys() != {"id", "type", "role", "target"} or not is_uuid(identifier) or not isinstance(target, str):
        raise BadData("a relation needs id, type, role and target and nothing else")
    if kind not in set(RelationType) or role not in {"source", "target"}:
        raise BadData("unknown type or role of a relation")
    return str(identifier), str(kind), str(role), target
