"""Annotations: fragments of a text, a label, and what a person says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.span import Span

LABELS = ("entity", "claim", "source")


class Status(StrEnum):
    """What review has said so far."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DISCUSS = "discuss"


class Origin(StrEnum):
    """How an annotation came about."""

    MANUAL = "manual"
    PROPAGATED = "propagated"
    IMPORTED = "imported"
    SUGGESTED = "suggested"
    ADJUDICATED = "adjudicated"


@dataclass(frozen=True, slots=True)
class Fragment:
    """One stretch of an annotation with its quote and up to 32 code points of context on both sides."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """Where the fragment lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A marked passage; `fragments` ascend and do not overlap; `revision` is the id of its last change."""

    id: str
    document: str
    label: str
    fragments: tuple[Fragment, ...]
    annotator: str
    created: str
    modified: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    note: str = ""
    confidence: float | None = None
    status: Status = Status.PROPOSED
    origin: Origin = Origin.MANUAL
    revision: str = ""

    @property
    def start(self) -> int:
        """First code point of the hull."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """One past the last code point of the hull."""
        return self.fragments[-1].end

    @property
    def span(self) -> Span:
        """The hull: first start to last end, gaps included."""
        return Span(self.start, self.end)
