"""The units a person selects by: word, quotation, sentence, paragraph.

Each function takes the text of one paragraph and an index in it and gives a half-open span of indices, or None
where there is no such unit. Spans begin and end between clusters.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from reader.text import graphemes, word_patterns

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’"}
_MARK = re.compile('[«»“”„‹›‘’"]')
_QUOTE_BLANKS = " \u00a0\u202f\u2009"
# A stop behind one of these ends no sentence: titles, months, units of a list, in French, English and Arabic.
_SHORTENED = """
    M MM Mme Mmes Mlle Dr Pr Me St Ste Mr Mrs Ms Jr Sr Gen Col Lt Sgt etc cf env av vs inc ltd
    janv févr avr juil sept oct nov déc jan feb apr jun jul aug sep dec هـ ود وأ وم
"""
_ABBREVIATIONS = frozenset(_SHORTENED.split())
_BEFORE_NUMBERS = frozenset("no nos art vol fig chap p pp mar".split())
_LONGEST = 8  # more than any of them has
_OF_WORDS = frozenset(["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"])
_STOPS = ".!?؟…۔"
_SENTENCE_END = re.compile(
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)(?P<close>(?:[\u00A0\u202F ]?»|[\"”’')\]]++)*+)(?=\s|$)"
)
_FOLLOWING = re.compile(r"[\s–—-]*+(\S)")

Span = tuple[int, int]


def words(paragraph: str) -> list[Span]:
    """All words of the paragraph, in order."""
    return list(_words(paragraph))


@lru_cache(maxsize=64)
def _words(paragraph: str) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in _whole_clusters(paragraph, list(word_patterns.spans(paragraph))):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def word_at(paragraph: str, index: int) -> Span | None:
    """The word that holds the index."""
    alone = _between_blanks(paragraph, index)
    if alone is not None:
        return alone
    found = _last_from(_words(paragraph), index)
    return found if found is not None and found[0] <= index < found[1] else None


def _between_blanks(paragraph: str, index: int) -> Span | None:
    """The letters between two blanks, which are a word in any text, and for which no other word need be found."""
    start, end = paragraph.rfind(" ", 0, index) + 1, paragraph.find(" ", index)
    end = len(paragraph) if end < 0 else end
    return (start, end) if index < end and graphemes.is_vowelled_letters(paragraph[start:end]) else None


def sentences(paragraph: str) -> list[Span]:
    """All sentences of the paragraph, in order, without the blanks between them; nothing of it is left out."""
    return list(_sentences(paragraph))


@lru_cache(maxsize=64)
def _sentences(paragraph: str) -> tuple[Span, ...]:
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(paragraph):
        if _ends_sentence(paragraph, match):
            found.append(_trimmed(paragraph, start, match.end()))
            start = match.end()
    if not paragraph[start:].isspace() and start < len(paragraph):
        found.append(_trimmed(paragraph, start, len(paragraph)))
    return tuple(found)


def sentence_at(paragraph: str, index: int) -> Span | None:
    """The sentence that holds the index; on the blank behind it, that sentence."""
    return _last_from(_sentences(paragraph), index)


def quotations(paragraph: str) -> list[Span]:
    """What stands between quotation marks, marks included, nested ones too; an unclosed mark opens none."""
    return list(_quotations(paragraph))


@lru_cache(maxsize=64)
def _quotations(paragraph: str) -> tuple[Span, ...]:
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    awaited: Counter[str] = Counter()
    for match in _MARK.finditer(paragraph):
        mark, index = match.group(), match.start()
        if mark in "‘’" and _is_apostrophe(paragraph, index):
            continue
        if awaited[mark]:
            closing = ""
            while closing != mark:
                closing, start = opened.pop()
                awaited[closing] -= 1
            found.append((start, index + 1))
        elif mark in _PAIRS or (mark == '"' and not paragraph[index - 1 : index].isdigit()):  # 5" is a length
            closing = _PAIRS.get(mark, mark)
            opened.append((closing, index))
            awaited[closing] += 1
    return tuple(_whole_clusters(paragraph, sorted(found)))


def quotation_at(paragraph: str, index: int) -> Span | None:
    """The innermost quotation around the index, its marks included."""
    return min(_around(paragraph, index, index + 1), key=_size, default=None)


def inside_quotation(paragraph: str, span: Span) -> Span:
    """The quotation without its marks and the blanks beside them."""
    start, end = span[0] + 1, span[1] - 1
    while start < end and paragraph[start] in _QUOTE_BLANKS:
        start += 1
    while end > start and paragraph[end - 1] in _QUOTE_BLANKS:
        end -= 1
    return graphemes.widen(paragraph, start, end)


def whole(paragraph: str) -> Span | None:
    """The paragraph without blanks around it; None when nothing is left."""
    return _trimmed(paragraph, 0, len(paragraph)) if paragraph.strip() else None


def grow(paragraph: str, start: int, end: int) -> Span | None:
    """The next larger unit around a span: word, quotation without and with its marks, sentence, paragraph.

    A sentence that begins or ends within a quotation is cut at its marks; no unit holds half of a quotation.
    """
    candidates = [word_at(paragraph, start), whole(paragraph)]
    sentence = _from_to(_sentences(paragraph), start, end)
    for quotation in _around(paragraph, start, end):
        inside = inside_quotation(paragraph, quotation)
        candidates += [inside, quotation]
        if sentence is not None:
            candidates.append((max(sentence[0], inside[0]), min(sentence[1], inside[1])))
    candidates += [sentence, _from_to(_passages(paragraph), start, end)]
    larger = [
        span
        for span in candidates
        if span is not None and span[0] <= start and end <= span[1] and span[1] - span[0] > end - start
    ]
    return next((span for span in sorted(larger, key=_size) if not _parts_quotation(paragraph, span)), None)


@lru_cache(maxsize=64)
def _passages(paragraph: str) -> tuple[Span, ...]:
    """The sentences, those that one quotation holds together as one."""
    found: list[Span] = []
    quoted = iter(_quotations(paragraph))
    quotation, reach = next(quoted, None), 0
    for start, end in _sentences(paragraph):
        if found and start < reach:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        while quotation is not None and quotation[0] < end:
            reach = max(reach, quotation[1])
            quotation = next(quoted, None)
    return tuple(found)


def _parts_quotation(paragraph: str, span: Span) -> bool:
    start, end = span
    return any(first < start < last < end or start < first < end < last for first, last in _quotations(paragraph))


def _around(paragraph: str, start: int, end: int) -> list[Span]:
    return [span for span in _quotations(paragraph) if span[0] <= start and end <= span[1]]


def _from_to(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """From the start of the unit that holds the first index to the end of the one that holds the last."""
    first, last = _last_from(spans, start), _last_from(spans, max(start, end - 1))
    return None if first is None or last is None else (first[0], last[1])


def _last_from(spans: Sequence[Span], index: int) -> Span | None:
    """The last of the spans, which ascend, that begins at the index or before it; before all of them, the first."""
    return spans[max(0, bisect_right(spans, index, key=lambda span: span[0]) - 1)] if spans else None


def _size(span: Span) -> int:
    return span[1] - span[0]


def _is_apostrophe(paragraph: str, index: int) -> bool:
    """A mark between two letters elides; it quotes nothing."""
    before, after = paragraph[index - 1 : index], paragraph[index + 1 : index + 2]
    return before.isalpha() and after.isalpha()


def _ends_sentence(paragraph: str, match: re.Match[str]) -> bool:
    """The stop is no abbreviation's, no initial's and no reference's (art. 5), and what follows may open a sentence."""
    following = _FOLLOWING.match(paragraph, match.end())
    if following is None:
        return True
    if following.group(1).islower():
        return False
    if match.group("stop") != "." or match.group("close"):
        return True
    word = _word_before(paragraph, match.start())
    is_initial = len(word) == 1 and word.isalpha() and not word.islower()
    is_reference = word.lower() in _BEFORE_NUMBERS and following.group(1).isdigit()
    return not is_initial and not is_reference and word not in _ABBREVIATIONS


def _word_before(paragraph: str, end: int) -> str:
    """The characters of words, stops and hyphens before an index, as many as an abbreviation has."""
    start = end
    while start > max(0, end - _LONGEST) and _is_of_word(paragraph[start - 1]):
        start -= 1
    return paragraph[start:end]


def _is_of_word(character: str) -> bool:
    return character in ".-" or unicodedata.category(character) in _OF_WORDS


def _trimmed(paragraph: str, start: int, end: int) -> Span:
    while start < end and paragraph[start].isspace():
        start += 1
    while end > start and paragraph[end - 1].isspace():
        end -= 1
    return graphemes.widen(paragraph, start, end)


def _whole_clusters(paragraph: str, spans: list[Span]) -> Iterable[Span]:
    """The spans, widened where they would begin or end within a cluster."""
    if graphemes.is_plain(paragraph):
        return spans
    ends = [0, *accumulate(map(len, graphemes.clusters(paragraph)))]
    return [(ends[bisect_right(ends, start) - 1], ends[bisect_left(ends, end)]) for start, end in spans]
