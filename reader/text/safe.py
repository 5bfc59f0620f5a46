"""What of a foreign text may be shown.

Every title, path, label, note and error message passes through `safe` last before the screen or stderr:
Textual and Rich hand ESC, OSC, C1 and bidi controls of their content to the terminal as they are.
"""

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)}
_C1 = dict.fromkeys(range(0x80, 0xA0), "¤")
_SEPARATORS = {0x2028: "↓", 0x2029: "¶"}
# Distinct marks, all neutral and one cell wide: an embedding is not an isolate, a start is not an end.
BIDI_MARKS = {
    0x202A: "⊢",  # left-to-right embedding
    0x202B: "⊣",  # right-to-left embedding
    0x202C: "⊥",  # pop directional formatting
    0x202D: "⊩",  # left-to-right override
    0x202E: "⫣",  # right-to-left override
    0x2066: "⊦",  # left-to-right isolate
    0x2067: "⫞",  # right-to-left isolate
    0x2068: "⊤",  # first strong isolate
    0x2069: "⟂",  # pop directional isolate
}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
STAND_INS: dict[int, str] = {
    **_CONTROL_PICTURES,
    0x7F: "\N{SYMBOL FOR DELETE}",
    **_C1,
    **_SEPARATORS,
    **BIDI_MARKS,
}
_SHOWN = {**STAND_INS, **_SURROGATES}
_SHOWN_WITH_LINES = {code: mark for code, mark in _SHOWN.items() if code != 0x0A}

# No cell: joiners, direction marks, zero-width blanks, the byte order mark, soft hyphen, selectors, tags.
WITHOUT_CELL = frozenset(
    [
        *(0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE0080),
        *range(0xE0100, 0xE01F0),
    ]
)
_DROPPED: dict[int, None] = dict.fromkeys(WITHOUT_CELL)
# What is painted in a text: stand-ins too, a blank for a tab, nothing for what has no cell.
PAINTED: dict[int, str] = {**_SHOWN, 0x09: " ", **dict.fromkeys(WITHOUT_CELL, "")}


def safe(text: str, *, keep_lines: bool = False) -> str:
    """The text with a visible stand-in for everything that could command a terminal, one code point for one."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_SHOWN_WITH_LINES if keep_lines else _SHOWN)


def without_hidden(text: str) -> str:
    """The text less the characters that take no cell, which terminals give widths of their own."""
    return text if text.isascii() else text.translate(_DROPPED)
