"""What goes out and what comes in, and whether the database is sound."""

from collections.abc import Iterable, Iterator

from reader.exchange.outputs import write_file
from reader.exchange.spool import Spool
from reader.store import Database, checking
from reader.workspace import exporting, loading
from reader.workspace.query import Query
from reader.workspace.results import Loaded
from reader.workspace.selecting import Selection


class Exchange:
    """Export, load and check of a database."""

    def __init__(self, database: Database, annotator: str) -> None:
        self._database = database
        self._annotator = annotator

    def export(self, query: Query | None = None, *, full: bool = False) -> Iterator[str]:
        """Lines of JSON without line end; all are read before the first is given, so nobody waits for the reader."""
        if full:
            with self._database.reading() as connection:
                return iter(Spool(exporting.full_lines(self._database, connection)))
        selection = Selection(self._database, query or Query())
        with self._database.reading() as connection:
            return iter(Spool(exporting.annotation_lines(self._database, connection, selection)))

    def write(self, path: str, query: Query | None = None, *, full: bool = False) -> int:
        """Export to a file, whole or not at all; the number of lines. The database itself is never overwritten."""
        lines = 0

        def parts() -> Iterator[bytes]:
            nonlocal lines
            for line in self.export(query, full=full):
                lines += 1
                yield f"{line}\n".encode()

        write_file(path, parts(), never=str(self._database.path))
        return lines

    def load(self, lines: Iterable[bytes]) -> Loaded:
        """Take in all lines or none; BadData names the lines that are not right."""
        return loading.load(self._database, self._annotator, lines)

    def check(self) -> list[str]:
        """Problems in words; empty when the database is sound."""
        return checking.check(self._database)
