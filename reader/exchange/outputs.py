"""Writing a file that is there whole or not at all."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator

from reader.model import ReaderError, UsageError


def write_file(path: str, parts: Iterable[bytes], *, never: str) -> None:
    """Put the parts into the file at `path`, which is replaced only once all of them are on the disk.

    A device or a pipe is written to as it is. `never` is the path that must not be overwritten: the database's.
    """
    path = os.path.realpath(path)
    try:
        if os.path.exists(path) and os.path.exists(never) and os.path.samefile(path, never):
            raise UsageError(f"{path}: it is the database itself: name another file")
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            _write_through(path, parts)
        else:
            _replace(path, parts, mode)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _write_through(path: str, parts: Iterable[bytes]) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_CLOEXEC), "wb") as file:
        file.writelines(parts)


def _replace(path: str, parts: Iterable[bytes], mode: int | None) -> None:
    folder = os.path.dirname(path)
    with _temporary(folder) as (name, descriptor):
        with open(descriptor, "wb") as file:
            file.writelines(parts)
            if mode is not None:
                os.fchmod(file.fileno(), stat.S_IMODE(mode))
            file.flush()
            os.fsync(file.fileno())
        os.rename(name, path)
    _sync_folder(folder)


@contextlib.contextmanager
def _temporary(folder: str) -> Iterator[tuple[str, int]]:
    """A new file beside the one it will become; it goes when anything stops it from becoming that."""
    name = os.path.join(folder, f".reader-{os.getpid()}-{secrets.token_hex(4)}")
    try:  # from before it is made: a signal may come right behind that
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        yield name, descriptor
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritable(path: str, error: OSError | ValueError) -> ReaderError:
    if isinstance(error, ValueError):
        return ReaderError(f"{path}: no file can be called so: check the name", exit_code=os.EX_CANTCREAT)
    if isinstance(error, BrokenPipeError):
        return ReaderError(f"{path}: nobody reads it: start its reader first", exit_code=os.EX_IOERR)
    reasons = {
        errno.ENOSPC: (os.EX_IOERR, "make room; the old file is as it was"),
        errno.EDQUOT: (os.EX_IOERR, "make room; the old file is as it was"),
        errno.EIO: (os.EX_IOERR, "try another disk; the old file is as it was"),
        errno.EACCES: (os.EX_NOPERM, "write where you may"),
        errno.EPERM: (os.EX_NOPERM, "write where you may"),
    }
    code, what_now = reasons.get(error.errno or 0, (os.EX_CANTCREAT, "name another file"))
    return ReaderError(f"{path}: cannot write it: {error.strerror}: {what_now}", exit_code=code)
