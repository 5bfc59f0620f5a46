"""The terminal is asked who it is while the rest of the program is still being loaded."""

import os
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from reader.tui.terminal.answers import QUESTIONS, Answers
from reader.tui.terminal.finding import Finding, judged

PATIENCE = 0.3
_PIECE = 4096
_Modes = list[Any]  # as termios has them
_LOCAL, _INPUT, _CHARACTERS = 3, 0, 6  # places in termios' list


class Question:
    """Asks on entering the context; `finding` waits for the answers; leaving gives the terminal back in any case.

    `wishes` is what the user asked for; `keys` is what was typed meanwhile; `answers` may still be incomplete: whoever
    reads on takes late ones out.
    """

    def __init__(self, wishes: Mapping[str, str | None], environment: Mapping[str, str] | None = None) -> None:
        self.wishes = wishes
        self.answers = Answers()
        self.keys = b""
        self._environment = os.environ if environment is None else environment
        self._before: _Modes | None = None
        self._deadline = 0.0

    def __enter__(self) -> Self:
        if self._may_be_asked():
            self._input, self._output = sys.stdin.fileno(), sys.stdout.fileno()
            self._before = termios.tcgetattr(self._input)
            termios.tcsetattr(self._input, termios.TCSANOW, _silent(self._before))
            os.write(self._output, QUESTIONS)
            self._deadline = time.monotonic() + PATIENCE
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # What is left unread would stand at the shell's prompt.
        self._listen()

    @property
    def was_asked(self) -> bool:
        """There is a terminal on both sides, and none that would print the questions."""
        return self._deadline > 0

    def finding(self) -> Finding:
        """What the terminal is, as far as it answered in time."""
        self._listen()
        return judged(self.answers.found, self._environment, self._outer())

    def _may_be_asked(self) -> bool:
        """A console that does not know the questions prints part of them."""
        if self._environment.get("TERM", "dumb") in {"dumb", "linux", "unknown"}:
            return False
        is_apple = self._environment.get("TERM_PROGRAM") == "Apple_Terminal"
        return not is_apple and all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))

    def _listen(self) -> None:
        """Read until the last answer or the end of patience, then let the terminal be as it was."""
        if self._before is None:
            return
        try:
            # What came while the program was loaded is there to be read, however long that took.
            while not self.answers.is_complete and self._is_something_there():
                data = os.read(self._input, _PIECE)
                if not data:
                    break
                self.keys += self.answers.take(data)
        finally:
            before, self._before = self._before, None
            termios.tcsetattr(self._input, termios.TCSANOW, before)

    def _is_something_there(self) -> bool:
        left = max(0.0, self._deadline - time.monotonic())
        return bool(select.select([self._input], [], [], left)[0])

    def _outer(self) -> str | None:
        """What tmux knows of the terminal around it; None outside, or when it does not say."""
        is_tmux = self.answers.found.get("version", "").startswith("tmux")
        if not is_tmux or "TMUX" not in self._environment:
            return None
        command = ["tmux", "display-message", "-p", "#{client_termname} #{client_termtype}"]
        try:
            said = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False).stdout
        except (OSError, subprocess.TimeoutExpired):
            return None
        return said.decode("utf-8", "replace").strip() or None


def _silent(before: _Modes) -> _Modes:
    """Keys and answers come at once, unchanged and without being echoed; ctrl+c still interrupts."""
    silent = list(before)
    silent[_LOCAL] &= ~(termios.ECHO | termios.ICANON)
    silent[_INPUT] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR)
    characters = list(before[_CHARACTERS])
    characters[termios.VMIN], characters[termios.VTIME] = 1, 0
    silent[_CHARACTERS] = characters
    return silent
