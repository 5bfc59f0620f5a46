"""Visual order of a paragraph by the Unicode Bidirectional Algorithm (UAX #9), from python-bidi.

The compiled `get_display` returns a string, not an order. So each character goes in with companions of bidi
class BN (tag characters), which take the level of their character and change nothing else; read off the
result, they say which character stands where, and on which side of it they stand says whether its level is
odd. Most paragraphs need no algorithm at all, and two regular expressions tell which.
"""

import re
import unicodedata
from functools import cache

from reader.model import Direction

# Right-to-left letters, digits of other scripts than ASCII's (AN), and bidi controls. Without any of them
# every level of a left-to-right paragraph is 0.
_WITHOUT_RIGHT_TO_LEFT = re.compile(
    "[^\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]*+"
)
# Arabic letters and marks, blanks and punctuation that resolves to the level of what surrounds it: every
# level of a right-to-left paragraph of these is 1.
_ALL_RIGHT_TO_LEFT = re.compile(
    "[ !\"'()*,./:;<=>?\\[\\]{}\u00a0\u00ab\u00bb\u060c\u061b\u061d-\u065f\u066a\u066d-\u06d4\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u2010-\u2027\u202f\u2039\u203a\ufe70-\ufefc-]*"
)
# Letters of one class with only blanks and punctuation between them are all at one level, since such neutrals
# take the direction of what surrounds them (N1), so the algorithm need see only the first. No brackets (N0).
_NEUTRAL = "[ !\"'*,./:;=?\u00a0\u00ab\u00bb\u060c\u2010-\u2027\u202f]++"
_LATIN = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0400-\u0481]++"
_HEBREW = "[\u05d0-\u05ea]++"
_ARABIC = "[\u061b\u061d-\u064a\u0671-\u06d3][\u061b\u061d-\u065f\u0670-\u06d3]*+"
_SEGMENT_ENDS = frozenset("\t\x0b\x1f\r\n\x1c\x1d\x1e\x85\u2029")
# Nothing that separates, controls or is replaced: most texts, so the patterns for the rest are compiled on first use.
_ORDINARY = re.compile("[ -~\u00a0-\u06ff\u2010-\u2027\u202f-\u205e]*+")
_IGNORED = "\u200b"  # of class BN
_TAG_START, _TAGS = 0xE0020, 96
_ISOLATES, _EMBEDDINGS = "\u2066\u2067\u2068", "\u202a\u202b\u202d\u202e"
# UAX #9, L1 with section 5.2: white space, isolate controls and what X9 removes take the paragraph level
# at the end of the line.
_TRAILING_CLASSES = frozenset(["WS", "FSI", "LRI", "RLI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"])


@cache
def _same_level() -> re.Pattern[str]:
    runs = (f"{letters}(?:{_NEUTRAL}{letters})*+" for letters in (_ARABIC, _LATIN, _HEBREW))
    return re.compile("|".join(runs) + "|.", re.DOTALL)


@cache
def _segment_end() -> re.Pattern[str]:
    return re.compile("[\t\x0b\x1f\r\n\x1c-\x1e\x85\u2029]")


@cache
def _to_replace() -> re.Pattern[str]:
    return re.compile("[\t\x0b\x1f\r\n\x1c-\x1e\x85\u2029\ud800-\udfff\U000e0020-\U000e007f]")


def uniform_direction(paragraph: str, direction: Direction) -> Direction | None:
    """The direction of the whole line if the order is simply that of the text or its reverse, else None."""
    if direction == Direction.LTR:
        return Direction.LTR if _WITHOUT_RIGHT_TO_LEFT.fullmatch(paragraph) else None
    return Direction.RTL if _ALL_RIGHT_TO_LEFT.fullmatch(paragraph) else None


def visual_order(paragraph: str, direction: Direction) -> list[int]:
    """Code point indices in the order of the screen, leftmost first, every index once; rules L1 and L2 applied.

    The paragraph is one line of text; separators inside it are treated as segment separators.
    """
    uniform = uniform_direction(paragraph, direction)
    if uniform is Direction.LTR:
        return list(range(len(paragraph)))
    if uniform is Direction.RTL:
        return list(range(len(paragraph) - 1, -1, -1))
    return resolve(paragraph, direction)[0]


def resolve(paragraph: str, direction: Direction) -> tuple[list[int], bytearray]:
    """The visual order, and for each code point 1 where its level is odd (right to left), else 0."""
    stretches = [match.span() for match in _same_level().finditer(paragraph)]
    reduced = "".join([paragraph[start] for start, _ in stretches])
    order: list[int] = []
    is_rtl = bytearray(len(paragraph))
    for place, rtl in _reordered(_prepared(reduced, direction), direction):
        if place >= len(stretches):
            continue  # it was added behind the text
        start, end = stretches[place]
        if rtl:
            order += range(end - 1, start - 1, -1)
            is_rtl[start:end] = b"\1" * (end - start)
        else:
            order += range(start, end)
    _apply_l1(paragraph, direction, order, is_rtl)
    return order, is_rtl


