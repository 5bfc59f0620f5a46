"""Undo, redo and the history: every step can be taken back, also by a later session."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model import BusyError, NothingToUndo, Span, Status
from reader.model.identity import Identity
from reader.workspace import Step, Workspace

TEXT = "عاد الترام 🚋 اليوم\nLe tram revient à midi.\n"


@pytest.fixture
def document(workspace: Workspace) -> str:
    """Id of the French text."""
    return workspace.documents.find("Le tram 🚋 revient").id


def test_a_step_back_and_forward(workspace: Workspace, document: str) -> None:
    """Undo says in words what it took back and where; redo brings the very same annotation again."""
    mark = workspace.annotations.add(document, [Span(3, 7)], "entity").annotation
    exported = list(workspace.exchange.export())
    step = workspace.history.undo()
    assert (step.summary, step.document, step.span) == ("tagged “tram” as entity", document, Span(3, 7))
    assert step.annotations == (mark.id,)
    assert list(workspace.exchange.export()) == []
    assert workspace.history.redo().summary == step.summary
    assert list(workspace.exchange.export()) == exported


def test_undo_outlives_the_session(workspace: Workspace, document: str) -> None:
    """A later session takes back what an earlier one did."""
    workspace.annotations.add(document, [Span(3, 7)], "entity")
    workspace.close()
    with Workspace.open(workspace.path, "amal") as later:
        assert later.history.undo().summary == "tagged “tram” as entity"
    with Workspace.open(workspace.path, "amal") as later:
        assert later.history.redo().summary == "tagged “tram” as entity"
        assert later.annotations.count(document) == 1


def test_several_steps_on_one_record(workspace: Workspace, document: str) -> None:
    """Steps on the same annotation are taken back one after another, and brought again in their order."""
    mark = workspace.annotations.add(document, [Span(3, 7)], "entity").annotation
    mark = workspace.annotations.change(mark, note="first")
    workspace.annotations.change(mark, note="second")
    for note in ("first", ""):
        workspace.history.undo()
        assert workspace.annotations.get(mark.id).note == note
    workspace.history.undo()
    assert workspace.annotations.count(document) == 0
    for note in ("", "first", "second"):
        workspace.history.redo()
        assert workspace.annotations.get(mark.id).note == note


def test_new_work_drops_what_was_undone(workspace: Workspace, document: str) -> None:
    """After new work there is nothing to bring again."""
    workspace.annotations.add(document, [Span(3, 7)], "entity")
    workspace.history.undo()
    workspace.annotations.add(document, [Span(10, 17)], "claim")
    with pytest.raises(NothingToUndo) as caught:
        workspace.history.redo()
    assert caught.value.exit_code == 1
    workspace.history.undo()
    with pytest.raises(NothingToUndo):
        workspace.history.undo()


def test_everybody_undoes_their_own(workspace: Workspace, document: str) -> None:
    """Undo passes over the steps of others."""
    workspace.annotations.add(document, [Span(3, 7)], "entity")
    with Workspace.open(workspace.path, "basma") as other:
        other.annotations.add(document, [Span(10, 17)], "claim")
    assert workspace.history.undo().summary == "tagged “tram” as entity"
    assert workspace.annotations.count(document) == 1


def test_undo_does_not_run_over_others(workspace: Workspace, document: str) -> None:
    """What somebody else changed meanwhile is not taken back under them."""
    mark = workspace.annotations.add(document, [Span(3, 7)], "entity").annotation
    with Workspace.open(workspace.path, "basma") as other:
        other.annotations.change(mark, note="seen")
    with pytest.raises(BusyError, match="basma"):
        workspace.history.undo()
    assert workspace.annotations.get(mark.id).note == "seen"


def test_nothing_returns_to_a_removed_document(workspace: Workspace, document: str) -> None:
    """A mark whose document somebody removed meanwhile cannot be brought again."""
    workspace.annotations.add(document, [Span(3, 7)], "entity")
    workspace.history.undo()
    with Workspace.open(workspace.path, "basma") as other:
        other.documents.remove(document)
    with pytest.raises(BusyError, match="removed meanwhile"):
        workspace.history.redo()
    assert workspace.exchange.check() == []


def test_the_history_tells_who_did_what(workspace: Workspace, document: str) -> None:
    """Acts are told newest first, in words, and can be narrowed to an annotation or a document."""
    mark = workspace.annotations.add(document, [Span(3, 7)], "entity").annotation
    workspace.annotations.change(mark, label="source")
    workspace.history.undo()
    told = ["undid: changed label from entity to source of “tram”", "changed label from entity to source of “tram”",
            "tagged “tram” as entity"]  # fmt: skip
    everything = [entry.summary for entry in workspace.history.entries()]
    assert everything == [*told, "imported عودة الترام", "imported Le tram 🚋 revient"]
    assert [entry.summary for entry in workspace.history.entries(mark.id)] == told
    assert [entry.summary for entry in workspace.history.entries(document)] == ["imported Le tram 🚋 revient"]
    assert {entry.annotator for entry in workspace.history.entries()} == {"amal"}


ACTS = st.lists(st.tuples(st.sampled_from("atcxur"), st.integers(0, 40), st.integers(1, 6)), max_size=14)


def act(workspace: Workspace, document: str, what: str, place: int, size: int) -> None:
    """One act of a person, on whatever lies there."""
    marks = workspace.annotations.within(document, 0, 99)
    mark = marks[place % len(marks)] if marks else None
    if what == "a":
        workspace.annotations.add(document, [Span(place, min(place + size, len(TEXT)))], "claim", snap=True)
    elif what in "tcx" and mark:
        if what == "x":
            workspace.annotations.remove(mark)
        else:
            workspace.annotations.change(mark, note=str(size), status=list(Status)[size % 4])
    elif what in "ur":
        try:
            _ = workspace.history.undo() if what == "u" else workspace.history.redo()
        except NothingToUndo:
            assert what in "ur"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_all_can_be_taken_back_and_brought_again(
    tmp_path: Path, identity: Identity, acts: list[tuple[str, int, int]]
) -> None:
    """However one worked, undoing all leads to the beginning, redoing all to the end, and the log agrees throughout."""
    path = tmp_path / f"{identity.new_id()}.db"
    with Workspace.open(path, "amal", identity=identity, create=True) as workspace:
        document = workspace.documents.import_bytes(TEXT.encode(), name="x")[0].document.id
        empty = list(workspace.exchange.export())
        for what, place, size in acts:
            act(workspace, document, what, place, size)
        _redo_all(workspace)
        end = list(workspace.exchange.export())
        _undo_all(workspace)
        assert list(workspace.exchange.export()) == empty
        _redo_all(workspace)
        assert list(workspace.exchange.export()) == end
        assert workspace.exchange.check() == []


def _undo_all(workspace: Workspace) -> None:
    _until_nothing_is_left(workspace.history.undo)


def _redo_all(workspace: Workspace) -> None:
    _until_nothing_is_left(workspace.history.redo)


def _until_nothing_is_left(step: Callable[[], Step]) -> None:
    for _ in range(100):
        try:
            step()
        except NothingToUndo:
            return
    pytest.fail("a hundred steps and still no end")
