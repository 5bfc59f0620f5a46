"""Lines put aside, in memory or in an unlinked file that nobody else can read, and taken up again later."""

import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator

from reader.model import ReaderError

_IN_MEMORY = 8 << 20


class Spool:
    """Keeps lines in the order in which they came; they hold no line end of their own."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with the spool
        self._finalizer = weakref.finalize(self, self._file.close)
        for line in lines:
            self.add(line.encode("utf-8"))

    def add(self, line: bytes) -> None:
        """Put a line behind the others."""
        try:
            self._file.write(line + b"\n")
        except OSError as error:
            where = tempfile.gettempdir()
            raise ReaderError(
                f"{where}: no room to gather the lines ({error.strerror}): free some space", exit_code=os.EX_IOERR
            ) from error

    def raw(self) -> Iterator[bytes]:
        """All lines as bytes, from the first on."""
        self._file.seek(0)
        for line in self._file:
            yield line.removesuffix(b"\n")

    def __iter__(self) -> Iterator[str]:
        return (line.decode("utf-8") for line in self.raw())
