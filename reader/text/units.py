"""The units a person selects by: word, quotation, sentence, paragraph.

Each function takes the text of one paragraph and an index in it and gives a half-open span of indices, or None
where there is no such unit. Spans begin and end between clusters.
"""

import re
from bisect import bisect_right

import regex

_APOSTROPHES = "'’ʼ"
# A number with its groups and decimals (1.000, 12,4, ٠٨:١٥, 8 500 with a no-break space), or letters with their
# marks, joined by hyphens and inner apostrophes; a French elision (l’, d’, qu’) is a word of its own.
_WORD = regex.compile(
    rf"(?P<elision>(?:(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])[{_APOSTROPHES}])(?=\p{{L}}))"
    r"|\p{Nd}++(?:[.,:/\u066B\u066C\u00A0\u202F\u2009]\p{Nd}++)*+[\p{L}\p{M}]*"
    rf"|[\p{{L}}\p{{M}}\p{{Nd}}\u0640\u200C\u200D_]+(?:[-‐‑{_APOSTROPHES}·](?=[\p{{L}}\p{{Nd}}])[\p{{L}}\p{{M}}\p{{Nd}}\u0640\u200C\u200D_]+)*"
    r"|[\p{So}\p{Sc}\p{Emoji_Presentation}][\p{M}\u200D\uFE0F\p{So}\p{Emoji_Modifier}]*",
    regex.IGNORECASE | regex.V1,
)
_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’"}
_QUOTE_BLANKS = " \u00a0\u202f\u2009"
# A stop behind one of these ends no sentence: titles, months, references in French, English and Arabic.
_SHORTENED = """
    m mm mme mmes mlle dr pr me st ste mr mrs ms jr sr etc cf p pp vol no art env av vs inc ltd d gen col lt sgt
    janv févr avr juil sept oct nov déc jan feb mar apr jun jul aug sep dec
    أ د م ص ج ت ه هـ
"""
_ABBREVIATIONS = frozenset(_SHORTENED.split())
_SENTENCE_END = regex.compile(r"(?<before>\S*?)(?<stop>[.!?؟…۔]+)(?<close>[\u00A0\u202F ]?»|[\"”’')\]]+)*(?=\s|$)")

Span = tuple[int, int]


def words(paragraph: str) -> list[Span]:
    """All words of the paragraph, in order."""
    return [match.span() for match in _WORD.finditer(paragraph)]


def word_at(paragraph: str, index: int) -> Span | None:
    """The word that holds the index."""
    return _holding(words(paragraph), index)


def sentences(paragraph: str) -> list[Span]:
    """All sentences of the paragraph, in order, without the blanks between them; nothing of it is left out."""
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(paragraph):
        if match.end() <= start or not _ends_sentence(paragraph, match):
            continue
        found.append(_trimmed(paragraph, start, match.end()))
        start = match.end()
    if paragraph[start:].strip():
        found.append(_trimmed(paragraph, start, len(paragraph)))
    return found


def sentence_at(paragraph: str, index: int) -> Span | None:
    """The sentence that holds the index; on the blank behind it, that sentence."""
    found = sentences(paragraph)
    at = bisect_right([start for start, _ in found], index) - 1
    return found[max(at, 0)] if found else None


def quotations(paragraph: str) -> list[Span]:
    """What stands between quotation marks, marks included, nested ones too; an unclosed mark opens none."""
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    for index, character in enumerate(paragraph):
        closing = [place for place, (mark, _) in enumerate(opened) if mark == character]
        if closing and not (character in "’'" and _is_apostrophe(paragraph, index)):
            start = opened[closing[-1]][1]
            del opened[closing[-1] :]
            found.append((start, index + 1))
        elif character in _PAIRS and not (character == "‘" and _is_apostrophe(paragraph, index)):
            opened.append((_PAIRS[character], index))
        elif character == '"':
            opened.append(('"', index))
    return sorted(found)


def quotation_at(paragraph: str, index: int) -> Span | None:
    """The innermost quotation around the index, its marks included."""
    around = [(start, end) for start, end in quotations(paragraph) if start <= index < end]
    return min(around, key=lambda span: span[1] - span[0], default=None)


def inside_quotation(paragraph: str, span: Span) -> Span:
    """The quotation without its marks and the blanks beside them."""
    start, end = span[0] + 1, span[1] - 1
    while start < end and paragraph[start] in _QUOTE_BLANKS:
        start += 1
    while end > start and paragraph[end - 1] in _QUOTE_BLANKS:
        end -= 1
    return start, end


def whole(paragraph: str) -> Span | None:
    """The paragraph without blanks around it; None when nothing is left."""
    return _trimmed(paragraph, 0, len(paragraph)) if paragraph.strip() else None


def grow(paragraph: str, start: int, end: int) -> Span | None:
    """The next larger unit around a span: word, quotation without and with its marks, sentence, paragraph."""
    candidates: list[Span | None] = [word_at(paragraph, start)]
    for quotation in quotations(paragraph):
        candidates += [inside_quotation(paragraph, quotation), quotation]
    candidates += [sentence_at(paragraph, start), _sentences_around(paragraph, start, end), whole(paragraph)]
    larger = [
        span
        for span in candidates
        if span is not None and span[0] <= start and end <= span[1] and span[1] - span[0] > end - start
    ]
    return min(larger, key=lambda span: span[1] - span[0], default=None)


def _sentences_around(paragraph: str, start: int, end: int) -> Span | None:
    first, last = sentence_at(paragraph, start), sentence_at(paragraph, max(start, end - 1))
    return (first[0], last[1]) if first and last else None


def _holding(spans: list[Span], index: int) -> Span | None:
    return next(((start, end) for start, end in spans if start <= index < end), None)


def _is_apostrophe(paragraph: str, index: int) -> bool:
    """A mark between two letters elides; it quotes nothing."""
    before, after = paragraph[index - 1 : index], paragraph[index + 1 : index + 2]
    return before.isalpha() and after.isalpha()


def _ends_sentence(paragraph: str, match: "regex.Match[str]") -> bool:
    """The stop is no abbreviation's, no initial's and no ordinal's, and what follows may open a sentence."""
    following = paragraph[match.end() :].lstrip()
    if following[:1].islower():
        return False
    if match.group("stop") != "." or match.group("close") or not following:
        return True
    word = re.sub(r"^\W+", "", match.group("before")).rsplit("\u00a0", 1)[-1]
    is_initial = len(word) == 1 and word.isupper()
    return word.lower() not in _ABBREVIATIONS and not is_initial


def _trimmed(paragraph: str, start: int, end: int) -> Span:
    while start < end and paragraph[start].isspace():
        start += 1
    while end > start and paragraph[end - 1].isspace():
        end -= 1
    return start, end
