"""The sample story in a new database: our own three reports of one invented event, with their annotations.

Clock and ids are counted, so that two builds give equal exports.
"""

import hashlib
import json
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, TypedDict

from reader.model import Annotation, Document, Origin, RelationType, Span, Status
from reader.model.identity import Identity
from reader.workspace.workspace import Workspace

_PACKAGE = "reader.sample"


class _Described(TypedDict):
    """A line of `annotations.jsonl`: quotes with the occurrence that is meant, counted from 1."""

    document: str
    label: str
    quotes: list[tuple[str, int]]
    note: str
    status: str
    attributes: dict[str, object]
    confidence: float | None
    origin: str


class _Linked(TypedDict):
    """A line of `relations.jsonl`: numbers are lines of the annotations, a name is a text's file."""

    type: str
    source: int
    target: int | str


def build(path: Path) -> None:
    """Write the sample story to a new database."""
    story = json.loads(_read("story.json"))
    with Workspace.open(path, story["annotator"], identity=_counted(story["created"]), create=True) as workspace:
        documents = {each["file"]: _document(workspace, each, story["name"]) for each in story["documents"]}
        described: list[_Described] = _lines("annotations.jsonl")
        annotations = [_annotation(workspace, documents, each) for each in described]
        links: list[_Linked] = _lines("relations.jsonl")
        for link in links:
            target = link["target"]
            end = documents[target].id if isinstance(target, str) else annotations[target].id
            workspace.relations.add(RelationType(link["type"]), annotations[link["source"]].id, end)


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


def _annotation(workspace: Workspace, documents: dict[str, Document], described: _Described) -> Annotation:
    text = _read(described["document"])
    added = workspace.annotations.add(
        documents[described["document"]].id,
        [_found(text, quote, occurrence) for quote, occurrence in described["quotes"]],
        described["label"],
        note=described["note"],
        status=Status(described["status"]),
        attributes=described["attributes"],
        confidence=described["confidence"],
        origin=Origin(described["origin"]),
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


def _lines(name: str) -> list[Any]:
    """The JSON of each line of a file."""
    return [json.loads(line) for line in _read(name).splitlines()]


def _counted(created: str) -> Identity:
    """A clock that moves a second a look, and random bytes that are none."""
    moment = int(datetime.fromisoformat(created).timestamp() * 1000)
    looks = iter(range(moment, moment + 10**9, 1000))
    draws = iter(range(10**9))
    return Identity(
        now=lambda: next(looks),
        random=lambda size: hashlib.sha256(f"sample {next(draws)}".encode()).digest()[:size],
    )
