"""The sample story in a new database: our own three reports of one invented event, with their annotations.

Clock and ids are counted, so that two builds give equal exports.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from reader.model import Annotation, Document, Origin, RelationType, Span, Status
from reader.model.identity import Identity
from reader.workspace.workspace import Workspace

_PACKAGE = "reader.sample"


def build(path: Path) -> None:
    """Write the sample story to a new database."""
    story = json.loads(_read("story.json"))
    with Workspace.open(path, story["annotator"], identity=_counted(story["created"]), create=True) as workspace:
        documents = {each["file"]: _document(workspace, each, story["name"]) for each in story["documents"]}
        annotations = [_annotation(workspace, documents, each) for each in _lines("annotations.jsonl")]
        for each in _lines("relations.jsonl"):
            kind = RelationType(each["type"])
            target = each["target"]
            end = documents[target].id if isinstance(target, str) else annotations[target].id
            workspace.relations.add(kind, annotations[each["source"]].id, end)


def _document(workspace: Workspace, described: dict[str, str], story: str) -> Document:
    (imported,) = workspace.documents.import_bytes(
        _read(described["file"]).encode(),
        name=described["file"],
        title=described["title"],
        outlet=described["outlet"],
        date=described["date"],
        url=described["url"],
        language=described["language"],
        story=story,
    )
    return imported.document


def _annotation(workspace: Workspace, documents: dict[str, Document], described: dict[str, object]) -> Annotation:
    document = documents[str(described["document"])]
    text = _read(str(described["document"]))
    quotes = described["quotes"]
    attributes = described["attributes"]
    confidence = described["confidence"]
    assert isinstance(quotes, list)
    assert isinstance(attributes, dict)
    assert confidence is None or isinstance(confidence, int | float)
    added = workspace.annotations.add(
        document.id,
        [_found(text, quote, occurrence) for quote, occurrence in quotes],
        str(described["label"]),
        note=str(described["note"]),
        status=Status(str(described["status"])),
        attributes=attributes,
        confidence=confidence,
        origin=Origin(str(described["origin"])),
    )
    return added.annotation


def _found(text: str, quote: str, occurrence: int) -> Span:
    """Where a quote stands for the given time, counted from 1; ValueError when it does not."""
    start = -1
    for _ in range(occurrence):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote))


def _read(name: str) -> str:
    """A file of the sample as it is, line ends included."""
    return (files(_PACKAGE) / name).read_bytes().decode()


def _lines(name: str) -> Iterator[dict[str, object]]:
    return (json.loads(line) for line in _read(name).splitlines())


def _counted(created: str) -> Identity:
    """A clock that moves a second a look, and random bytes that are none."""
    moment = int(datetime.fromisoformat(created).timestamp() * 1000)
    looks = iter(range(moment, moment + 10**9, 1000))
    draws = iter(range(10**9))
    return Identity(
        now=lambda: next(looks),
        random=lambda size: hashlib.sha256(f"sample {next(draws)}".encode()).digest()[:size],
    )
