"""Export and load: what goes out comes back, and a bad line keeps all out."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from reader.model import BadData, RelationType, Span
from reader.model.identity import Identity
from reader.workspace import Query, Workspace

EMOJI = "👍🏽 Le « port » 🚋 est\u2028ouvert.\r\nFin"


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """The shared database with annotations, a relation, an undone step and a removed document."""
    [imported] = workspace.documents.import_bytes(b"\xef\xbb\xbf" + EMOJI.encode(), name="x", title="Émoji")
    [gone] = workspace.documents.import_bytes(b"gone", name="y")
    arabic = workspace.documents.find("عودة الترام").id
    port = workspace.annotations.add(imported.document.id, [Span(8, 12), Span(15, 16)], "entity", confidence=0.5)
    claim = workspace.annotations.add(
        arabic, [Span(24, 28)], "claim", note="a\u2028b", attributes={"sûr": [True]}, snap=True
    )
    workspace.relations.add(RelationType.ATTRIBUTED_TO, claim.annotation.id, port.annotation.id)
    workspace.documents.remove(gone.document.id)
    workspace.annotations.change(port.annotation, label="source")
    workspace.history.undo()
    return workspace


def encoded(lines: Iterator[str] | list[str]) -> list[bytes]:
    """Lines as a file gives them."""
    return [line.encode() + b"\n" for line in lines]


def texts_of(source: Workspace, target: Workspace) -> None:
    """Bring the documents of one database into another."""
    for summary in source.documents.all():
        whole = source.documents.text(summary.document.id).slice(0, summary.document.length)
        target.documents.import_bytes(whole.encode(), name="x")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """An empty database of somebody else."""
    with Workspace.open(tmp_path / "other.db", "amal", create=True) as opened:
        yield opened


def test_a_record_is_what_the_design_says(filled: Workspace) -> None:
    """Keys, order of keys, UTF-16 offsets and the quote of the hull are as promised."""
    found = [line for line in filled.exchange.export() if '"entity"' in line]
    record = json.loads(found[0])
    assert list(record) == [
        "schema", "type", "id", "document", "title", "outlet", "language", "direction", "label", "start", "end",
        "start_utf16", "end_utf16", "quote", "prefix", "suffix", "fragments", "attributes", "note", "confidence",
        "status", "annotator", "created", "modified", "origin", "relations",
    ]  # fmt: skip
    assert EMOJI[record["start"] : record["end"]] == record["quote"] == "port » 🚋"
    units = EMOJI.encode("utf-16-le")
    assert units[2 * record["start_utf16"] : 2 * record["end_utf16"]].decode("utf-16-le") == record["quote"]
    assert [part["quote"] for part in record["fragments"]] == ["port", "🚋"]
    assert (record["title"], record["outlet"], record["confidence"]) == ("Émoji", None, 0.5)
    assert [(link["type"], link["role"]) for link in record["relations"]] == [("attributed_to", "target")]


def test_an_export_is_sorted_and_repeats(filled: Workspace) -> None:
    """Two exports are equal, sorted by place, and no line holds a hidden line end."""
    lines = list(filled.exchange.export())
    assert list(filled.exchange.export()) == lines
    assert [line.splitlines() for line in lines] == [[line] for line in lines]
    keys = [(r["document"], r["start"], r["end"], r["id"]) for r in map(json.loads, lines)]
    assert keys == sorted(keys)
    assert len(list(filled.exchange.export(Query.parse("label=claim")))) == 1


def test_a_slow_reader_keeps_nobody_waiting(filled: Workspace) -> None:
    """An export that is read halfway does not hold the file, and does not see later work."""
    lines = filled.exchange.export(full=True)
    next(lines)
    with Workspace.open(filled.path, "basma") as other:
        other.documents.import_bytes(b"meanwhile", name="x")
    assert not any("meanwhile" in line for line in lines)


def test_a_full_export_comes_back_whole(filled: Workspace, other: Workspace) -> None:
    """Loaded into an empty database it exports the same bytes, redo works as before, and check is content."""
    lines = list(filled.exchange.export(full=True))
    loaded = other.exchange.load(encoded(lines))
    assert (loaded.annotations, loaded.relations, loaded.known) == (2, 1, 0)
    assert list(other.exchange.export(full=True)) == lines
    assert other.exchange.check() == []
    assert other.exchange.load(encoded(lines)).is_new is False
    assert other.history.redo().summary == filled.history.redo().summary
    assert list(other.exchange.export()) != []


def test_two_databases_become_one(filled: Workspace, other: Workspace) -> None:
    """What two people did apart is there in both after each has loaded the other's, in the same words."""
    other.exchange.load(encoded(filled.exchange.export(full=True)))
    arabic = filled.documents.find("عودة الترام").id
    filled.annotations.add(arabic, [Span(0, 4)], "entity", annotator="amal")
    other.annotations.add(arabic, [Span(5, 11)], "source", annotator="basma")
    other.exchange.load(encoded(filled.exchange.export(full=True)))
    filled.exchange.load(encoded(other.exchange.export(full=True)))
    assert list(filled.exchange.export(full=True)) == list(other.exchange.export(full=True))
    assert filled.annotations.count(arabic) == 3
    assert filled.exchange.check() == other.exchange.check() == []


