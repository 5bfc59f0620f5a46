"""Where the cursor goes: from an offset of a text to another, by cluster, word, sentence, paragraph.

The cursor stands on the first code point of a cluster; in an empty paragraph on the paragraph's start. All
functions take a text and an offset and give an offset, the same one where there is nowhere to go.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import lru_cache

from reader.model import Paragraph, Span, TextSource
from reader.text import units
from reader.text.graphemes import clusters

Motion = Callable[[TextSource, int], int]
_Starts = Callable[[str], tuple[int, ...]]


@lru_cache(maxsize=256)
def cluster_starts(paragraph: str) -> tuple[int, ...]:
    """Where the clusters of a paragraph begin; (0,) for an empty one."""
    starts: list[int] = []
    start = 0
    for cluster in clusters(paragraph):
        starts.append(start)
        start += len(cluster)
    return tuple(starts) or (0,)


@lru_cache(maxsize=64)
def _word_starts(paragraph: str) -> tuple[int, ...]:
    return tuple(start for start, _ in units.words(paragraph))


@lru_cache(maxsize=64)
def _word_ends(paragraph: str) -> tuple[int, ...]:
    return _last_clusters(paragraph, units.words(paragraph))


@lru_cache(maxsize=64)
def _sentence_starts(paragraph: str) -> tuple[int, ...]:
    return tuple(start for start, _ in units.sentences(paragraph))


@lru_cache(maxsize=64)
def _sentence_ends(paragraph: str) -> tuple[int, ...]:
    return _last_clusters(paragraph, units.sentences(paragraph))


def _paragraph_start(_paragraph: str) -> tuple[int, ...]:
    return (0,)


def _paragraph_end(paragraph: str) -> tuple[int, ...]:
    return (cluster_starts(paragraph)[-1],)


def _last_clusters(paragraph: str, spans: list[units.Span]) -> tuple[int, ...]:
    """Where the last cluster of each span begins."""
    starts = cluster_starts(paragraph)
    return tuple(starts[bisect_left(starts, end) - 1] for _, end in spans)


def snapped(text: TextSource, offset: int) -> int:
    """The start of the cluster that holds the offset; from a line end or beyond, the cluster before it."""
    if not text.paragraph_count:
        return 0
    paragraph = text.paragraph(text.paragraph_at(max(0, offset)))
    starts = cluster_starts(paragraph.text)
    return paragraph.start + starts[max(0, bisect_right(starts, offset - paragraph.start) - 1)]


def cluster_end(text: TextSource, offset: int) -> int:
    """One past the cluster at the offset; the offset itself in an empty paragraph."""
    if not text.paragraph_count:
        return 0
    paragraph = text.paragraph(text.paragraph_at(offset))
    starts = cluster_starts(paragraph.text)
    following = bisect_right(starts, offset - paragraph.start)
    return paragraph.start + (starts[following] if following < len(starts) else len(paragraph.text))


def _forward(starts_in: _Starts) -> Motion:
    def motion(text: TextSource, offset: int) -> int:
        index = text.paragraph_at(offset)
        while index < text.paragraph_count:
            paragraph = text.paragraph(index)
            starts = starts_in(paragraph.text)
            place = bisect_right(starts, offset - paragraph.start)
            if place < len(starts):
                return paragraph.start + starts[place]
            index += 1
        return end_of_text(text, offset)

    return motion


def _backward(starts_in: _Starts) -> Motion:
    def motion(text: TextSource, offset: int) -> int:
        index = text.paragraph_at(offset) if text.paragraph_count else -1
        while index >= 0:
            paragraph = text.paragraph(index)
            starts = starts_in(paragraph.text)
            place = bisect_left(starts, offset - paragraph.start)
            if place > 0:
                return paragraph.start + starts[place - 1]
            index -= 1
        return 0

    return motion


next_cluster, previous_cluster = _forward(cluster_starts), _backward(cluster_starts)
next_word, previous_word = _forward(_word_starts), _backward(_word_starts)
next_sentence, previous_sentence = _forward(_sentence_starts), _backward(_sentence_starts)
next_paragraph, previous_paragraph = _forward(_paragraph_start), _backward(_paragraph_start)
# To the last cluster of a unit, for the end of a selection: it holds the cluster on which the cursor stands.
next_word_end, previous_word_end = _forward(_word_ends), _backward(_word_ends)
next_sentence_end, previous_sentence_end = _forward(_sentence_ends), _backward(_sentence_ends)
next_paragraph_end, previous_paragraph_end = _forward(_paragraph_end), _backward(_paragraph_end)


def start_of_text(text: TextSource, offset: int) -> int:  # noqa: ARG001 - a motion like the others
    """The first offset."""
    return 0


def end_of_text(text: TextSource, offset: int) -> int:  # noqa: ARG001 - a motion like the others
    """The last cluster of the text."""
    return snapped(text, text.length)


def unit_at(text: TextSource, offset: int, unit: Callable[[str, int], tuple[int, int] | None]) -> Span | None:
    """The word, quotation or sentence at the offset, in offsets of the text."""
    if not text.paragraph_count:
        return None
    paragraph = text.paragraph(text.paragraph_at(offset))
    found = unit(paragraph.text, offset - paragraph.start)
    return None if found is None else Span(paragraph.start + found[0], paragraph.start + found[1])


def grown(text: TextSource, span: Span) -> Span | None:
    """The next larger unit around the span; None when the paragraph is reached or the span leaves it."""
    if not text.paragraph_count:
        return None
    paragraph: Paragraph = text.paragraph(text.paragraph_at(span.start))
    if span.end > paragraph.start + len(paragraph.text):
        return None
    found = units.grow(paragraph.text, span.start - paragraph.start, span.end - paragraph.start)
    return None if found is None else Span(paragraph.start + found[0], paragraph.start + found[1])
