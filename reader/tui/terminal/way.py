"""How this terminal is spoken to, once that is settled."""

from typing import NamedTuple

# ECMA-48 BDSM: with explicit mode the terminal shows the cells in the order in which they are sent. VTE, mintty
# and WezTerm would reorder them otherwise; the other terminals know nothing of it and lose nothing.
EXPLICIT = ("\x1b[8l", "\x1b[8h")
# Each for that terminal alone: to xterm OSC 50 means a font.
KONSOLE = ("\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07")
MLTERM = ("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07")
NOTHING = ("", "")


class Way(NamedTuple):
    """Which encoder rows go through, what is sent before the first and after the last, and what letters look like."""

    encoder: str = "cells"
    switches: tuple[str, str] = EXPLICIT
    joining: bool = True
    tashkeel: bool = True

    @property
    def rewrites(self) -> bool:
        """What is written has to be rewritten on its way to the terminal."""
        return self.encoder not in {"cells", "explicit"}
