"""Bytes of a file → its text: strict, never a replacement character, and the guess is only told.

A byte order mark is removed and nothing else: no line end translated, nothing normalised, since offsets are
counted in what the file says.
"""

import codecs
import re
from dataclasses import dataclass

from reader.model import BadData, UsageError

_MARKS = (  # the mark of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_GUESSED_FROM = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and the encoding that it was read in."""

    text: str
    encoding: str


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """The text of the bytes: UTF-8 unless told otherwise. `name` is the file's, for the message.

    UsageError for an unknown encoding; BadData with the byte and a guess for bytes that do not fit.
    """
    if encoding is None:
        wanted = next((known for mark, known in _MARKS if data.startswith(mark)), "utf-8")
    else:
        wanted = _known_encoding(encoding)
    body = data
    for mark, known in _MARKS:
        if wanted == known and data.startswith(mark):
            body = data[len(mark) :]
    try:
        text = body.decode(wanted)
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(body)
        raise BadData(f"{name}: not {_spelt(wanted)} at byte {at}: {_advice(data, wanted)}") from None
    except LookupError:  # a codec from bytes to bytes, or from text to text
        raise UsageError(f"encoding {encoding}: not one of text: name one like utf-8 or windows-1256") from None
    except UnicodeError as error:  # codecs of domain names and the like do not say where
        raise BadData(f"{name}: not {_spelt(wanted)}: {error}") from None
    if not text.isascii() and (surrogate := _SURROGATE.search(text)):
        raise BadData(f"{name}: not text: half a character (U+{ord(surrogate.group()):04X}) after decoding {wanted}")
    return Decoded(text, wanted)


def _known_encoding(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):  # unknown, or no name at all
        raise UsageError(f"encoding {encoding}: unknown: name one like utf-8, windows-1256 or iso-8859-6") from None


def _spelt(encoding: str) -> str:
    return encoding.upper() if encoding.startswith(("utf", "iso")) else encoding


def _advice(data: bytes, tried: str) -> str:
    """What the bytes look like, as something to type."""
    if tried == "utf-8":
        guess = _guess(data[:_GUESSED_FROM])
        if guess:
            return f"it looks like {guess}; try --encoding {guess}"
    return "name its encoding with --encoding"


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, and needed for bad files only

    if b"\0" in data:
        return None
    candidates = ["cp1256", "cp1252", "iso8859_6", "mac_arabic", "cp720", "utf_16"]
    best = from_bytes(data, cp_isolation=candidates).best()
    return None if best is None else best.encoding.replace("cp12", "windows-12").replace("_", "-")
