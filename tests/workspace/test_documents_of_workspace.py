"""Documents and stories: what comes in, how it is found, corrected and taken out."""

import pytest

from reader.model import BadData, Direction, Span, UsageError
from reader.workspace import Workspace


def test_a_text_comes_in_once(workspace: Workspace) -> None:
    """The same text again is the same document, and nothing is written."""
    before = workspace.path.read_bytes()
    [again] = workspace.documents.import_bytes("عودة الترام\nقال الوزيرُ إنّ المرفأَ مفتوح.\n".encode(), name="x")
    assert (again.is_new, again.is_new_appearance) == (False, False)
    assert workspace.path.read_bytes() == before


def test_another_outlet_is_another_appearance(workspace: Workspace) -> None:
    """The same text from a second outlet gains an appearance, and keeps its first title."""
    data = "عودة الترام\nقال الوزيرُ إنّ المرفأَ مفتوح.\n".encode()
    [again] = workspace.documents.import_bytes(data, name="x", outlet="الميناء", title="غيره")
    assert (again.is_new, again.is_new_appearance) == (False, True)
    assert [each.outlet for each in again.document.appearances] == [None, "الميناء"]
    assert again.document.title == "عودة الترام"


def test_language_and_direction_follow_the_letters(workspace: Workspace) -> None:
    """Arabic letters make an Arabic document from right to left."""
    document = workspace.documents.find("عودة الترام")
    assert (document.language, document.direction, document.paragraphs) == ("ar", Direction.RTL, 2)


def test_a_title_is_the_first_line_that_is_not_blank(workspace: Workspace) -> None:
    """A long first line is cut at 80 clusters, marks included."""
    [imported] = workspace.documents.import_bytes(("\n  \n" + "é" * 100 + "\nfin").encode(), name="x")
    assert imported.document.title == "é" * 80


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u2028\u00a0".encode()])
def test_a_blank_text_is_refused(workspace: Workspace, data: bytes) -> None:
    """A text without a visible character is no document."""
    with pytest.raises(BadData, match=r"blank\.txt"):
        workspace.documents.import_bytes(data, name="blank.txt")


def test_split_gives_one_document_a_language(workspace: Workspace) -> None:
    """A file in two languages becomes two documents that hold their own paragraphs and nothing else."""
    data = "The harbour is open.\nقال الوزير\nThe tram runs.\n".encode()
    both = [each.document for each in workspace.documents.import_bytes(data, name="x", split=True)]
    assert {document.language for document in both} == {"en", "ar"}
    texts = {document.language: workspace.documents.text(document.id).slice(0, 99) for document in both}
    assert texts == {"en": "The harbour is open.\nThe tram runs.\n", "ar": "قال الوزير\n"}


def test_a_document_is_found_by_id_prefix_and_title(workspace: Workspace) -> None:
    """An id, four digits of it and a title lead to the same document."""
    document = workspace.documents.find("Le tram 🚋 revient")
    assert workspace.documents.find(document.id) == workspace.documents.find(document.id[:4]) == document


@pytest.mark.parametrize("reference", ["", "abc", "Nulle part", "ffffffff", "%", "' OR 1=1"])
def test_an_unknown_document_is_named(workspace: Workspace, reference: str) -> None:
    """What leads to no document is refused."""
    with pytest.raises(BadData, match="no such document"):
        workspace.documents.find(reference)


def test_an_ambiguous_title_lists_the_candidates(workspace: Workspace) -> None:
    """Two documents of one title are told apart by id."""
    first = workspace.documents.import_bytes(b"un", name="x", title="Double")[0].document
    second = workspace.documents.import_bytes(b"deux", name="x", title="Double")[0].document
    with pytest.raises(BadData, match="2 documents fit") as caught:
        workspace.documents.find("Double")
    assert first.id[:12] in str(caught.value)
    assert second.id[:12] in str(caught.value)


def test_import_is_no_step(workspace: Workspace) -> None:
    """Undo never takes a text from under its reader."""
    from reader.model import NothingToUndo

    with pytest.raises(NothingToUndo):
        workspace.history.undo()


def test_a_correction_can_be_taken_back(workspace: Workspace) -> None:
    """What is said of a document is corrected as one step."""
    document = workspace.documents.find("عودة الترام")
    edited = workspace.documents.edit(document.id, title="الترام", outlet="الميناء", language="fa", story="Port")
    assert (edited.title, edited.outlet, edited.language, edited.direction) == (
        "الترام",
        "الميناء",
        "fa",
        Direction.RTL,
    )
    assert {story.name for story in workspace.stories.all()} == {"Port", "Tram"}
    workspace.history.undo()
    assert workspace.documents.find(document.id) == document
    assert {story.name for story in workspace.stories.all()} == {"Tram"}


def test_a_removed_document_comes_back_whole(workspace: Workspace) -> None:
    """A document goes with its annotations only when they may, and undo brings all of it back."""
    document = workspace.documents.find("عودة الترام")
    workspace.annotations.add(document.id, [Span(12, 15)], "claim")
    before = (list(workspace.exchange.export()), workspace.documents.all(), workspace.stories.all())
    with pytest.raises(UsageError, match="--yes"):
        workspace.documents.remove(document.id)
    workspace.documents.remove(document.id, with_annotations=True)
    assert [each.document.title for each in workspace.documents.all()] == ["Le tram 🚋 revient"]
    assert list(workspace.exchange.export()) == []
    assert workspace.history.undo().summary == "removed عودة الترام"
    assert (list(workspace.exchange.export()), workspace.documents.all(), workspace.stories.all()) == before


def test_a_removed_text_comes_in_again(workspace: Workspace) -> None:
    """A text that was removed is new when it is imported again."""
    document = workspace.documents.find("عودة الترام")
    workspace.documents.remove(document.id)
    data = "عودة الترام\nقال الوزيرُ إنّ المرفأَ مفتوح.\n".encode()
    [again] = workspace.documents.import_bytes(data, name="x")
    assert again.is_new
    assert workspace.exchange.check() == []


def test_documents_that_share_a_story_keep_it(workspace: Workspace) -> None:
    """Texts opened together again lead to the story that they have."""
    ids = [each.document.id for each in workspace.documents.all()]
    [story] = workspace.stories.all()
    assert workspace.stories.together(ids[::-1], None) == story
    assert workspace.stories.together(ids, "Tram") == story


def test_documents_that_share_none_get_one(workspace: Workspace) -> None:
    """A new story has the name given, else the first title; a known name gains the document."""
    third = workspace.documents.import_bytes(b"Third text", name="x")[0].document.id
    first = workspace.documents.find("Le tram 🚋 revient").id
    made = workspace.stories.together([third, first], None)
    assert (made.name, made.documents) == ("Third text", (third, first))
    grown = workspace.stories.together([third], "Tram")
    assert grown.documents[-1] == third
    assert [document.id for document in workspace.stories.documents(grown)] == list(grown.documents)


def test_an_unknown_story_is_named(workspace: Workspace) -> None:
    """What leads to no story is refused."""
    with pytest.raises(BadData, match="no story"):
        workspace.stories.find("Nulle part")
