"""Which way a paragraph runs."""

from enum import StrEnum


class Direction(StrEnum):
    """Base direction of a paragraph, in the spelling of HTML's `dir`."""

    LTR = "ltr"
    RTL = "rtl"
