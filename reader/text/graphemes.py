r"""Extended grapheme clusters and their widths.

A cluster is `\X` of the `regex` package and nothing else; spans begin and end between clusters. Widths are
those of `rich.cells` for the very string that is painted, so that Textual crops where we think it does.

Importing `regex` takes as long as a layout. Most text is letters of one code point with or without Arabic marks,
whose clusters (GB9 and GB999 alone) a small pattern of `re` finds, and the first screen waits for no more.
"""

import os
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rich._unicode_data import load as load_cell_table
from rich.cells import cached_cell_len, cell_len, get_character_cell_size

from reader.text.safe import WITHOUT_CELL

if TYPE_CHECKING:
    import regex

# Every character of these is a cluster of its own, whatever stands beside it, and takes one cell.
_ALONE = (
    r"\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u0386-\u0482\u0606-\u060F\u061B\u061D-\u064A"
    r"\u0660-\u066F\u0671-\u06D3\u06D5\u06EE-\u06FF\u2010-\u2027\u202F-\u205E\u20A0-\u20B5\u2100-\u22FF\u2500-\u25FC"
)
_MARK = r"\u064B-\u065F\u0670"
_PLAIN = re.compile(rf"[{_ALONE}]*+")
_VOWELLED = re.compile(rf"[{_ALONE}][{_ALONE}{_MARK}]*+")
MARK_BEHIND_BLANK = re.compile(f" [{_MARK}]")
_LETTER_AND_MARKS = re.compile(rf"[^{_MARK}][{_MARK}]*+")
_WITHOUT_MARKS = dict.fromkeys([*range(0x64B, 0x660), 0x670])
_HIDDEN = frozenset(map(chr, WITHOUT_CELL))


@cache
def _any_cluster() -> "regex.Pattern[str]":
    import regex

    return regex.compile(r"\X")


@cache
def _plain_cluster() -> re.Pattern[str]:
    """A line end, or a letter and vowel marks, where what follows surely begins another cluster."""
    return re.compile(rf"[{_ALONE}][{_MARK}]*+(?=[{_ALONE}\r\n]|\Z)|\r\n?|\n")


def _pin_tables() -> None:
    """Make rich measure by its newest tables in this process, for Textual too, whatever the environment asks for."""
    asked = os.environ.pop("UNICODE_VERSION", None)
    if asked is None:
        return
    for remembered in (load_cell_table, get_character_cell_size, cached_cell_len):
        remembered.cache_clear()
    get_character_cell_size("\N{ARABIC FATHA}")  # reads the variable, once for the process
    os.environ["UNICODE_VERSION"] = asked


_pin_tables()


def is_plain(text: str) -> bool:
    """Each character of the text is a cluster of one cell (no for some texts where it is so, too)."""
    return _PLAIN.fullmatch(text) is not None


def is_vowelled(text: str) -> bool:
    """The text is plain but for Arabic vowel marks behind its characters, each cluster of one cell."""
    return _VOWELLED.fullmatch(text) is not None


def is_vowelled_letters(text: str) -> bool:
    """The text is vowelled, and its characters are letters."""
    return is_vowelled(text) and text.translate(_WITHOUT_MARKS).isalpha()


def vowelled(text: str) -> list[str]:
    """The clusters of a vowelled text."""
    return _LETTER_AND_MARKS.findall(text)


def is_hidden(text: str) -> bool:
    """The text holds only characters that take no cell."""
    return _HIDDEN.issuperset(text)


def clusters(text: str) -> list[str]:
    """The extended grapheme clusters of the text, in order."""
    if is_plain(text):
        return list(text)
    return vowelled(text) if is_vowelled(text) else _any_cluster().findall(text)


@lru_cache(maxsize=16384)
def width(painted: str) -> int:
    """Cells that the painted string takes."""
    return cell_len(painted, "latest")


def boundaries_ok(text: str, start: int, end: int) -> bool:
    """Both offsets lie between clusters of the text."""
    return is_boundary(text, start) and is_boundary(text, end)


def is_boundary(text: str, offset: int) -> bool:
    """No cluster of the text is cut at the offset."""
    if offset <= 0 or offset >= len(text):
        return True
    return _cluster_around(text, offset)[0] == offset


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """The span grown to whole clusters at both ends."""
    wide_start = _cluster_around(text, start)[0] if 0 < start < len(text) else start
    if 0 < end < len(text):
        cluster = _cluster_around(text, end)
        end = end if cluster[0] == end else cluster[1]
    return wide_start, end


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the cluster that holds the offset."""
    return _cluster_around(text, offset)


def _cluster_around(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds the offset, found from the nearest safe place before it; at the end nothing."""
    if offset >= len(text):
        return len(text), len(text)
    place = start = _safe_start(text, offset)
    while plain := _plain_cluster().match(text, place):
        place = plain.end()
        if place > offset:
            return plain.span()
    for match in _any_cluster().finditer(text, start):
        if match.end() > offset:
            return match.start(), match.end()
    return len(text), len(text)


# There is always a boundary before one of these, whatever stands farther off: none extends, joins or is
# joined to a pictograph, flag, syllable or conjunct (GB6 to GB13); only what stands right before it may prepend.
_SURE_START = re.compile(r"[\x20-\x7E\u00C0-\u024F\u0620-\u064A\u0660-\u066F\u0671-\u06D3\u2018-\u201F]")


def _safe_start(text: str, offset: int) -> int:
    """An offset at or before the given one where a cluster surely starts."""
    place = offset
    while place > 0:
        if _is_sure_between(text[place - 1], text[place]):
            return place
        place -= 1
    return 0


@lru_cache(maxsize=8192)
def _is_sure_between(before: str, after: str) -> bool:
    """There is always a boundary between the two characters."""
    return _SURE_START.match(after) is not None and (before in "\r\n" or len(clusters(before + after)) > 1)


def context(before: str, after: str, limit: int = 32) -> tuple[str, str]:
    """The last whole clusters of `before` and the first of `after`, each at most `limit` code points long."""
    tail = before[-(limit + 1) :]
    start = max(0, len(tail) - limit)
    offset = len(before) - len(tail)
    if start and not is_boundary(before, offset + start):
        start = cluster_at(before, offset + start)[1] - offset
    head = after[: limit + 1]
    end = min(len(head), limit)
    if end < len(after) and not is_boundary(after, end):
        end = cluster_at(after, end)[0]
    return tail[start:], after[:end]


def cut(text: str, count: int) -> str:
    """The first `count` clusters of the text."""
    if is_plain(text):
        return text[:count]
    end = 0
    for number, match in enumerate(_any_cluster().finditer(text)):
        if number >= count:
            return text[:end]
        end = match.end()
    return text
