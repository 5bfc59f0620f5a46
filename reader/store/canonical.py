"""The one spelling of a value in the log, and the checksum over it."""

import hashlib
import json
from collections.abc import Mapping

from reader.model import Change

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def canonical(value: object) -> str:
    """JSON with sorted keys and no blanks, in which equal values are equal texts."""
    return _ENCODER.encode(value) if value != {} else "{}"


def fields(change: Change) -> dict[str, object]:
    """All that the checksum covers."""
    return {
        "id": change.id,
        "clock": change.clock,
        "annotator": change.annotator,
        "kind": str(change.kind),
        "record": change.record,
        "action": str(change.action),
        "content": plain(change.content),
        "previous": change.previous,
        "group": change.group,
        "step": change.step,
        "intent": str(change.intent),
    }


def plain(content: Mapping[str, object] | None) -> dict[str, object] | None:
    """The content as a dict, which is what JSON writes."""
    return None if content is None else dict(content)


def checksum(change: Change) -> str:
    """Sha256 over the canonical JSON of the other fields; a damaged text gives another sum, not an error."""
    return hashlib.sha256(canonical(fields(change)).encode("utf-8", "surrogatepass")).hexdigest()
