"""Ratio 7: one annotation, saved and acknowledged, over one raw insert in the same journal mode."""

import itertools
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import texts
from benchmarks.rounds import Ratio, compared, timed
from reader.model import Span
from reader.workspace import Workspace

_PAIRS = 25


def ratios() -> Iterator[Ratio]:
    """Log and projection in one transaction over one row, rollback journal and `EXTRA` both times."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Workspace.open(folder / "annotations.db", "bench", create=True) as workspace:
            data = texts.sample("fr", 3).encode("utf-8")
            document = workspace.documents.import_bytes(data, name="fr.txt")[0].document
            starts = itertools.count()

            def save() -> None:
                start = next(starts)
                assert workspace.annotations.add(document.id, [Span(start, start + 9)], "claim").is_new

            with _raw(folder / "raw.db") as raw:

                def insert() -> None:
                    raw.execute("INSERT INTO annotations VALUES (NULL, ?, ?, ?, 'claim')", (document.id, 1, 10))

                yield Ratio("7", "save", compared(timed(save), timed(insert), repeats=_PAIRS), 1.5)


def _raw(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
        "CREATE TABLE annotations (id INTEGER PRIMARY KEY, document TEXT, start INTEGER, end INTEGER, label TEXT)"
    )
    return connection
