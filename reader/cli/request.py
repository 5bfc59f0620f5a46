"""What a line of `reader annotate -` asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.exchange import jsonl
from reader.model import BadData


@dataclass(frozen=True, slots=True)
class Request:
    """One span to tag; the fields are those of the JSON object."""

    document: str
    start: int
    end: int
    label: str
    note: str = ""
    annotator: str | None = None
    status: str = "proposed"
    attributes: Mapping[str, object] = field(default_factory=dict)
    snap: bool = False


REQUIRED = {"document": str, "start": int, "end": int, "label": str}
OPTIONAL = {"note": str, "annotator": str, "status": str, "attributes": dict, "snap": bool}
KINDS = {**REQUIRED, **OPTIONAL}
WORDS_FOR = {str: "text", int: "a whole number", dict: "an object", bool: "true or false"}


def parse(line: bytes) -> Request:
    """The request in a line of JSON; BadData says what of it is missing, unknown or of the wrong kind."""
    record = jsonl.parse(line)
    missing = [key for key in REQUIRED if key not in record]
    if missing:
        raise BadData(f"{', '.join(missing)}: missing: every line needs {', '.join(REQUIRED)}")
    for key, value in record.items():
        kind = KINDS.get(key)
        if kind is None:
            raise BadData(f"{key}: unknown: use only {', '.join(KINDS)}")
        # `true` is an int to Python, but no offset.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise BadData(f"{key}: of the wrong kind: give {WORDS_FOR[kind]}")
    return Request(**record)  # type: ignore[arg-type]  # each value has just been looked at
