"""Offsets as JavaScript, Java and .NET count them: in UTF-16 code units."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Turns code point offsets of one text into UTF-16 offsets."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._astral = array("Q")
        offset = 0
        for part in parts:
            if not part.isascii() and max(part) > "\uffff":
                self._astral.extend(offset + match.start() for match in _ASTRAL.finditer(part))
            offset += len(part)

    def offset(self, offset: int) -> int:
        """The UTF-16 offset; every character beyond the first plane before it counts twice."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset
