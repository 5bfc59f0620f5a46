"""`reader export`: annotations, or the whole database, as JSON Lines."""

from typing import TYPE_CHECKING

import click

from reader.cli.command import command
from reader.cli.output import write
from reader.cli.session import Session
from reader.cli.words import WORDS
from reader.model import UsageError

if TYPE_CHECKING:
    from reader.workspace import Query, Workspace

FORMATS = ("jsonl",)


@command(
    "export",
    "reader export > annotations.jsonl",
    "reader export --where 'label=claim status=accepted' -o claims.jsonl",
    "reader export --story 'Tramway' | jq -r .quote",
    "reader export --full -o everything.jsonl",
)
@click.option("--where", "conditions", multiple=True, type=WORDS, metavar="KEY=VALUE", help="Only what matches.")
@click.option("--document", type=WORDS, help="Only what is marked in this document.")
@click.option("--story", type=WORDS, help="Only what is marked in the documents of this story.")
@click.option("--format", "name", type=click.Choice(FORMATS), default="jsonl", help="The format.")
@click.option("--full", is_flag=True, help="Everything: texts, stories, the whole log; reader load takes it back.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write here, whole or not at all.")
@click.pass_obj
def export_command(
    session: Session,
    /,
    *,
    conditions: tuple[str, ...],
    document: str | None,
    story: str | None,
    name: str,  # noqa: ARG001  # the only format there is
    full: bool,
    output: str,
) -> int:
    """Write annotations as JSON Lines, sorted by document and place, UTF-8, in logical order.

    KEY is label, status, annotator, document, story, language, origin or text; VALUE may be several, as in
    label=claim,source.
    """
    if full and (conditions or document or story):
        raise click.UsageError("--full is everything: leave --where, --document and --story out")
    with session.workspace() as workspace:
        query = None if full else narrowed(workspace, conditions, document, story)
        if output == "-":
            for line in workspace.exchange.export(query, full=full):
                write(f"{line}\n")
        else:
            workspace.exchange.write(output, query, full=full)
    return 0


def narrowed(
    workspace: "Workspace", conditions: tuple[str, ...], document: str | None = None, story: str | None = None
) -> "Query":
    """The annotations that meet all the conditions, in the document and the story if they are given."""
    from reader.workspace import Query

    query = Query.parse(*conditions)
    if (document is not None and query.document) or (story is not None and query.story):
        raise UsageError("--where: names a document or story, and so does its option: say it once")
    if document is not None:
        query = query.with_(document=workspace.documents.find(document).id)
    if story is not None:
        query = query.with_(story=workspace.stories.find(story).id)
    return query
