"""The terminal while the program has it: rows sent as it needs them, and everything given back."""

import codecs
import os
import select
import sys
import threading
import time
from typing import TYPE_CHECKING, ClassVar

from textual.drivers.linux_driver import LinuxDriver

from reader.tui.terminal.way import Way

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.terminal.answers import Answers
    from reader.tui.terminal.grid import Grid

_Size = tuple[int, int] | None
# A terminal that has not answered in time may do so when the screen stands: its reply must not be taken for keys.
_LATE = 5.0
_BETWEEN_KEYS, _WITHIN_ANSWER = 0.1, 0.02
_UNTIL_ESCAPE = 0.11  # Textual's own is 0.1
_ESCAPE, _LONGEST_KEY = b"\x1b", 8


class ReaderDriver(LinuxDriver):
    """Textual's driver, with our switches on from before the first paint until the terminal is given back."""

    way: ClassVar[Way] = Way()
    keys: ClassVar[bytes] = b""
    """What was typed while the terminal was asked who it is."""
    awaited: ClassVar["Answers | None"] = None
    """The answers that may still come."""

    def __init__(self, app: "App[object]", *, debug: bool = False, mouse: bool = True, size: _Size = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Standard output was found to be a terminal; standard error may be a log file.
        self._file = sys.__stdout__
        self._grid = _grid_for(self.way)
        # The thread that reads keys writes, too, when the terminal tells of its modes.
        self._one_at_a_time = threading.Lock()
        self._is_handed_on = False

    def _sigcont_application(self, *signal_and_frame: object) -> None:
        """Take the terminal again only after it was given away: the kernel sends SIGCONT along with a hang-up, too."""
        if self._must_signal_resume:
            super()._sigcont_application(*signal_and_frame)

    def write(self, data: str) -> None:
        """Send the switches along with that to the alternate screen, and take them back behind the return.

        VTE's flag belongs to the row, so it is set before anything is painted.
        """
        if data == "\x1b[?1049h":
            data += self.way.switches[0]
        elif data == "\x1b[?1049l":
            data += self.way.switches[1]
        if self._grid is None:
            super().write(data)
            return
        with self._one_at_a_time:
            self._grid.resize(*self._app.size)
            super().write(self._grid.take(data))

    def run_input_thread(self) -> None:
        """Hand on what was typed before, then read keys."""
        if not self._is_handed_on:
            self._is_handed_on = True
            self._hand_on()
        super().run_input_thread()

    def _hand_on(self) -> None:
        """The first keys; while an answer of the terminal's is late, it is taken out of what is read."""
        answers, deadline = self.awaited, time.monotonic() + _LATE
        if not self.keys and (answers is None or answers.is_complete):
            return
        from textual._xterm_parser import XTermParser  # Textual has no other place for what it has not read itself

        parser, decode = XTermParser(self._debug), codecs.getincrementaldecoder("utf-8")("replace").decode
        typed = self.keys
        while True:
            for event in parser.feed(decode(typed)) if typed else parser.tick():
                self.process_message(event)
            if self.exit_event.is_set():
                break
            if answers is not None and not answers.is_complete and time.monotonic() < deadline:
                typed = self._typed(answers)
            elif _ESCAPE in typed[-_LONGEST_KEY:]:
                typed = self._nothing_more()
            else:
                break

    def _typed(self, answers: "Answers") -> bytes:
        """The keys pressed in the next moment."""
        if select.select([self.fileno], [], [], _WITHIN_ANSWER if answers.is_holding else _BETWEEN_KEYS)[0]:
            return answers.take(os.read(self.fileno, 4096))
        return answers.release()

    @staticmethod
    def _nothing_more() -> bytes:
        """An escape is a key once nothing has followed it for a moment."""
        time.sleep(_UNTIL_ESCAPE)
        return b""


def _grid_for(way: Way) -> "Grid | None":
    """The grid, where rows have to be rewritten; it is imported there only."""
    if not way.rewrites:
        return None
    from reader.text.encoding import ENCODERS
    from reader.tui.terminal.grid import Grid

    return Grid(ENCODERS[way.encoder], 0, 0)


def driver_for(way: Way, keys: bytes = b"", awaited: "Answers | None" = None) -> type[ReaderDriver]:
    """A driver that speaks to the terminal in this way, and takes these keys for the first."""

    class Chosen(ReaderDriver):
        """The driver for this terminal."""

    Chosen.way, Chosen.keys, Chosen.awaited = way, keys, awaited
    return Chosen
