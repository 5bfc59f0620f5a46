"""`check`: one altered bit anywhere that matters is found."""

import sqlite3
from pathlib import Path

import pytest

from reader.model import BadData, Span
from reader.workspace import Workspace


@pytest.fixture
def annotated(workspace: Workspace) -> Path:
    """The shared database with two annotations, a note among them, and an undone step."""
    document = workspace.documents.find("عودة الترام").id
    added = workspace.annotations.add(document, [Span(12, 15)], "claim", note="ZEUGNIS")
    workspace.annotations.change(added.annotation, status=type(added.annotation.status)("accepted"))
    workspace.annotations.add(document, [Span(12, 15), Span(24, 28)], "source")
    workspace.history.undo()
    assert workspace.exchange.check() == []
    workspace.close()
    return workspace.path


def problems(path: Path) -> list[str]:
    """What is said of the file by check, or already at opening."""
    try:
        with Workspace.open(path, "amal") as workspace:
            return workspace.exchange.check()
    except BadData as error:
        return [str(error)]


@pytest.mark.parametrize("word", ["مفتوح", "ZEUGNIS", "proposed", "Le Quai", "amal", "undo"])
def test_a_flipped_bit_is_found(annotated: Path, word: str) -> None:
    """A bit flipped in a text, a change or a record shows, at each place where the word stands in the file."""
    whole = annotated.read_bytes()
    places = [at for at in range(len(whole)) if whole.startswith(word.encode(), at)]
    assert places
    silent = []
    for at in places:
        annotated.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        if not problems(annotated):
            silent.append(at)
    annotated.write_bytes(whole)
    assert silent == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE annotations SET note = 'other'",
        "UPDATE fragments SET prefix = '' WHERE number = 0",
        "DELETE FROM heads WHERE kind = 'story'",
        "UPDATE steps SET state = 'done'",
        "UPDATE story_documents SET position = position + 10",
        "UPDATE chunks SET first_paragraph = first_paragraph + 1",
        "UPDATE sources SET length = length + 1",
        "DELETE FROM chunks",
        "UPDATE documents SET direction = 'rtl'",
        "UPDATE _sqlite_migrations SET name = 'other'",
    ],
)
def test_an_altered_table_is_found(annotated: Path, statement: str) -> None:
    """Tables must be what the log leads to, texts what their ids say."""
    connection = sqlite3.connect(annotated)
    changed = connection.execute(statement).rowcount
    connection.commit()
    connection.close()
    assert changed
    assert problems(annotated)
