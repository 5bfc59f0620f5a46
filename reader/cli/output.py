"""What leaves the program: data as UTF-8 to stdout, talk to stderr.

Help is shown through here as well, so nothing heavy is imported before it is needed.
"""

import os
import sys
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from reader.model import ReaderError


def data_out() -> BinaryIO:
    """The bytes of standard output; data is UTF-8 whatever the locale says."""
    if sys.stdout is None:
        raise _no_output("closed")
    sys.stdout.flush()
    return sys.stdout.buffer


def write(text: str, *, flush: bool = False) -> None:
    """Put text on standard output, at once when asked to."""
    out = data_out()
    try:
        out.write(text.encode("utf-8"))
        if flush:
            out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _no_output(error.strerror) from error


def finish() -> None:
    """Send what is still held back; a full disk is told while an exit code can say so."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _no_output(error.strerror) from error


def abandon() -> None:
    """After an error, send what is there if it can be sent, and keep the interpreter from trying once more."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def tell(message: str) -> None:
    """One line on stderr, in which nothing can command the terminal."""
    from reader.text.safe import safe

    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"reader: {safe(message)}\n")
        sys.stderr.flush()
    except OSError:
        # Nobody is left to hear it; the exit code still says it.
        return


def _no_output(why: str | None) -> "ReaderError":
    from reader.model import ReaderError

    return ReaderError(f"standard output: {why}: send it elsewhere", exit_code=os.EX_IOERR)
