"""The stretch of a text around a span: enough to find cluster boundaries and context, however long the text."""

import re
from dataclasses import dataclass

from reader.model import Fragment, TextSource
from reader.text import graphemes

CONTEXT = 32
_SURE = re.compile("[ \n\r.,A-Za-zÀ-ɏ\u0620-\u064a](?=[A-Za-zÀ-ɏ\u0620-\u064a])")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`text` begins between two clusters at `offset`, and reaches beyond the span on both sides."""

    text: str
    offset: int
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        """The span begins and ends between clusters."""
        return graphemes.boundaries_ok(self.text, self.start - self.offset, self.end - self.offset)

    def fragment(self) -> Fragment:
        """The span with its quote and up to 32 code points of context on both sides."""
        first, last = self.start - self.offset, self.end - self.offset
        prefix, suffix = graphemes.context(self.text[:first], self.text[last:], CONTEXT)
        return Fragment(self.start, self.end, self.text[first:last], prefix, suffix)


def around(source: TextSource, start: int, end: int) -> Surroundings:
    """What lies around the span; only its neighbourhood is read."""
    reach = 256
    while True:
        begin = max(0, start - reach)
        before = source.slice(begin, start)
        if begin == 0:
            break
        sure = _SURE.search(before, 0, max(0, len(before) - CONTEXT))
        if sure:
            begin += sure.end()
            before = before[sure.end() :]
            break
        reach *= 4
    after = source.slice(end, min(source.length, end + CONTEXT + 1))
    return Surroundings(before + source.slice(start, end) + after, begin, start, end)


def widened(source: TextSource, start: int, end: int) -> Surroundings:
    """The span grown to whole clusters, with what lies around it."""
    here = around(source, start, end)
    reach = CONTEXT
    while True:
        text = here.text + source.slice(end + CONTEXT + 1, end + CONTEXT + 1 + reach)
        first, last = graphemes.widen(text, start - here.offset, end - here.offset)
        if last < len(text) or here.offset + len(text) >= source.length:
            return around(source, first + here.offset, last + here.offset)
        reach *= 4
