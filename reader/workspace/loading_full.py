"""A full export comes in: tried in a private database, compared line by line, then joined to what is here."""

from collections import Counter
from collections.abc import Iterable

from reader.exchange import full
from reader.exchange.jsonl import parse
from reader.exchange.records import Record
from reader.exchange.spool import Spool
from reader.model import BadData, Change
from reader.store import Connection, Database, checking, contents, log, staging, texts
from reader.workspace.exporting import full_lines
from reader.workspace.faults import Faults
from reader.workspace.results import Loaded

_KINDS = ("document", "story", "annotation", "relation", "change")


def is_header(data: bytes) -> bool:
    """The line opens a full export."""
    try:
        record = parse(data)
    except BadData:
        return False
    return record.get("type") == "header"


def load(database: Database, lines: Iterable[tuple[int, bytes]]) -> Loaded:
    """Join a full export to the database; the same one again adds nothing."""
    with staging.private() as connection:
        spool, numbers = Spool(), []
        faults = Faults()
        for number, data in lines:
            numbers.append(number)
            spool.add(data)
            with faults.of(number):
                _stage(connection, parse(data), is_first=len(numbers) == 1)
        faults.stop()
        for problem in staging.unfounded(connection):
            faults.add(problem)
        faults.stop()
        staged = staging.opened(connection, database.path)
        for problem in checking.quote_problems(connection):
            faults.add(problem)
        counts = _compare(staged, connection, spool, numbers, faults)
        faults.stop()
        before = _known(database)
        with database.writing() as transaction:
            added = staging.join(transaction, connection)
        after = _known(database)
    grown = after - before
    return Loaded(
        documents=grown["document"],
        stories=grown["story"],
        annotations=grown["annotation"],
        relations=grown["relation"],
        changes=added,
        known=counts["change"] - added,
    )


def _known(database: Database) -> Counter[str]:
    return Counter(log.record_counts(database))


def _stage(connection: Connection, record: Record, *, is_first: bool) -> None:
    kind = record.get("type")
    if is_first:
        if record != full.HEADER:
            raise BadData("the header is not that of a full export of schema reader/1")
    elif record.get("schema") != full.HEADER["schema"] or kind not in _KINDS:
        raise BadData("not a line of a full export of schema reader/1")
    if kind == "document":
        text = full.text_of(record)
        texts.keep(connection, texts.NewText(text.text, text.data, text.encoding))
    if kind == "change":
        change = full.change_of(record)
        _check(change)
        if log.is_known(connection, change.id):
            raise BadData(f"change {change.id} stands twice")
        log.append(connection, change)


def _check(change: Change) -> None:
    if not log.is_sound(change):
        raise BadData(f"change {change.id} was altered: its checksum does not fit")
    if change.content is not None:
        contents.check(change.kind, change.record, change.content)


def _compare(
    staged: Database, connection: Connection, spool: Spool, numbers: list[int], faults: Faults
) -> Counter[str]:
    """Every line must be the one that the changes lead to."""
    counts: Counter[str] = Counter()
    given = iter(zip(numbers, spool.raw(), strict=True))
    for line in full_lines(staged, connection):
        expected = parse(line.encode("utf-8"))
        number, data = next(given, (0, b""))
        counts[str(expected["type"])] += 1
        if not data:
            faults.add(f"the line of {expected['type']} {expected.get('id')} is missing")
            return counts
        if parse(data) != expected:
            faults.add(
                f"line {number}: is not what the changes lead to, which is {expected['type']} {expected.get('id')}"
            )
            return counts
    for number, _ in given:
        faults.add(f"line {number}: stands behind the last change")
    return counts
