"""The entries of the append-only log: the truth from which all else is projected."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of record a change is about."""

    DOCUMENT = "document"
    APPEARANCE = "appearance"
    STORY = "story"
    ANNOTATION = "annotation"
    RELATION = "relation"
    SESSION = "session"
    DECISION = "decision"


class Action(StrEnum):
    """A change puts a record's whole content or deletes the record."""

    PUT = "put"
    DELETE = "delete"


class Intent(StrEnum):
    """Whether a change is new work or takes a step back or forward."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One immutable entry: who, when, what record, put or delete, its content.

    `clock` is a hybrid logical clock (milliseconds << 16 | counter); the later (clock, id) wins.
    `previous` is the id of the record's change before this one. Changes of one `group` were one act of a
    person; `step` is the group that an undo or redo takes back or brings again, else the group itself.
    """

    id: str
    clock: int
    annotator: str
    kind: Kind
    record: str
    action: Action
    content: Mapping[str, object] | None
    previous: str | None
    group: str
    step: str
    intent: Intent
    checksum: str