def _prepared(paragraph: str, direction: Direction) -> str:
    """The paragraph as the library takes it: closed controls, and a strong character behind the last blank."""
    strong = "\u05d0" if direction == Direction.RTL else "a"
    if _ORDINARY.fullmatch(paragraph):
        return paragraph + strong
    if paragraph and unicodedata.bidirectional(paragraph[-1]) == "B":
        paragraph = paragraph[:-1] + _IGNORED  # it ends the paragraph and is no part of its last run
    replaced = _to_replace().sub(_replacement, paragraph)
    isolates, embeddings = (sum(map(replaced.count, openers)) for openers in (_ISOLATES, _EMBEDDINGS))
    return replaced + "\u2069" * isolates + "\u202c" * embeddings + strong


def _replacement(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SEGMENT_ENDS:
        return " "
    return _IGNORED if ord(character) >= _TAG_START else "\N{REPLACEMENT CHARACTER}"


def _reordered(prepared: str, direction: Direction) -> list[tuple[int, int]]:
    """Index and oddness of each character of the prepared text, in visual order."""
    from bidi import get_display  # for texts of one direction it need not be there

    length = len(prepared)
    digits = 1
    while _TAGS**digits < length:
        digits += 1
    stride = digits + 1
    mixed = [""] * (length * stride)
    mixed[::stride] = prepared
    for digit in range(digits):
        mixed[digit + 1 :: stride] = _companions(length, digit)
    shown = get_display("".join(mixed), base_dir="R" if direction == Direction.RTL else "L")
    return _decoded(str(shown), stride)


def _companions(length: int, digit: int) -> list[str]:
    """For each index the tag character that stands for one of its digits to the base of 96."""
    each = _TAGS**digit
    cycle = [chr(_TAG_START + value) for value in range(_TAGS) for _ in range(each)]
    return (cycle * (length // len(cycle) + 1))[:length]


def _decoded(shown: str, stride: int) -> list[tuple[int, int]]:
    """Read the companions: behind their character (even level) or, reversed, before it (odd level)."""
    columns = [shown[column::stride] for column in range(stride)]
    last = stride - 1
    found = []
    for unit in zip(*columns, strict=True):
        is_odd = _TAG_START <= ord(unit[0]) < _TAG_START + _TAGS
        index = 0
        for digit in range(last, 0, -1):
            index = index * _TAGS + ord(unit[last - digit if is_odd else digit]) - _TAG_START
        found.append((index, int(is_odd)))
    return found


def _apply_l1(paragraph: str, direction: Direction, order: list[int], is_rtl: bytearray) -> None:
    """Put blanks at the end, and before each segment separator, to the end of their stretch in base direction."""
    base = int(direction == Direction.RTL)
    reset: list[int] = []
    start_of_blanks = len(paragraph)
    while start_of_blanks and is_trailing(paragraph[start_of_blanks - 1]):
        start_of_blanks -= 1
    reset.extend(range(start_of_blanks, len(paragraph)))
    for match in () if _ORDINARY.fullmatch(paragraph) else _segment_end().finditer(paragraph):
        blank = end = match.start()
        while blank and is_trailing(paragraph[blank - 1]):
            blank -= 1
        reset.extend(range(blank, end + 1))
    if not reset:
        return
    for index in reset:
        is_rtl[index] = base
    _reorder_stretches(paragraph, sorted(set(reset)), base, order)


def _reorder_stretches(paragraph: str, reset: list[int], base: int, order: list[int]) -> None:
    """Order the stretches between the reset characters, which stand at the paragraph's level, in base direction."""
    stretch_of = [0] * len(paragraph)
    stretch, resets = 0, iter([*reset, -1])
    upcoming = next(resets)
    for index in range(len(paragraph)):
        if index == upcoming:
            stretch += 1
            stretch_of[index] = stretch
            stretch += 1
            upcoming = next(resets)
        else:
            stretch_of[index] = stretch
    order.sort(key=stretch_of.__getitem__, reverse=bool(base))


def is_trailing(character: str) -> bool:
    """Rule L1 moves the character to the end of its line when nothing but its like stands behind it."""
    return unicodedata.bidirectional(character) in _TRAILING_CLASSES or character in _SEGMENT_ENDS


def first_strong(paragraph: str) -> Direction | None:
    """The direction of the first strong character outside isolates (rules P2 and P3), None without one."""
    depth = 0
    for character in paragraph:
        bidi_class = unicodedata.bidirectional(character)
        if bidi_class in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif bidi_class == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and bidi_class in {"L", "R", "AL"}:
            return Direction.LTR if bidi_class == "L" else Direction.RTL
    return None
