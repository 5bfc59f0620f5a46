"""SQLite's errors in words that a person can act on, each with its exit code."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.model import BadData, BusyError, ReaderError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOLFS}
_FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
RESTORE = "restore a backup, or ask `reader check` what is wrong"


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 when Python raised the error itself."""
    code: int = getattr(error, "sqlite_errorcode", 0) or 0
    return code & 0xFF


def is_busy(error: sqlite3.Error) -> bool:
    """Another connection holds the file."""
    return primary_code(error) in _BUSY


def explained(error: sqlite3.Error, path: Path) -> ReaderError:
    """The error as one to show: what, why, what now."""
    code = primary_code(error)
    if code in _BUSY:
        return BusyError(f"{path}: another program is writing to it: try again in a moment")
    if code in _FORBIDDEN:
        return ReaderError(f"{path}: may not be written ({error}): change its permissions", exit_code=os.EX_NOPERM)
    if code in _DISK:
        return ReaderError(f"{path}: the disk said no ({error}): free some space and try again", exit_code=os.EX_IOERR)
    if code == sqlite3.SQLITE_TOOBIG:
        return BadData(f"{path}: a text is too long to be kept ({error}): split it")
    if code in _DAMAGED or code == 0:
        return BadData(f"{path}: is damaged or no database of reader ({error}): {RESTORE}")
    return BadData(f"{path}: refused ({error}): {RESTORE}")


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Inside, what SQLite raises becomes an error that a person can act on."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise BadData(f"{path}: is damaged (a text in it is not UTF-8): {RESTORE}") from error
        raise explained(error, path) from error
