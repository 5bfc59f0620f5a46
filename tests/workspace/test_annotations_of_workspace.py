"""Annotations: what may be marked, how marks are found, changed and removed."""

import math
from typing import Any

import pytest

from reader.model import BadData, BusyError, Span, Status
from reader.workspace import Query, Workspace


@pytest.fixture
def french(workspace: Workspace) -> str:
    """Id of the French text, whose first paragraph is `Le tram 🚋 revient` and ends in CR LF."""
    return workspace.documents.find("Le tram 🚋 revient").id


@pytest.fixture
def arabic(workspace: Workspace) -> str:
    """Id of the Arabic text, whose second paragraph is `قال الوزيرُ إنّ المرفأَ مفتوح.`."""
    return workspace.documents.find("عودة الترام").id


def test_a_fragment_keeps_its_quote_and_context(workspace: Workspace, french: str) -> None:
    """Quote and up to 32 code points of whole clusters on both sides are kept."""
    [part] = workspace.annotations.add(french, [Span(8, 9)], "entity").annotation.fragments
    assert (part.quote, part.prefix, part.suffix) == ("🚋", "Le tram ", " revient\r\n« Le port est ouvert »")


def test_what_is_saved_is_there_for_others(workspace: Workspace, french: str) -> None:
    """Another connection sees an annotation as soon as it is added."""
    added = workspace.annotations.add(
        french, [Span(3, 7)], "entity", note="q", confidence=1, attributes={"b": 1, "a": []}
    )
    assert added.is_new
    with Workspace.open(workspace.path, "basma") as other:
        assert other.annotations.get(added.annotation.id) == added.annotation
        assert other.annotations.get(added.annotation.id[:-4]) == added.annotation


def test_the_same_mark_again_is_the_same(workspace: Workspace, french: str) -> None:
    """The same spans, label and annotator again write nothing; another label, person or span is another mark."""
    first = workspace.annotations.add(french, [Span(3, 7)], "entity")
    before = workspace.path.read_bytes()
    again = workspace.annotations.add(french, [Span(3, 7)], "entity", note="other")
    assert (again.is_new, again.annotation) == (False, first.annotation)
    assert workspace.path.read_bytes() == before
    assert workspace.annotations.add(french, [Span(3, 7)], "source").is_new
    assert workspace.annotations.add(french, [Span(3, 7)], "entity", annotator="basma").is_new
    assert workspace.annotations.add(french, [Span(3, 7), Span(8, 9)], "entity").is_new


@pytest.mark.parametrize(
    "spans",
    [[], [Span(3, 3)], [Span(7, 3)], [Span(-1, 3)], [Span(0, 10**6)], [Span(0, 10**30)], [Span(3, 7), Span(5, 9)],
     [Span(True, 3)], [Span(3.0, 7)]],  # type: ignore[arg-type]  # callers may be wrong
)  # fmt: skip
def test_no_stretch_of_the_text_is_refused(workspace: Workspace, french: str, spans: list[Span]) -> None:
    """Spans that are empty, outside, overlapping or no whole numbers are refused, and nothing is written."""
    before = workspace.path.read_bytes()
    with pytest.raises(BadData):
        workspace.annotations.add(french, spans, "entity")
    assert workspace.path.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [{"label": "nonsense"}, {"status": "done"}, {"confidence": 1.5}, {"confidence": math.nan}, {"confidence": True},
     {"annotator": " "}, {"note": "\ud800"}, {"attributes": {"a": math.inf}}, {"attributes": {"a": "\udcff"}},
     {"attributes": {"a": {1, 2}}}, {"attributes": []}],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused(workspace: Workspace, french: str, wrong: dict[str, Any]) -> None:
    """Unknown words, impossible numbers and half characters are refused."""
    with pytest.raises(BadData):
        workspace.annotations.add(french, [Span(3, 7)], wrong.pop("label", "entity"), **wrong)


