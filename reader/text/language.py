"""Which language a text is in and which way it runs, by the script of most of its letters.

The first strong letter (UAX #9, P2) would turn an Arabic paragraph that opens with "BBC" around; most letters
do not.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from reader.model import Direction, Paragraph
from reader.text.paragraphs import split

_RTL = (
    "\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u0710-\u08ff"
    "\ufb1d-\ufdff\ufe70-\ufefc"
)
_ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_OTHER_NEAR = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u052f\u1e00-\u1fff"
_OTHER = _OTHER_NEAR + "\u3040-\ud7a3"
_WITHOUT_RTL = re.compile(f"[^{_RTL}]*+")
# `re` takes its time over a range of many characters: the first screen waits for it only where such a letter may be.
_NEAR = re.compile("[\0-\u08ff\u1e00-\u20ff]*+")
_WITHOUT_OTHER_NEAR = re.compile(f"[^{_OTHER_NEAR}]*+")
_STOP_WORDS = {
    "fr": frozenset(
        "le|la|les|l'|l\u2019|un|une|des|du|de|d'|d\u2019|et|à|au|aux|en|dans|par|pour|sur|que|qui|qu'|qu\u2019|ne|pas|est"
        "|sont|a|ont|été|ce|cette|ces|il|elle|ils|avec|son|sa|ses|leur|leurs|plus|mais|ou|où|se|s'|s\u2019|n'|n\u2019"
        "|selon".split("|")
    ),
    "en": frozenset(
        "the|of|and|to|in|is|are|was|were|be|been|that|this|these|it|its|for|on|with|as|by|at|from|has|have|had|not"
        "|but|or|an|he|she|they|their|his|her|which|who|will|would|after|said".split("|")
    ),
}


@cache
def _letters(kind: str) -> re.Pattern[str]:
    """Runs of letters of a kind."""
    return re.compile(f"[{kind}]+")


@cache
def _latin_word() -> re.Pattern[str]:
    return re.compile("[a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]+(?:['\u2019])?")


_READ_THROUGH, _SAMPLES, _SAMPLE = 200_000, 200, 1000
_RIGHT_TO_LEFT_LANGUAGES = frozenset("ar arc ckb dv fa he iw ks ku-arab ps sd syr ug ur yi".split())


def language_of(text: str, latin: str = "fr") -> str | None:
    """`ar`, `fr` or `en`; `latin` when the stop words of a Latin text do not tell; None in neither script."""
    arabic = _count(_ARABIC, text)
    words = Counter(_latin_word().findall(text.lower()))
    letters = sum(len(word) * count for word, count in words.items())
    if not arabic and not letters:
        return None
    if arabic >= letters:
        return "ar"
    french, english = (sum(words[word] for word in _STOP_WORDS[language]) for language in ("fr", "en"))
    if french == english:
        return latin
    return "fr" if french > english else "en"


def _languages(text: str) -> list[tuple[Paragraph, str | None]]:
    """Each paragraph with its language; a headline of names only is in the Latin language of the rest."""
    found = split(text)
    latin = "\n".join(paragraph.text for paragraph in found if language_of(paragraph.text) != "ar")
    rest = language_of(latin) or "fr"
    return [(paragraph, language_of(paragraph.text, rest)) for paragraph in found]


def direction_of(paragraph: str, default: Direction) -> Direction:
    """The direction of most of the paragraph's letters; the default without letters."""
    return script_direction(paragraph) or default


def script_direction(paragraph: str) -> Direction | None:
    """The direction of most of the paragraph's letters, None without letters."""
    has_right = not paragraph.isascii() and not _WITHOUT_RTL.fullmatch(paragraph)
    other = _OTHER_NEAR if _NEAR.fullmatch(paragraph) else _OTHER
    has_left = not _WITHOUT_OTHER_NEAR.fullmatch(paragraph) or (other is _OTHER and _count(_OTHER, paragraph) > 0)
    if has_right and has_left:
        return Direction.RTL if _count(_RTL, paragraph) >= _count(other, paragraph) else Direction.LTR
    if has_right:
        return Direction.RTL
    return Direction.LTR if has_left else None


def _count(letters: str, text: str) -> int:
    return sum(map(len, _letters(letters).findall(text)))


def direction_for(language: str) -> Direction:
    """The direction in which a language (a BCP 47 tag) is written."""
    tag = language.lower()
    return (
        Direction.RTL
        if tag in _RIGHT_TO_LEFT_LANGUAGES or tag.split("-")[0] in _RIGHT_TO_LEFT_LANGUAGES
        else Direction.LTR
    )


def main_direction(directions: Iterable[Direction | None]) -> Direction:
    """The direction of most paragraphs, the first one's where as many run the other way; left to right without any."""
    counted = Counter(direction for direction in directions if direction is not None)
    return counted.most_common(1)[0][0] if counted else Direction.LTR


def describe(text: str) -> tuple[str, Direction]:
    """Language and direction of most of the text's paragraphs; `und` and left to right without letters.

    Of a text too long to be read through, the paragraphs at evenly spaced offsets speak for the rest.
    """
    found = _languages(text if len(text) <= _READ_THROUGH else _sampled(text))
    languages = Counter(language for _, language in found if language is not None)
    return (
        languages.most_common(1)[0][0] if languages else "und",
        main_direction(script_direction(paragraph.text) for paragraph, _ in found),
    )


def _sampled(text: str) -> str:
    """The beginnings of the paragraphs that hold so many evenly spaced offsets."""
    lines = []
    for offset in range(0, len(text), len(text) // _SAMPLES):
        start = text.rfind("\n", max(0, offset - _SAMPLE), offset) + 1 or max(0, offset - _SAMPLE)
        lines.append(text[start : start + _SAMPLE].split("\n", 1)[0])
    return "\n".join(lines)


def split_languages(text: str) -> list[tuple[str, str]]:
    """Per language, in order of first appearance: its paragraphs in order, with their own line ends.

    Paragraphs without letters go with the paragraph before them, at the start with the one after.
    """
    parts: dict[str, list[str]] = {}
    waiting: list[str] = []
    current: str | None = None
    for paragraph, language in _languages(text):
        current = language or current
        waiting.append(text[paragraph.start : paragraph.end])
        if current is not None:
            parts.setdefault(current, []).extend(waiting)
            waiting.clear()
    if not parts:
        return [("und", text)] if text else []
    return [(language, "".join(part)) for language, part in parts.items()]
