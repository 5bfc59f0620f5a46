"""`reader list`: what is in the database, for eyes or as one JSON array."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli.command import command
from reader.cli.exporting import narrowed
from reader.cli.output import write
from reader.cli.session import Session
from reader.cli.words import WORDS
from reader.text.graphemes import cut
from reader.text.safe import safe

if TYPE_CHECKING:
    from reader.model import Story
    from reader.workspace import DocumentSummary, Query, Workspace

# JSON allows them raw, but a terminal or a reader of lines would take them as commands or line ends.
ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
QUOTE_SHOWN = 60


@command(
    "list",
    "reader list documents",
    "reader list annotations --where 'label=claim status=proposed'",
    "reader list stories --json | jq -r '.[].name'",
)
@click.argument(
    "what", type=click.Choice(["documents", "annotations", "stories"]), metavar="documents|annotations|stories"
)
@click.option("--where", "conditions", multiple=True, type=WORDS, metavar="KEY=VALUE", help="Only what matches.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array with every field.")
@click.pass_obj
def list_command(session: Session, what: str, *, conditions: tuple[str, ...], as_json: bool) -> int:
    """List documents, annotations or stories, one a line, a tab between the columns.

    documents: id, language, length, number of annotations, title, outlet. annotations: id, label, status, document,
    start, end, quote. stories: id, number of documents, name. With --where documents and stories are those that hold
    what matches.
    """
    with session.workspace() as workspace:
        query = narrowed(workspace, conditions)
        write_all = _write_array if as_json else _write_table
        write_all(LISTS[what, as_json](workspace, query))
    return 0


def _documents(workspace: "Workspace", query: "Query") -> Iterator[str]:
    for summary in _chosen(workspace, query):
        document = summary.document
        columns = (document.language, document.length, summary.annotations, document.title, document.outlet or "")
        yield _columns(document.id[:12], *columns)


def _documents_json(workspace: "Workspace", query: "Query") -> Iterator[str]:
    for summary in _chosen(workspace, query):
        document = summary.document
        yield _json(
            {
                "id": document.id,
                "title": document.title,
                "outlet": document.outlet,
                "date": document.appearances[0].date if document.appearances else None,
                "language": document.language,
                "direction": document.direction.value,
                "length": document.length,
                "paragraphs": document.paragraphs,
                "annotations": summary.annotations,
                "stories": list(summary.stories),
            }
        )


def _annotations(workspace: "Workspace", query: "Query") -> Iterator[str]:
    for found in workspace.annotations.matching(query):
        quote = " … ".join(fragment.quote for fragment in found.fragments)
        shown = cut(quote, QUOTE_SHOWN)
        columns = (found.label, found.status.value, found.document[:12], found.start, found.end)
        yield _columns(found.id, *columns, shown if shown == quote else f"{shown}…")


def _annotations_json(workspace: "Workspace", query: "Query") -> Iterator[str]:
    return workspace.exchange.export(query)


def _stories(workspace: "Workspace", query: "Query") -> Iterator[str]:
    for story in _stories_of(workspace, query):
        yield _columns(story.id, len(story.documents), story.name)


def _stories_json(workspace: "Workspace", query: "Query") -> Iterator[str]:
    for story in _stories_of(workspace, query):
        yield _json({"id": story.id, "name": story.name, "documents": list(story.documents)})


LISTS: dict[tuple[str, bool], Callable[["Workspace", "Query"], Iterator[str]]] = {
    ("documents", False): _documents,
    ("documents", True): _documents_json,
    ("annotations", False): _annotations,
    ("annotations", True): _annotations_json,
    ("stories", False): _stories,
    ("stories", True): _stories_json,
}


def _chosen(workspace: "Workspace", query: "Query") -> Iterator["DocumentSummary"]:
    """The documents that the query is about: those that hold a matching annotation, if it says anything of these."""
    everything = type(query)()
    if replace(query, document=(), story=(), language=()) == everything:
        wanted = _of_documents(workspace, query)
    else:
        wanted = {found.document for found in workspace.annotations.matching(query)}
    return (summary for summary in workspace.documents.all() if summary.document.id in wanted)


def _of_documents(workspace: "Workspace", query: "Query") -> set[str]:
    every = (summary.document for summary in workspace.documents.all())
    wanted = {document.id for document in every if not query.language or document.language in query.language}
    if query.document:
        wanted &= {workspace.documents.find(reference).id for reference in query.document}
    if query.story:
        wanted &= {member for reference in query.story for member in workspace.stories.find(reference).documents}
    return wanted


def _stories_of(workspace: "Workspace", query: "Query") -> Iterator["Story"]:
    """The stories that hold such a document; without a condition, all, the empty ones too."""
    wanted = {summary.document.id for summary in _chosen(workspace, query)}
    is_open = query == type(query)()
    return (story for story in workspace.stories.all() if is_open or wanted.intersection(story.documents))


def _columns(*columns: str | int) -> str:
    return "\t".join(safe(str(column)) for column in columns)


def _json(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _write_table(rows: Iterable[str]) -> None:
    for row in rows:
        write(f"{row}\n")


def _write_array(records: Iterable[str]) -> None:
    before = "[\n"
    for record in records:
        write(before + record.translate(ESCAPED))
        before = ",\n"
    write("[]\n" if before == "[\n" else "\n]\n")
