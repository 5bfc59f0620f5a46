"""What a word is, as patterns: one for every text, and one for near texts that is quicker to have.

Both are the same words with other classes: `regex` knows the properties of all characters, but importing it takes
as long as a layout; `re` is there, and in a near text (Latin, Arabic and their punctuation) ranges say the same.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

APOSTROPHES = "'’ʼ"
# No ı, İ and ſ, which are i and s to a pattern that ignores case; no ʼ, which is a letter and an apostrophe.
_NEAR = re.compile(
    "[\t -~\u00a0-\u00ac\u00ae-\u012f\u0132-\u017e\u0606-\u060f\u061b\u061d-\u06d5\u06ee-\u06ff"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*+"
)
_NEAR_MARKS = "\u064b-\u065f\u0670"
_NEAR_LETTER = r"[^\W\d_²³¹¼½¾]"


def spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where words stand, in order; some of them may have to be widened to whole clusters."""
    pattern = _near_word() if _NEAR.fullmatch(paragraph) else _word()
    return (match.span() for match in pattern.finditer(paragraph))


@cache
def _word() -> "regex.Pattern[str]":
    import regex

    return regex.compile(
        _spelt(
            letter=r"\p{L}",
            upper=r"\p{Lu}",
            digit=r"\p{Nd}",
            mark=r"\p{M}",
            in_word=r"[\p{L}\p{M}\p{Nd}\u0640\u200C\u200D_]",
            symbol=r"[\p{So}\p{Sc}\p{Emoji_Presentation}][\p{M}\u200D\uFE0F\p{So}\p{Emoji_Modifier}]*+",
        )
    )


@cache
def _near_word() -> re.Pattern[str]:
    capitals = "".join(filter(str.isupper, map(chr, range(0x100, 0x17F))))
    other_symbols = "¦©®°\u060e\u060f\u06de\u06e9\u06fd\u06fe"
    return re.compile(
        _spelt(
            letter=_NEAR_LETTER,
            upper=f"[A-ZÀ-ÖØ-Þ{capitals}]",
            digit=r"\d",
            mark=f"[{_NEAR_MARKS}]",
            in_word=rf"(?:[\w{_NEAR_MARKS}](?<![²³¹¼½¾]))",
            symbol=f"[$¢-¥{other_symbols}\u060b\u20a0-\u20bf][{_NEAR_MARKS}{other_symbols}]*+",
        )
    )


def _spelt(*, letter: str, upper: str, digit: str, mark: str, in_word: str, symbol: str) -> str:
    # A French elision (l’, d’, qu’) is a word of its own; initials (U.S., أ.ف.ب) are one; so are a number with its
    # groups and decimals (1.000, 12,4, و٣٫٥, 8 500 with a no-break space), and letters with hyphens and apostrophes.
    joined = rf"(?:[-‐‑·{APOSTROPHES}](?={letter}|{digit}){in_word}++)*+"
    return (
        rf"(?i:(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])[{APOSTROPHES}])(?={letter}|{digit}|[«“\"])"
        rf"|{upper}(?:\.-?{upper})++(?!{letter}|{mark})\.?"
        rf"|{letter}(?:\.{letter})++(?!{letter}|{mark})"
        rf"|[وفبلك]{{0,2}}{digit}++(?:[.,:/\u066B\u066C\u00A0\u202F\u2009]{digit}++)*+{in_word}*+{joined}"
        rf"|{in_word}++{joined}"
        rf"|{symbol}"
    )
