"""Foreign text inside XML or HTML: nothing of it is ever markup, and nothing commands a viewer."""

from html import escape

from reader.text.safe import safe

# Not characters of XML; `safe` sees to the controls.
_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")


def escaped(text: str, *, keep_blanks: bool = False) -> str:
    """The text for an element or a quoted attribute; controls show as stand-ins, `keep_blanks`: but for LF and tab."""
    shown = "\t".join(safe(part, keep_lines=True) for part in text.split("\t")) if keep_blanks else safe(text)
    return escape(shown.translate(_NOT_XML), quote=True)
