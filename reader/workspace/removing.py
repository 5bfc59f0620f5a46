"""What goes when a document or an annotation goes: everything that hangs on it, so that undo brings all of it back."""

from dataclasses import replace

from reader.model import Annotation, Document, Kind, UsageError
from reader.store import Database, annotations, documents, relations
from reader.store.log import Draft
from reader.workspace.gathering import draft_of


def of_annotation(database: Database, annotation: Annotation) -> list[Draft]:
    """The changes that remove an annotation and its relations."""
    linked = relations.touching(database, annotation.id)
    drafts = [Draft(Kind.RELATION, relation.id, None) for relation in linked]
    return [*drafts, Draft(Kind.ANNOTATION, annotation.id, None, expected=annotation.revision)]


def check_document(database: Database, document: Document, *, with_annotations: bool) -> None:
    """Refuse to remove a document with annotations unless they may go with it."""
    marked = annotations.count(database, document.id)
    if marked and not with_annotations:
        advice = "to remove them with it repeat with --yes"
        raise UsageError(f"{document.title}: has {marked} annotations: nothing was removed: {advice}")


def of_document(database: Database, document: Document) -> list[Draft]:
    """The changes that remove a document, its annotations and their relations, and take it out of its stories."""
    marked = list(annotations.pages(database, document.id))
    ends = (document.id, *(mark.id for mark in marked))
    linked = {relation.id for end in ends for relation in relations.touching(database, end)}
    drafts = [Draft(Kind.RELATION, identifier, None) for identifier in sorted(linked)]
    drafts += [Draft(Kind.ANNOTATION, mark.id, None, expected=mark.revision) for mark in marked]
    for story in documents.every_story(database):
        if document.id in story.documents:
            rest = tuple(each for each in story.documents if each != document.id)
            drafts.append(draft_of(replace(story, documents=rest)))
    drafts += [Draft(Kind.APPEARANCE, appearance.id, None) for appearance in document.appearances]
    return [*drafts, Draft(Kind.DOCUMENT, document.id, None)]
