"""Search folding with a map back: what a reader takes for the same letters compares equal.

Marks and tatweel go, alef and yeh variants, keheh and teh marbuta become one letter, Arabic-Indic digits become
0 to 9, typographic apostrophes straight, French accents and case go.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("یىې", "ي"),
    "ئ": "ي",
    "ؤ": "و",
    "ک": "ك",
    "ة": "ه",
    "ە": "ه",
    **dict.fromkeys("’‘ʼʹ′", "'"),
    "ـ": "",
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where its code point i came from, with one more for its end."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded code points from `start` up to `end` stood, marks behind the last one included."""
        last, after = self.offsets[end - 1], self.offsets[end]
        while after == last and start < end:  # the last character folds to several
            end += 1
            after = self.offsets[end]
        return self.offsets[start], after


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return ""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    base = [part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)]
    folded = "".join(base).casefold()
    return "".join(_LETTERS.get(part, part) for part in folded)


def fold(text: str) -> Folded:
    """The text as search compares it, with the map back to its offsets."""
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        parts = _fold_character(character)
        folded.append(parts)
        offsets.extend([offset] * len(parts))
    offsets.append(len(text))
    return Folded("".join(folded), tuple(offsets))


def folded(text: str) -> str:
    """The folded text alone."""
    return "".join(map(_fold_character, text))
