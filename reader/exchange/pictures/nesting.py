"""Marks that overlap as elements that nest: where two cross, the later one is closed and opened again."""

import json
from collections.abc import Iterator, Sequence

from reader.exchange.pictures.marks import Mark, style_of
from reader.exchange.pictures.markup import escaped
from reader.model import Annotation, Direction
from reader.text.language import direction_of


def marked(text: str, start: int, marks: Sequence[Mark], direction: Direction) -> Iterator[str]:
    """The paragraph's text, which begins at offset `start`, with its marks; longer ones, given first, are outside."""
    end = start + len(text)
    marks = [mark for mark in marks if mark.start < end and start < mark.end]
    opening = sorted(marks, key=lambda mark: max(mark.start, start))
    edges = sorted({start, end, *(max(mark.start, start) for mark in marks), *(min(mark.end, end) for mark in marks)})
    stack: list[Mark] = []
    place = next_mark = 0
    for edge in edges:
        yield escaped(text[place : edge - start], keep_blanks=True)
        place = edge - start
        crossing: list[Mark] = []
        while any(min(mark.end, end) <= edge for mark in stack):
            mark = stack.pop()
            yield "</mark>"
            if min(mark.end, end) > edge:
                crossing.append(mark)
        first = next_mark
        while next_mark < len(opening) and max(opening[next_mark].start, start) <= edge:
            next_mark += 1
        for mark in [*reversed(crossing), *opening[first:next_mark]]:
            yield _opened(mark, direction)
            stack.append(mark)


def _opened(mark: Mark, direction: Direction) -> str:
    """The start tag of a piece of a mark; pieces of one annotation share its id.

    `dir` says which way the quote runs; the page's style keeps it from isolating: a mark must not move letters.
    """
    annotation = mark.annotation
    quote = annotation.fragments[mark.number - 1].quote
    facts = {
        "class": style_of(annotation.label),
        "dir": direction_of(quote, direction),
        "data-annotation": annotation.id,
        "data-fragment": f"{mark.number}/{len(annotation.fragments)}",
        "data-start": str(mark.start),
        "data-end": str(mark.end),
        "data-label": annotation.label,
        "data-status": annotation.status,
        "data-annotator": annotation.annotator,
    }
    if annotation.attributes:
        facts["data-attributes"] = json.dumps(dict(annotation.attributes), ensure_ascii=False, sort_keys=True)
    facts["title"] = _told(annotation)
    return "<mark" + "".join([f' {name}="{escaped(value, keep_blanks=True)}"' for name, value in facts.items()]) + ">"


def _told(annotation: Annotation) -> str:
    line = f"{annotation.label} · {annotation.status} · {annotation.annotator}"
    return f"{line}\n{annotation.note}" if annotation.note else line
