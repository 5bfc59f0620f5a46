"""The open database: one connection, reads that never stay open, writes that are saved or not there."""

import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Self

from reader.model import BadData, ReaderError
from reader.model.identity import Identity, timestamp
from reader.store import files, schema
from reader.store.errors import RESTORE, explained, explaining, is_busy

if TYPE_CHECKING:
    from reader.store.transaction import Transaction

Parameters = Sequence[object] | Mapping[str, object]


class Database:
    """A file of annotations; one that is yet to be made is created by the first write."""

    def __init__(self, path: Path, connection: sqlite3.Connection, identity: Identity, *, read_only: bool) -> None:
        self.path = path
        self.identity = identity
        self.is_read_only = read_only
        self._connection = connection
        self._is_pending = False
        self._is_verified = False
        self._is_rolling_back = False
        self._lock = RLock()
        self._verifying = RLock()

    @classmethod
    def open(
        cls, path: Path | str, *, identity: Identity | None = None, create: bool = False, read_only: bool = False
    ) -> Self:
        """Open a database without writing anything; `create` lets the first write make a missing one."""
        path, identity = Path(path), identity or Identity()
        if files.is_new(path):
            if not create:
                advice = "`reader import FILE` makes one, --db names another"
                raise ReaderError(f"{path}: there is no such database: {advice}", exit_code=os.EX_NOINPUT)
            with explaining(path):
                database = cls(path, files.connect(path, "memory"), identity, read_only=False)
                schema.build(database._connection)
            database._is_pending = database._is_verified = True
            return database
        files.check_header(path)
        read_only = read_only or not files.is_writable(path)
        try:
            with explaining(path):
                return cls(path, _opened(path, "ro" if read_only else "rw"), identity, read_only=read_only)
        except BadData:
            if not files.is_new(path):
                raise
            # a creation that was killed: SQLite has just taken back what it had written
            return cls.open(path, identity=identity, create=create)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, query: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of a query at once: a cursor left open would keep others from saving."""
        with self._lock, explaining(self.path):
            return self._connection.execute(query, parameters).fetchall()

    def row(self, query: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
        """The first row of a query."""
        found = self.rows(query, parameters)
        return found[0] if found else None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the database for all that is read inside; nobody can save meanwhile, so be brief."""
        with self._lock, explaining(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._roll_back()

    @contextmanager
    def writing(self) -> Iterator["Transaction"]:
        """A transaction that is saved when the block has ended, or is not there at all."""
        from reader.store.transaction import Transaction  # with all that writing needs, and a reader may never write

        with self._lock:
            self._prepare()
            with explaining(self.path):
                self._connection.execute("BEGIN IMMEDIATE")
                transaction = Transaction(self._connection, self.identity)
                try:
                    yield transaction
                except BaseException:
                    self._roll_back()
                    raise
            self._commit(transaction)

    def verify(self) -> None:
        """Look the whole file over once a session, over a connection of its own, so any thread may call it."""
        with self._verifying:
            if self._is_verified:
                return
            with explaining(self.path):
                connection = files.connect(self.path, "ro")
                try:
                    problems = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
                finally:
                    connection.close()
            if problems != ["ok"]:
                raise BadData(f"{self.path}: is damaged ({problems[0]}): nothing is written to it: {RESTORE}")
            self._is_verified = True

    def state(self) -> tuple[int, int]:
        """Equal as long as neither this connection nor another has written anything."""
        return self.data_version(), self._connection.total_changes

    def data_version(self) -> int:
        """A number that moves when another connection has saved something."""
        row = self.row("PRAGMA data_version")
        return int(row[0]) if row else 0

    def _prepare(self) -> None:
        if self.is_read_only:
            raise ReaderError(
                f"{self.path}: is read-only: copy it to a folder that you can write to", exit_code=os.EX_NOPERM
            )
        if self._is_pending:
            self._create()
        self.verify()
        if not self._is_rolling_back:
            self._is_rolling_back = True
            with explaining(self.path):
                self._leave_other_mode()

    def _leave_other_mode(self) -> None:
        """Back to a rollback journal; while others have the file open, their mode stays, which loses nothing."""
        if self._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",):
            return
        try:
            self._connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if not is_busy(error):
                raise

    def _create(self) -> None:
        files.create_file(self.path)
        with explaining(self.path):
            connection = files.connect(self.path, "rw")
            try:
                connection.execute("BEGIN IMMEDIATE")
                if connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
                    # slow to import, and needed once in the life of a file
                    from reader.store.migrations import migrate

                    migrate(connection, timestamp(self.identity.now()))
                connection.execute("COMMIT")
                _check(connection, self.path)
            except BaseException:
                connection.close()
                raise
        self._connection.close()
        self._connection = connection
        self._is_pending = False

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _commit(self, transaction: "Transaction") -> None:
        """Commit; an error that leaves it open whether all is saved is answered by reading the file again."""
        deadline = time.monotonic() + files.TIMEOUT
        while True:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                if is_busy(error) and self._connection.in_transaction and time.monotonic() < deadline:
                    time.sleep(0.01)
                    continue
                self._settle(transaction, error)
            return

    def _settle(self, transaction: "Transaction", error: sqlite3.Error) -> None:
        with explaining(self.path):
            self._roll_back()
            self._connection.close()
            self._connection = _opened(self.path, "rw")
            wanted = transaction.written[-1:]
            found = self._connection.execute("SELECT id FROM changes WHERE id = ?", wanted or [""]).fetchall()
        if wanted and found:
            return
        raise explained(error, self.path) from error


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    connection = files.connect(path, mode)
    try:
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    schema.check_owner(application_id, version, path)
    schema.check_tables(connection, path)
