"""What goes wrong, as one line on stderr and an exit code."""

import errno
import os
import signal
import sys
from types import TracebackType

import click

from reader.cli.output import abandon, tell
from reader.cli.session import Session

PIPE_BROKEN = 128 + signal.SIGPIPE
BY_ERRNO = {
    errno.ENOENT: os.EX_NOINPUT,
    errno.ENOTDIR: os.EX_NOINPUT,
    errno.EISDIR: os.EX_NOINPUT,
    errno.ELOOP: os.EX_NOINPUT,
    errno.ENAMETOOLONG: os.EX_NOINPUT,
    errno.EACCES: os.EX_NOPERM,
    errno.EPERM: os.EX_NOPERM,
    errno.EROFS: os.EX_CANTCREAT,
}


class Interrupted(BaseException):
    """A signal asks the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Failures:
    """The outermost boundary: every error that reaches it becomes a line on stderr and `exit_code`."""

    def __init__(self, session: Session) -> None:
        self.exit_code = os.EX_SOFTWARE
        self._session = session

    def __enter__(self) -> "Failures":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Answer for any error but SystemExit and what only an interpreter can handle."""
        if error is None or isinstance(error, SystemExit | GeneratorExit):
            return False
        abandon()
        self.exit_code, message = explain(error)
        if message:
            tell(message)
        if self._session.debug and not isinstance(error, BrokenPipeError | KeyboardInterrupt | Interrupted):
            self._trace(error)
        return True

    @staticmethod
    def _trace(error: BaseException) -> None:
        import traceback

        from reader.text.safe import safe

        if sys.stderr is not None:
            sys.stderr.write(safe("".join(traceback.format_exception(error)), keep_lines=True))


def explain(error: BaseException) -> tuple[int, str]:
    """The exit code for an error and what to say of it; nothing where the user did it himself."""
    if isinstance(error, click.ClickException):
        return 2, _usage(error)
    if isinstance(error, BrokenPipeError):
        return PIPE_BROKEN, ""
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return 128 + signal.SIGINT, ""
    if isinstance(error, Interrupted):
        return 128 + error.number, ""
    from reader.model import ReaderError

    if isinstance(error, ReaderError):
        return error.exit_code, str(error)
    if isinstance(error, OSError):
        name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "input or output"
        why = error.strerror or str(error)
        return BY_ERRNO.get(error.errno or 0, os.EX_IOERR), f"{name}: {why}: nothing more was done"
    if isinstance(error, MemoryError):
        return os.EX_SOFTWARE, "memory: not enough of it: try a smaller input"
    what = f"{type(error).__name__}: {error}"
    return os.EX_SOFTWARE, f"internal error: {what}: run it again with --debug and report what it prints"


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "reader"
    # With several lines click lists possibilities; they belong into the one line.
    why = " ".join(error.format_message().split("\n")).rstrip(".")
    return f"{path.removeprefix('reader').strip() or 'usage'}: {why}: see {path} --help"
