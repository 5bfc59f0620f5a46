"""The encoder for what is no terminal: a pipe or a file."""

from reader.text.rows import Row
from reader.text.safe import safe


def logical(row: Row, text: str) -> str:
    """What of the text stands on the row, in the order of reading, with stand-ins for what commands a terminal."""
    return safe(text[row.start : row.end])
