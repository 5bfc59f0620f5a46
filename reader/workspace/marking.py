"""What an annotation must be before it is kept."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.model import LABELS, Annotation, BadData, Fragment, Kind, Origin, Span, Status, TextSource
from reader.store import contents
from reader.store.canonical import canonical
from reader.store.log import Draft
from reader.store.surroundings import around, widened
from reader.store.values import parsed


def fragments(source: TextSource, spans: Sequence[Span], *, snap: bool = False) -> tuple[Fragment, ...]:
    """The spans in order with quote and context; BadData when one is no stretch of whole clusters."""
    if not spans:
        raise BadData("no span was given: name start and end")
    for span in spans:
        check_span(source, span)
    here = [(widened if snap else around)(source, span.start, span.end) for span in sorted(spans)]
    for surroundings in here:
        if not surroundings.is_whole:
            wide = widened(source, surroundings.start, surroundings.end)
            advice = f"the whole clusters are {wide.start} to {wide.end}"
            raise BadData(f"span {surroundings.start} to {surroundings.end}: cuts a letter from its marks: {advice}")
    found = tuple(dict.fromkeys(surroundings.fragment() for surroundings in here))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise BadData(f"span {right.start} to {right.end}: overlaps the one before it: give each place once")
    return found


def check_span(source: TextSource, span: Span) -> None:
    """Refuse offsets that lie outside the text, or hold nothing."""
    if type(span.start) is not int or type(span.end) is not int:
        raise BadData(f"span {span.start} to {span.end}: offsets are whole numbers of code points")
    if not 0 <= span.start < span.end <= source.length:
        raise BadData(f"span {span.start} to {span.end}: not within the text, which has {source.length} code points")


def checked(annotation: Annotation) -> Annotation:
    """The annotation in the one spelling that is kept; BadData says what cannot be."""
    if annotation.label not in LABELS:
        raise BadData(f"label {annotation.label}: unknown: give one of {', '.join(LABELS)}")
    if annotation.status not in set(Status):
        raise BadData(f"status {annotation.status}: unknown: give one of {', '.join(Status)}")
    if annotation.origin not in set(Origin):
        raise BadData(f"origin {annotation.origin}: unknown: give one of {', '.join(Origin)}")
    if not annotation.annotator.strip():
        raise BadData("annotator: empty: name who annotates with --annotator")
    for name, value in (("note", annotation.note), ("annotator", annotation.annotator)):
        _check_text(name, value)
    return replace(
        annotation,
        status=Status(annotation.status),
        origin=Origin(annotation.origin),
        confidence=_confidence(annotation.confidence),
        attributes=_attributes(annotation),
    )


def _confidence(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise BadData(f"confidence {value}: not between 0 and 1")
    return float(value)


def _attributes(annotation: Annotation) -> dict[str, object]:
    if not isinstance(annotation.attributes, dict) or not all(isinstance(key, str) for key in annotation.attributes):
        raise BadData("attributes: no object with names")
    if not annotation.attributes:
        return {}
    try:
        text = canonical(annotation.attributes)
    except (TypeError, ValueError, RecursionError) as error:
        raise BadData(f"attributes: cannot be written as JSON ({error})") from error
    _check_text("attributes", text)
    return parsed(text)


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise BadData(f"{name}: no text")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadData(f"{name}: holds half of a surrogate pair, which is no character") from error


def draft_of(annotation: Annotation, expected: str | None = None) -> Draft:
    """The change that puts an annotation; `expected` is the change that it must still be at."""
    return Draft(Kind.ANNOTATION, annotation.id, contents.of_annotation(annotation), expected)
