"""What lies open under a name: a document, or the first two of a story, with their marks."""

from reader.exchange.pictures.spread import Column, Spread
from reader.model import BadData, Document
from reader.workspace.workspace import Workspace

_SIDE_BY_SIDE = 2


def spread_of(workspace: Workspace, reference: str, *, with_marks: bool = True) -> Spread:
    """The document of that id, beginning of an id, or title, else the story of that name or id."""
    try:
        document = workspace.documents.find(reference)
    except BadData as unknown:
        return _of_story(workspace, reference, unknown, with_marks=with_marks)
    return Spread(document.title, (_column(workspace, document, with_marks=with_marks),))


def _of_story(workspace: Workspace, reference: str, no_document: BadData, *, with_marks: bool) -> Spread:
    """The story meant by what is no document; if it is no story either, the document's error says more."""
    try:
        story = workspace.stories.find(reference)
    except BadData:
        raise no_document from None
    documents = workspace.stories.documents(story)
    if not documents:
        raise BadData(f"{reference}: the story has no documents: `reader edit DOCUMENT --story` gives it one")
    shown = documents[:_SIDE_BY_SIDE]
    columns = tuple([_column(workspace, document, with_marks=with_marks) for document in shown])
    return Spread(story.name, columns, len(documents) - len(shown))


def _column(workspace: Workspace, document: Document, *, with_marks: bool) -> Column:
    marks = workspace.annotations.within(document.id, 0, document.length) if with_marks else ()
    return Column(document, workspace.documents.text(document.id), tuple(marks))
