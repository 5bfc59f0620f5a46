"""A program under a terminal of our own: keys in, bytes out, with the time of the last byte."""

import contextlib
import errno
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = (200, 60)
_PATIENCE = 30.0
_PIECE = 1 << 16
# What every terminal is asked and answers at once: what kind it is.
_QUESTION, _ANSWER = b"\x1b[c", b"\x1b[?62c"


def _surroundings() -> dict[str, str]:
    """Ours, but Python keeps what it compiles, as it does for everybody: else a start compiles what was edited last."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class PtySession:
    """A process whose terminal is a pty of 200x60; leaving the context ends the process, whatever happened."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.started = time.perf_counter()
        self._master, slave = pty.openpty()
        width, height = SIZE
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**_surroundings(), "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})},
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A session of its own, so whatever the program started goes with it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def until_quiet(self, quiet: float, *, holding: bytes = b"") -> tuple[bytes, float]:
        """What comes until nothing more does for so many seconds, and when its last byte came.

        RuntimeError when nothing comes at all, or not what it should be `holding`.
        """
        received = b""
        last = time.perf_counter()
        deadline = last + _PATIENCE
        while time.perf_counter() < deadline:
            is_begun = bool(received) and holding in received
            ready, _, _ = select.select([self._master], [], [], quiet if is_begun else deadline - time.perf_counter())
            if not ready:
                break
            piece = self._read()
            last = time.perf_counter()
            if not piece:
                break
            received += piece
        if not received or holding not in received:
            raise RuntimeError(f"the program did not answer: {received[-400:]!r}")
        return received, last

    def press(self, keys: bytes, quiet: float) -> tuple[bytes, float]:
        """What the keys bring to the screen, and the seconds until its last byte."""
        start = time.perf_counter()
        os.write(self._master, keys)
        received, last = self.until_quiet(quiet)
        return received, last - start

    def _read(self) -> bytes:
        try:
            piece = os.read(self._master, _PIECE)
        except OSError as error:
            if error.errno != errno.EIO:  # Linux says EIO once nobody holds the other end
                raise
            return b""
        if _QUESTION in piece:
            os.write(self._master, _ANSWER)
        return piece
