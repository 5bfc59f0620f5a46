"""A word spelt out: every code point by number and name, those that take no cell too."""

import unicodedata

from rich.text import Text

from reader.text.safe import safe, without_hidden
from reader.tui.screens.scrolled import ScrolledText

_MOST = 400


class SpellingScreen(ScrolledText):
    """The spelling of a stretch of text that begins at an offset of its document."""

    def __init__(self, text: str, offset: int) -> None:
        super().__init__("Spelt out", Text("\n".join(spelling(text, offset)), no_wrap=True), "z")


def spelling(text: str, offset: int) -> list[str]:
    """A line a code point: its offset in the document, itself as far as it may be shown, number and name."""
    lines = [
        f"{offset + index:>7}  {_shown(one)}  U+{ord(one):04X}  {_name(one)}" for index, one in enumerate(text[:_MOST])
    ]
    return lines if len(text) <= _MOST else [*lines, f"… and {len(text) - _MOST} more"]


def _shown(character: str) -> str:
    shown = without_hidden(safe(character))
    return shown if shown and not unicodedata.category(character).startswith("M") else "◌" + shown


def _name(character: str) -> str:
    return unicodedata.name(character, "control" if unicodedata.category(character) == "Cc" else "no name")