def test_annotations_come_into_a_database_with_their_texts(filled: Workspace, other: Workspace) -> None:
    """A plain export comes back with its ids and relations; the same again adds nothing; it is one step."""
    texts_of(filled, other)
    lines = list(filled.exchange.export())
    loaded = other.exchange.load(encoded(lines))
    assert (loaded.annotations, loaded.relations) == (2, 1)
    without_title = [{**json.loads(line), "title": None} for line in lines]
    assert [{**json.loads(line), "title": None} for line in other.exchange.export()] == without_title
    assert other.exchange.load(encoded(lines)).is_new is False
    other.history.undo()
    assert list(other.exchange.export()) == []
    assert other.exchange.check() == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("quote", "autre"), ("start", 9), ("end", 10**9), ("start", True), ("start_utf16", 3), ("prefix", "autre"),
     ("document", "0" * 64), ("label", "fact"), ("status", "done"), ("origin", "elsewhere"), ("confidence", 2),
     ("annotator", " "), ("created", "yesterday"), ("id", "../../x"), ("fragments", []), ("attributes", []),
     ("relations", [{}]), ("colour", "red"), ("schema", "reader/2"), ("type", "relation"), ("note", None)],
)  # fmt: skip
def test_one_bad_line_keeps_all_out(filled: Workspace, other: Workspace, key: str, value: Any) -> None:
    """A value that does not fit is named with its line, and nothing is loaded."""
    texts_of(filled, other)
    before = other.path.read_bytes()
    lines = [json.loads(line) for line in filled.exchange.export()]
    at = next(number for number, record in enumerate(lines) if record["label"] == "entity")
    lines[at][key] = value
    with pytest.raises(BadData, match=f"line {at + 1}: "):
        other.exchange.load(encoded([json.dumps(line) for line in lines]))
    assert other.path.read_bytes() == before


def test_many_bad_lines_are_counted(other: Workspace) -> None:
    """Twenty bad lines are shown, and how many there are is said."""
    with pytest.raises(BadData, match="50 things are wrong") as caught:
        other.exchange.load([b"{}\n"] * 50)
    assert str(caught.value).count("line ") == 20
    assert not other.path.exists()


def _alter(lines: list[str], kind: str, key: str, value: Any) -> list[str]:
    records = [json.loads(line) for line in lines]
    next(record for record in records if record["type"] == kind)[key] = value
    return [json.dumps(record) for record in records]


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [("annotation", "note", "x"), ("annotation", "colour", "red"), ("change", "annotator", "x"), ("change", "id", "x"),
     ("change", "clock", 2**62), ("change", "content", {}), ("document", "text", "x"), ("document", "language", "en"),
     ("document", "bytes_base64", "eA=="), ("document", "bytes_base64", "!"), ("story", "name", "x"),
     ("relation", "target", "x"), ("header", "schema", "reader/2")],
)  # fmt: skip
def test_an_altered_full_export_is_refused(
    filled: Workspace, other: Workspace, kind: str, key: str, value: Any
) -> None:
    """The changes are the truth: a line that they do not lead to keeps everything out."""
    lines = _alter(list(filled.exchange.export(full=True)), kind, key, value)
    with pytest.raises(BadData):
        other.exchange.load(encoded(lines))
    assert not other.path.exists()


@pytest.mark.parametrize("left_out", ["document", "change", "annotation", "relation", "header"])
def test_a_full_export_with_a_hole_is_refused(filled: Workspace, other: Workspace, left_out: str) -> None:
    """A line left out keeps everything out."""
    lines = list(filled.exchange.export(full=True))
    at = next(number for number, line in enumerate(lines) if json.loads(line)["type"] == left_out)
    with pytest.raises(BadData):
        other.exchange.load(encoded(lines[:at] + lines[at + 1 :]))
    assert not other.path.exists()


def standing_still() -> Identity:
    """A clock that stands, and random bytes that count."""
    numbers = count(1)
    return Identity(lambda: 1_800_000_000_000, lambda size: next(numbers).to_bytes(size, "big"))


def test_equal_clocks_give_equal_files(tmp_path: Path) -> None:
    """Nothing of machine or moment is in a full export: the same acts give the same bytes."""
    exports = []
    for name in ("a.db", "b.db"):
        with Workspace.open(tmp_path / name, "amal", identity=standing_still(), create=True) as workspace:
            [imported] = workspace.documents.import_bytes(EMOJI.encode(), name="x")
            workspace.annotations.add(imported.document.id, [Span(8, 12)], "entity")
            exports.append(list(workspace.exchange.export(full=True)))
    assert exports[0] == exports[1]
