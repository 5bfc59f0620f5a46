"""Whether a database holds what was once put into it: each problem in words.

All is read from a private copy, so that a long check keeps nobody from saving.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import zip_longest

from reader.model import BadData, Fragment, ReaderError, TextSource
from reader.store import annotations, log, texts
from reader.store.canonical import canonical
from reader.store.database import Database
from reader.store.projection import PROJECTED
from reader.store.replay import rebuild
from reader.store.staging import private, unfounded
from reader.store.stored_text import line_count
from reader.text.paragraphs import MemoryText

_SHOWN = 20


def check(database: Database) -> list[str]:
    """All that is wrong; empty when the database is sound."""
    copy = sqlite3.connect("", isolation_level=None)
    try:
        with database.reading() as connection:
            connection.backup(copy)
        return _problems(copy)
    finally:
        copy.close()


def _problems(copy: sqlite3.Connection) -> list[str]:
    found: list[str] = []
    for part in (structure, log_problems, unfounded, migration_problems, text_problems, projection_problems):
        try:
            found += part(copy)
        except (sqlite3.Error, ReaderError, ValueError) as error:
            found.append(f"cannot be read: {error}")
    if not found:
        found += quote_problems(copy)
    return found


def structure(copy: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds wrong with its own pages and indexes."""
    rows = [row[0] for row in copy.execute(f"PRAGMA integrity_check({_SHOWN})")]
    if rows != ["ok"]:
        yield from (f"the file is damaged: {row}" for row in rows)


def log_problems(copy: sqlite3.Connection) -> Iterator[str]:
    """Changes that are not what their checksum was made of."""
    copy.text_factory = _lenient
    try:
        rows = copy.execute("SELECT id FROM changes ORDER BY number").fetchall()
        for (identifier,) in rows:
            if not _is_as_written(copy, identifier):
                yield f"change {identifier}: was altered: its checksum does not fit"
    finally:
        copy.text_factory = str


def _lenient(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _is_as_written(copy: sqlite3.Connection, identifier: str) -> bool:
    try:
        change = log.by_id(copy, identifier)
        row = copy.execute("SELECT content FROM changes WHERE id = ?", (identifier,)).fetchone()
        content = None if change.content is None else canonical(dict(change.content))
        return log.is_sound(change) and content == row[0]
    except (BadData, ValueError):
        return False


def migration_problems(copy: sqlite3.Connection) -> Iterator[str]:
    """Steps of the tables' making that are not noted as they should be."""
    rows = copy.execute("SELECT migration_set, name FROM _sqlite_migrations ORDER BY id").fetchall()
    if rows != [("reader", "m001_log_and_projection")]:
        yield "the note of how the tables were made was altered"


def text_problems(copy: sqlite3.Connection) -> Iterator[str]:
    """Texts that are not those whose sha256 they are kept under."""
    copy.text_factory = _lenient
    try:
        sources = copy.execute("SELECT document, length, paragraphs, sha256_bytes FROM sources ORDER BY document")
        for document, length, paragraphs, digest in sources.fetchall():
            if not _is_as_imported(copy, document, length, paragraphs, digest):
                yield f"document {document[:12]}: its text was altered"
    finally:
        copy.text_factory = str
    query = "SELECT DISTINCT document FROM chunks WHERE document NOT IN (SELECT document FROM sources)"
    for (document,) in copy.execute(query).fetchall():
        yield f"document {document[:12]}: a part of its text lies alone"
    query = (
        "SELECT id FROM documents LEFT JOIN sources ON sources.document = id WHERE sources.length IS NOT "
        "documents.length OR sources.sha256_bytes IS NOT documents.sha256_bytes OR sources.encoding IS NOT "
        "documents.encoding"
    )
    for (document,) in copy.execute(query).fetchall():
        yield f"document {document[:12]}: its text is not the one that was imported"


def _is_as_imported(copy: sqlite3.Connection, document: str, length: int, paragraphs: int, digest: str) -> bool:
    columns = "first_offset, length, first_paragraph, paragraphs, text"
    query = f"SELECT {columns} FROM chunks WHERE document = ? ORDER BY first_offset"  # noqa: S608 - our own names
    hashed = hashlib.sha256()
    offset = paragraph = 0
    for row in copy.execute(query, (document,)):
        chunk = row[4]
        hashed.update(chunk.encode("utf-8", "surrogateescape"))
        if row != (offset, len(chunk), paragraph, line_count(chunk), chunk):
            return False
        offset, paragraph = offset + len(chunk), paragraph + row[3]
    (data,) = copy.execute("SELECT bytes FROM sources WHERE document = ?", (document,)).fetchone()
    bytes_digest = hashed.hexdigest() if data is None else hashlib.sha256(data).hexdigest()
    return hashed.hexdigest() == document and (offset, paragraph) == (length, paragraphs) and bytes_digest == digest


def projection_problems(copy: sqlite3.Connection) -> Iterator[str]:
    """Tables that are not what the log amounts to."""
    with private() as fresh:
        log.append_all(fresh, log.in_order(copy))
        rebuild(fresh)
        for table in PROJECTED:
            yield from _differences(copy, fresh, table)


def _differences(copy: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> Iterator[str]:
    query = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608 - a name of our own
    for have, expected in zip_longest(copy.execute(query), fresh.execute(query)):
        if have != expected:
            row = expected or have
            yield f"{table}: the row of {row[0]} is not what the log says"
            return


def quote_problems(copy: sqlite3.Connection) -> Iterator[str]:
    """Annotations whose quote or context is not what stands in the text."""
    document, source = "", MemoryText("")
    for annotation in annotations.in_order(copy):
        if annotation.document != document:
            document = annotation.document
            source = MemoryText(texts.whole(copy, document).text)
        for part in annotation.fragments:
            if not _stands(source, part):
                yield f"annotation {annotation.id}: its quote or context is not what stands in the text"


def _stands(source: TextSource, part: Fragment) -> bool:
    before = max(0, part.start - len(part.prefix))
    around = (source.slice(before, part.start), source.slice(part.start, part.end))
    return (*around, source.slice(part.end, part.end + len(part.suffix))) == (part.prefix, part.quote, part.suffix)
