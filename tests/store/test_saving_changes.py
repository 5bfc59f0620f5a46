"""Saving: what is told as saved is there, an error out of COMMIT is looked into, and nobody's work is lost."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from reader.model import BadData, BusyError, ReaderError, Span
from reader.store import files
from reader.workspace import Workspace


class Faulty:
    """A connection whose COMMIT fails before or after it has done its work."""

    def __init__(self, real: sqlite3.Connection, code: int, *, is_late: bool) -> None:
        self._real = real
        self._code = code
        self._is_late = is_late

    def execute(self, query: str, *parameters: Any) -> sqlite3.Cursor:
        """The real thing, but for COMMIT."""
        if query != "COMMIT":
            return self._real.execute(query, *parameters)
        if self._is_late:
            self._real.execute(query)
        error = sqlite3.OperationalError("it went wrong")
        error.sqlite_errorcode = self._code
        raise error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def broken(workspace: Workspace, code: int, *, is_late: bool) -> str:
    """The French document of a workspace whose next COMMIT fails."""
    document = workspace.documents.find("Le tram 🚋 revient").id
    database = workspace._database
    faulty: Any = Faulty(database._connection, code, is_late=is_late)
    database._connection = faulty
    return document


@pytest.mark.parametrize(("code", "exit_code"), [(sqlite3.SQLITE_FULL, 74), (sqlite3.SQLITE_IOERR, 74)])
def test_a_failed_commit_is_told(workspace: Workspace, code: int, exit_code: int) -> None:
    """When the disk refuses, nothing is there and an error says so; the next save works."""
    document = broken(workspace, code, is_late=False)
    with pytest.raises(ReaderError) as caught:
        workspace.annotations.add(document, [Span(3, 7)], "entity")
    assert caught.value.exit_code == exit_code
    assert workspace.annotations.count(document) == 0
    assert workspace.annotations.add(document, [Span(3, 7)], "entity").is_new


def test_an_error_after_saving_is_no_loss(workspace: Workspace) -> None:
    """When COMMIT fails but all is there, the annotation counts as saved."""
    document = broken(workspace, sqlite3.SQLITE_IOERR, is_late=True)
    assert workspace.annotations.add(document, [Span(3, 7)], "entity").is_new
    assert workspace.annotations.count(document) == 1


def test_a_busy_file_is_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another program does not let go of the file, waiting ends and nothing is saved."""
    monkeypatch.setattr(files, "TIMEOUT", 0.05)
    document = workspace.documents.find("Le tram 🚋 revient").id
    with Workspace.open(workspace.path, "basma") as other:
        other.verify()
        blocker = sqlite3.connect(workspace.path, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError) as caught:
            other.annotations.add(document, [Span(3, 7)], "entity")
        blocker.close()
        assert caught.value.exit_code == os.EX_TEMPFAIL
        assert other.annotations.add(document, [Span(3, 7)], "entity").is_new


def test_nobodys_work_is_lost(workspace: Workspace) -> None:
    """Three people who save at once, while a fourth exports, all find everything there."""
    document = workspace.documents.find("Le tram 🚋 revient").id

    def work(name: str) -> None:
        with Workspace.open(workspace.path, name) as own:
            for offset in range(12):
                own.annotations.add(document, [Span(22 + offset, 23 + offset)], "claim")

    people = [Thread(target=work, args=(name,)) for name in ("a", "b", "c")]
    for person in people:
        person.start()
    while any(person.is_alive() for person in people):
        list(workspace.exchange.export())
    for person in people:
        person.join()
    assert workspace.annotations.count(document) == 36
    assert workspace.exchange.check() == []


def test_others_are_noticed(workspace: Workspace) -> None:
    """The version moves when somebody else saves, and stays when nobody does."""
    before = workspace.data_version()
    assert workspace.data_version() == before
    with Workspace.open(workspace.path, "basma") as other:
        other.documents.import_bytes(b"new", name="x")
    assert workspace.data_version() != before


def test_a_damaged_file_is_not_written(tmp_path: Path, workspace: Workspace) -> None:
    """The first save of a session looks the file over, and refuses one that is damaged."""
    workspace.close()
    whole = bytearray(workspace.path.read_bytes())
    page = 4096
    for number in range(2, len(whole) // page):
        whole[number * page + 1 : number * page + 3] = b"\xff\xff"
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(whole)
    with pytest.raises(BadData), Workspace.open(damaged, "amal") as other:
        other.documents.import_bytes(b"new", name="x")
    assert damaged.read_bytes() == bytes(whole)


def test_verifying_works_in_any_thread(workspace: Workspace) -> None:
    """The look over the file can happen behind the screen."""
    workspace.close()
    with Workspace.open(workspace.path, "amal") as again:
        seen: list[str] = []
        run: Callable[[], None] = lambda: seen.append(str(again.verify()))  # noqa: E731 - a thread takes a callable
        thread = Thread(target=run)
        thread.start()
        thread.join()
        assert seen == ["None"]
        assert again._database._is_verified
