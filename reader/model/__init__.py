"""The words of the program as frozen values; standard library only.

Python takes a millisecond to make such a class. Those that only writing needs are made when they are first asked
for (PEP 562), so that the first screen does not wait for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.model.annotation import LABELS, Annotation, Fragment, Origin, Status
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
from reader.model.source import Paragraph, TextSource
from reader.model.span import Span

if TYPE_CHECKING:
    from reader.model.change import Action, Change, Intent, Kind
    from reader.model.relation import Relation, RelationType

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
_LATER = {
    **dict.fromkeys(("Action", "Change", "Intent", "Kind"), "reader.model.change"),
    **dict.fromkeys(("Relation", "RelationType"), "reader.model.relation"),
}

if not TYPE_CHECKING:  # else the type checker would take every misspelt name for one of these

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_LATER[name]), name)
        return found
