"""What comes in: regular files and standard input."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO

from reader.model import BadData, ReaderError

STANDARD_INPUT = "standard input"
# A text is held in memory while it is kept; a line of an export holds a whole document at most.
TEXT_LIMIT = 256 << 20
LINE_LIMIT = 512 << 20


class BadInput(ReaderError):
    """An input that is missing, no regular file, or cannot be read (66, 77, 74)."""

    exit_code = os.EX_NOINPUT


@contextlib.contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The bytes of a regular file, or of standard input for `-`; anything else is refused at once."""
    if name == "-":
        if sys.stdin is None:
            raise BadInput(f"{STANDARD_INPUT}: it is closed: name a file")
        yield sys.stdin.buffer
        return
    try:
        # Looked at before it is opened: opening alone can wait (FIFO) or do something (device).
        _must_be_regular(name, os.stat(name).st_mode)
        descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    with open(descriptor, "rb") as file:
        _must_be_regular(name, os.fstat(descriptor).st_mode)
        yield file


def read_all(name: str) -> bytes:
    """The whole input, unless it is larger than any text."""
    with opened(name) as file:
        try:
            data = file.read(TEXT_LIMIT + 1)
        except OSError as error:
            raise _unreadable(name, error) from error
    if len(data) > TEXT_LIMIT:
        raise BadData(f"{label(name)}: more than {TEXT_LIMIT >> 20} MiB: split it")
    return data


def lines(file: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of an input as they arrive, each before the next is waited for."""
    while line := file.readline(LINE_LIMIT + 1):
        if len(line) > LINE_LIMIT:
            raise BadData(f"{label(name)}: a line of more than {LINE_LIMIT >> 20} MiB: is it JSON Lines?")
        yield line


def label(name: str) -> str:
    """How an input is called in a message."""
    return STANDARD_INPUT if name == "-" else name


def _must_be_regular(name: str, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kinds = {stat.S_ISDIR: "a directory", stat.S_ISFIFO: "a pipe", stat.S_ISSOCK: "a socket"}
    kind = next((words for test, words in kinds.items() if test(mode)), "a device")
    raise BadInput(f"{name}: {kind}, no regular file: name a text file, or - for {STANDARD_INPUT}")


def _unreadable(name: str, error: OSError | ValueError) -> BadInput:
    if isinstance(error, ValueError):
        return BadInput(f"{name}: no file can be called so: check the name")
    reasons = {
        errno.ENOENT: (os.EX_NOINPUT, "no such file", "check the name"),
        errno.ELOOP: (os.EX_NOINPUT, "its links lead in a circle", "name the file itself"),
        errno.EACCES: (os.EX_NOPERM, "you may not read it", "ask its owner"),
        errno.EIO: (os.EX_IOERR, "the disk cannot read it", "try a copy"),
    }
    unknown = (os.EX_NOINPUT, error.strerror, "check the name")
    code, why, what_now = reasons.get(error.errno or 0, unknown)
    return BadInput(f"{label(name)}: {why}: {what_now}", exit_code=code)