def test_letters_keep_their_marks(workspace: Workspace, arabic: str) -> None:
    """A span that cuts a letter from its marks is refused, or widened when that is asked for."""
    with pytest.raises(BadData, match="16 to 23"):
        workspace.annotations.add(arabic, [Span(16, 22)], "source")
    added = workspace.annotations.add(arabic, [Span(16, 22)], "source", snap=True)
    assert added.annotation.fragments[0].quote == "الوزيرُ"


def test_marks_are_found_by_place(workspace: Workspace, french: str) -> None:
    """What touches a stretch is found, however long the mark; the next and the one before are found in order."""
    spans = [Span(0, 60), Span(3, 7), Span(3, 10), Span(20, 30), Span(61, 66)]
    marks = [workspace.annotations.add(french, [span], "claim").annotation for span in spans]
    found = workspace.annotations.within
    assert [mark.span for mark in found(french, 8, 9)] == [Span(0, 60), Span(3, 10)]
    assert [mark.span for mark in found(french, 60, 61)] == []
    assert [mark.span for mark in found(french, 0, 99)] == spans
    assert workspace.annotations.after(french, 3) == marks[3]
    assert workspace.annotations.before(french, 20) == marks[2]
    assert workspace.annotations.after(french, 61) is None
    assert workspace.annotations.before(french, 0) is None
    assert workspace.annotations.count(french) == 5


def test_the_gap_of_a_mark_in_pieces_is_not_touched(workspace: Workspace, french: str) -> None:
    """A stretch between two fragments does not touch the annotation."""
    mark = workspace.annotations.add(french, [Span(10, 17), Span(3, 7)], "claim").annotation
    assert [part.span for part in mark.fragments] == [Span(3, 7), Span(10, 17)]
    assert workspace.annotations.within(french, 7, 10) == []
    assert workspace.annotations.within(french, 6, 11) == [mark]


def test_a_change_keeps_the_rest(workspace: Workspace, french: str) -> None:
    """What is not named stays; nothing new writes nothing."""
    mark = workspace.annotations.add(french, [Span(3, 7)], "entity", note="q").annotation
    changed = workspace.annotations.change(mark, label="source", status=Status.ACCEPTED, spans=[Span(3, 9)])
    assert (changed.label, changed.note, changed.status, changed.span) == ("source", "q", Status.ACCEPTED, Span(3, 9))
    assert workspace.annotations.get(mark.id) == changed
    before = workspace.path.read_bytes()
    assert workspace.annotations.change(changed, note="q") == changed
    assert workspace.path.read_bytes() == before


def test_nobody_overwrites_what_they_have_not_seen(workspace: Workspace, french: str) -> None:
    """A change or removal of an annotation that somebody changed meanwhile is refused and says who."""
    mark = workspace.annotations.add(french, [Span(3, 7)], "entity").annotation
    with Workspace.open(workspace.path, "basma") as other:
        changed = other.annotations.change(other.annotations.get(mark.id), note="mine")
    with pytest.raises(BusyError, match="basma"):
        workspace.annotations.change(mark, note="yours")
    with pytest.raises(BusyError, match="basma"):
        workspace.annotations.remove(mark)
    assert workspace.annotations.get(mark.id).note == changed.note


def test_a_query_chooses(workspace: Workspace, french: str, arabic: str) -> None:
    """Conditions must all hold; either of two values will do; text is found folded."""
    port = workspace.annotations.add(arabic, [Span(28, 36)], "entity").annotation
    claim = workspace.annotations.add(french, [Span(22, 30)], "claim").annotation

    def chosen(*words: str) -> list[str]:
        return [mark.id for mark in workspace.annotations.matching(Query.parse(*words))]

    assert port.fragments[0].quote == "المرفأَ "
    assert chosen("text=المرفا") == chosen("language=ar", "label=claim,entity") == [port.id]
    assert chosen("story=Tram label=claim") == chosen(f"document={french[:8]}") == [claim.id]
    assert chosen("annotator=amal status=proposed origin=manual") == [
        mark.id for mark in workspace.annotations.matching(Query())
    ]
    assert chosen("status=accepted") == chosen("label=claim language=ar") == []
