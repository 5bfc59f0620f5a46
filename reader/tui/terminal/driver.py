"""The terminal while the program has it: no bidi of its own, and everything given back."""

import sys
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

_Size = tuple[int, int] | None

# ECMA-48 BDSM: with explicit mode the terminal shows the cells in the order in which they are sent. VTE, mintty
# and WezTerm would reorder them otherwise; the other terminals know nothing of it and lose nothing.
_EXPLICIT, _IMPLICIT = "\x1b[8l", "\x1b[8h"


class ReaderDriver(LinuxDriver):
    """Textual's driver, in explicit bidirectional mode from before the first paint until the terminal is given back."""

    def __init__(self, app: "App[object]", *, debug: bool = False, mouse: bool = True, size: _Size = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Standard output was found to be a terminal; standard error may be a log file.
        self._file = sys.__stdout__

    def _sigcont_application(self, *signal_and_frame: object) -> None:
        """Take the terminal again only after it was given away: the kernel sends SIGCONT along with a hang-up, too."""
        if self._must_signal_resume:
            super()._sigcont_application(*signal_and_frame)

    def write(self, data: str) -> None:
        """Send the mode along with the switch to the alternate screen, and take it back behind the return.

        VTE's flag belongs to the row, so it is set before anything is painted.
        """
        if data == "\x1b[?1049h":
            data += _EXPLICIT
        elif data == "\x1b[?1049l":
            data += _IMPLICIT
        super().write(data)
