"""What the workspace answers, as frozen values."""

from dataclasses import dataclass

from reader.model import Annotation, Document, Span


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A line of the library: a document, how many annotations it has, the names of its stories."""

    document: Document
    annotations: int
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A document that was asked for, and whether its text or its appearance had not been known."""

    document: Document
    is_new: bool
    is_new_appearance: bool


@dataclass(frozen=True, slots=True)
class Added:
    """The annotation that now marks the passage, and whether it had to be written."""

    annotation: Annotation
    is_new: bool


@dataclass(frozen=True, slots=True)
class Step:
    """An act that was taken back or brought again: in words, and where to look."""

    summary: str
    document: str | None
    span: Span | None
    annotations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of the history: its group, when, who, and what in words."""

    group: str
    when: str
    annotator: str
    summary: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load wrote; `known` counts the lines that held nothing new."""

    documents: int
    stories: int
    annotations: int
    relations: int
    changes: int
    known: int

    @property
    def is_new(self) -> bool:
        """The load wrote something."""
        return bool(self.changes)
