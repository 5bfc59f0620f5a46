"""Typed links between annotations, or between an annotation and a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RelationType(StrEnum):
    """The kinds of link a comparison needs."""

    ATTRIBUTED_TO = "attributed_to"
    SAME_AS = "same_as"
    SAME_CLAIM = "same_claim"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    OMITTED_IN = "omitted_in"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from `source` to `target`: ids of annotations, for `omitted_in` the target is a document."""

    id: str
    type: RelationType
    source: str
    target: str
    annotator: str
    created: str
    modified: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    revision: str = ""
