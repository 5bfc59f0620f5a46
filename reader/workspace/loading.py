"""A file of JSON lines comes in as a whole or not at all."""

from collections.abc import Iterable
from itertools import chain

from reader.exchange.jsonl import numbered
from reader.store import Database
from reader.workspace import loading_annotations, loading_full
from reader.workspace.results import Loaded


def load(database: Database, annotator: str, lines: Iterable[bytes]) -> Loaded:
    """Take in a full export, or the annotations of a plain one; the first line tells which."""
    incoming = numbered(lines)
    first = next(incoming, None)
    if first is None:
        return Loaded(documents=0, stories=0, annotations=0, relations=0, changes=0, known=0)
    is_full = loading_full.is_header(first[1])
    everything = chain([first], incoming)
    if is_full:
        return loading_full.load(database, everything)
    return loading_annotations.load(database, annotator, everything)
