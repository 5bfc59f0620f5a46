"""The words of the program as frozen values; standard library only."""

from reader.model.annotation import LABELS, Annotation, Fragment, Origin, Status
from reader.model.change import Action, Change, Intent, Kind
from reader.model.direction import Direction
from reader.model.document import Appearance, Document, Story
from reader.model.errors import (
    BadData,
    BusyError,
    NewerSchema,
    NothingToUndo,
    ReaderError,
    UsageError,
)
from reader.model.relation import Relation, RelationType
from reader.model.source import Paragraph, TextSource
from reader.model.span import Span

__all__ = [
    "LABELS",
    "Action",
    "Annotation",
    "Appearance",
    "BadData",
    "BusyError",
    "Change",
    "Direction",
    "Document",
    "Fragment",
    "Intent",
    "Kind",
    "NewerSchema",
    "NothingToUndo",
    "Origin",
    "Paragraph",
    "ReaderError",
    "Relation",
    "RelationType",
    "Span",
    "Status",
    "Story",
    "TextSource",
    "UsageError",
]
