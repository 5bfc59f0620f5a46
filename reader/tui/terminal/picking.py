"""One line a way of speaking to the terminal: a person sees which of them reads right."""

import os
import termios
import tty
from itertools import groupby

from reader.model import Direction
from reader.text.encoding import ENCODERS, Cell
from reader.text.layout import lay_out
from reader.tui.terminal.choosing import WHOLE_SCREEN
from reader.tui.terminal.finding import Finding
from reader.tui.terminal.way import EXPLICIT, NOTHING

_SAMPLE = "1. قال (الوزير): «لن نغلق المرفأ» في 14 آذار، بحسب BBC"
_MARKED = "المرفأ"
_MARK = "30;43"


def lines(finding: Finding) -> list[tuple[str, str]]:
    """Encoder and line: the sample as that encoder sends it, a word of it marked, with its number before it."""
    shown = []
    for number, encoder in enumerate(ENCODERS, 1):
        is_explicit = encoder == "explicit" and finding.switches not in WHOLE_SCREEN
        before, behind = EXPLICIT if is_explicit else NOTHING
        name = f" {number}  {encoder:<11}"
        cells = [*map(Cell, name), *_sample(), Cell(" ")]
        sent = groupby(ENCODERS[encoder](cells), key=lambda cell: cell.style)
        text = "".join(_painted(style, "".join([cell.text for cell in group])) for style, group in sent)
        shown.append((encoder, f"{before}{text}{behind}"))
    return shown


def switches(finding: Finding) -> tuple[str, str]:
    """What is sent before the first line and after the key, where a terminal cannot be told line by line."""
    return finding.switches if finding.switches in WHOLE_SCREEN else NOTHING


def pressed(descriptor: int) -> str:
    """The next key, without its line end."""
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        return os.read(descriptor, 32).decode("utf-8", "replace")
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)


def _sample() -> list[Cell]:
    """The sample as it should stand on the screen."""
    (row,) = lay_out(_SAMPLE, len(_SAMPLE), Direction.RTL)
    start = _SAMPLE.index(_MARKED)
    marked = range(start, start + len(_MARKED))
    return [Cell(placed.text, _MARK if placed.start in marked else "") for placed in row.placed]


def _painted(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text
