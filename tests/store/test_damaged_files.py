"""Damage of any kind ends in an error that can be read, and never goes unseen where something is stored."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

from reader.model import ReaderError, Span
from reader.workspace import Workspace


def dump(path: Path, data: bytes) -> list[str]:
    """All that SQLite finds in a file of these bytes."""
    path.write_bytes(data)
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def complaints(path: Path) -> list[str]:
    """What is said of the file when everything in it is read, and one thing written."""
    try:
        with Workspace.open(path, "amal") as workspace:
            found = workspace.exchange.check()
            tasks: list[Callable[[], object]] = [
                lambda: list(workspace.exchange.export()),
                lambda: list(workspace.exchange.export(full=True)),
                lambda: list(workspace.history.entries()),
                workspace.documents.all,
                workspace.stories.all,
                workspace.history.undo,
            ]
            for task in tasks:
                found += _complaint(task)
            return found
    except ReaderError as error:
        return [str(error)]


def _complaint(task: Callable[[], object]) -> list[str]:
    try:
        task()
    except ReaderError as error:
        return [str(error)]
    return []


def test_random_damage_is_told(workspace: Workspace, tmp_path: Path) -> None:
    """Bytes overwritten at random lead to no other error than ours, and to no silence but in unused space."""
    document = workspace.documents.find("Le tram 🚋 revient").id
    for offset in range(22, 40):
        workspace.annotations.add(document, [Span(offset, offset + 2)], "claim", note="x" * 300)
    workspace.close()
    whole = workspace.path.read_bytes()
    sound = dump(tmp_path / "copy.db", whole)
    chance = random.Random(7)  # noqa: S311 - damage that repeats
    seen = 0
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 3, 40))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        workspace.path.write_bytes(damaged)
        if complaints(workspace.path):
            seen += 1
        else:
            assert dump(tmp_path / "copy.db", bytes(damaged)) == sound
    assert seen > 10
