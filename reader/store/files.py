"""The database as a file: whether it is there, whose it is, and a connection that trusts nothing in it."""

import os
import sqlite3
import stat
from pathlib import Path

from reader.model import BadData, ReaderError
from reader.store.schema import check_owner

TIMEOUT = 10.0
LONGEST_VALUE = 1 << 29
_MAGIC = b"SQLite format 3\x00"
_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "foreign_keys = ON", "synchronous = EXTRA",
            "secure_delete = ON")  # fmt: skip


def is_new(path: Path) -> bool:
    """Nothing is there yet; 0 bytes are a creation that was killed."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return True
    except PermissionError as error:
        raise ReaderError(f"{path}: may not be read: change its permissions", exit_code=os.EX_NOPERM) from error
    except OSError as error:
        raise ReaderError(f"{path}: {error.strerror}: name another file with --db", exit_code=os.EX_NOINPUT) from error
    if not stat.S_ISREG(found.st_mode):
        raise ReaderError(f"{path}: is no regular file: name another with --db", exit_code=os.EX_NOINPUT)
    return found.st_size == 0


def check_header(path: Path) -> None:
    """Refuse a file that is not ours before SQLite touches it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except PermissionError as error:
        raise ReaderError(f"{path}: may not be read: change its permissions", exit_code=os.EX_NOPERM) from error
    try:
        header = os.read(descriptor, 100)
    finally:
        os.close(descriptor)
    if Path(f"{path}-journal").exists():
        return  # an interrupted write: SQLite first puts the header back, then it is asked again
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise BadData(f"{path}: is not a database of reader: name another file with --db")
    check_owner(int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big"), path)


def is_writable(path: Path) -> bool:
    """File and folder can be written: the rollback journal stands beside the file."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def create_file(path: Path) -> None:
    """An empty file that nobody else can read; one that is there already is left as it is."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600))
    except FileExistsError:
        if not path.is_file():
            raise ReaderError(
                f"{path}: cannot be created: name another file with --db", exit_code=os.EX_CANTCREAT
            ) from None
    except OSError as error:
        code = os.EX_NOPERM if isinstance(error, PermissionError) else os.EX_CANTCREAT
        raise ReaderError(
            f"{path}: cannot be created ({error.strerror}): choose another folder", exit_code=code
        ) from error


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection in autocommit mode; `mode` is `rw`, `ro` or `memory`."""
    uri = f"{path.absolute().as_uri()}?mode={mode}" if mode != "memory" else ":memory:"
    connection = sqlite3.connect(uri, uri=True, timeout=TIMEOUT, isolation_level=None, check_same_thread=False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection
