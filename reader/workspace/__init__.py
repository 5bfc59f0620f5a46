"""What a person can do, without a screen: open, import, annotate, take back, export."""

from reader.workspace.query import Query
from reader.workspace.results import Added, DocumentSummary, Entry, Imported, Loaded, Step
from reader.workspace.workspace import Workspace

__all__ = ["Added", "DocumentSummary", "Entry", "Imported", "Loaded", "Query", "Step", "Workspace"]
