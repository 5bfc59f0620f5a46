"""A cell of the screen as the encoders see it."""

import re
from typing import NamedTuple

from reader.text.words import MIRROR

# Letters from right to left, and the digits that Arabic letters turn into their own (bidi classes R, AL, AN).
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Cell(NamedTuple):
    """A cluster as it is painted, in the one or two columns that it takes, and its look (the numbers of its SGR)."""

    text: str
    style: str = ""

    def mirrored(self) -> "Cell":
        """The cell that a terminal turns into this one when it shows it from right to left."""
        other = MIRROR.get(self.text[:1])
        return self if other is None else Cell(other + self.text[1:], self.style)


def holds_right_to_left(text: str) -> bool:
    """Something in the text could be moved by a terminal that reorders."""
    return _RIGHT_TO_LEFT.search(text) is not None
