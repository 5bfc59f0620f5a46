"""What a person can do, without a screen: open, import, annotate, take back, export.

Queries and answers are made when they are first asked for (PEP 562): opening two texts needs none of them, and the
first screen does not wait for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from reader.workspace.query import Query
    from reader.workspace.results import Added, DocumentSummary, Entry, Imported, Loaded, Step

__all__ = ["Added", "DocumentSummary", "Entry", "Imported", "Loaded", "Query", "Step", "Workspace"]

if not TYPE_CHECKING:  # else the type checker would take every misspelt name for one of these

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = import_module("reader.workspace.query" if name == "Query" else "reader.workspace.results")
        found = globals()[name] = getattr(module, name)
        return found
