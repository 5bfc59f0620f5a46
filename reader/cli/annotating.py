"""`reader annotate`: one span from the call, or many from a program that listens to the answers."""

import os
from typing import TYPE_CHECKING

import click

from reader.cli.command import command
from reader.cli.output import tell, write
from reader.cli.request import Request, parse
from reader.cli.session import Session
from reader.cli.words import OFFSET, WORDS
from reader.exchange.inputs import lines, opened
from reader.exchange.jsonl import numbered
from reader.model import BadData, Span, Status

if TYPE_CHECKING:
    from reader.workspace import Added, Workspace


@command(
    "annotate",
    "reader annotate 3fa9 120 134 claim --note 'differs from the other report'",
    "reader annotate 'Le tram revient' 0 8 entity --status accepted --annotator amira",
    """echo '{"document":"3fa9","start":0,"end":8,"label":"entity"}' | reader annotate -""",
)
@click.argument("document", type=WORDS, metavar="(DOCUMENT")
@click.argument("start", type=OFFSET, required=False, metavar="START")
@click.argument("end", type=OFFSET, required=False, metavar="END")
@click.argument("label", type=WORDS, required=False, metavar="LABEL) | -")
@click.option("--note", type=WORDS, help="What to remember about it.")
@click.option("--status", type=WORDS, metavar="STATUS", help="proposed (when not given), accepted, rejected, discuss.")
@click.pass_obj
def annotate_command(
    session: Session,
    /,
    *,
    document: str,
    start: int | None,
    end: int | None,
    label: str | None,
    note: str | None,
    status: str | None,
) -> int:
    """Tag the code points from START up to END and print the annotation's id once it is saved.

    With - instead, each line of standard input is a JSON object with document, start, end, label and, if wanted,
    note, annotator, status, attributes, and snap: true to widen the span to whole clusters. Each line is saved and
    its id printed before the next is read. A line that is refused is named on stderr; the others go on; 65 at the end.
    """
    if document == "-" and start is None:
        if note is not None or status is not None:
            raise click.UsageError("with - every line brings its own note and status", click.get_current_context())
        return _annotate_lines(session)
    if start is None or end is None or label is None:
        raise click.UsageError("DOCUMENT, START, END and LABEL go together", click.get_current_context())
    request = Request(document, start, end, label, note or "", status=status or Status.PROPOSED)
    with session.workspace() as workspace:
        added = _add(workspace, request)
        write(f"{added.annotation.id}\n", flush=True)
    if not added.is_new:
        tell(f"{added.annotation.id}: the same span, label and annotator were there already: nothing was written")
    return 0


def _annotate_lines(session: Session) -> int:
    exit_code = 0
    with opened("-") as source, session.workspace() as workspace:
        for number, line in numbered(lines(source, "-")):
            try:
                added = _add(workspace, parse(line))
            except BadData as error:
                tell(f"line {number}: {error}")
                exit_code = os.EX_DATAERR
            else:
                write(f"{added.annotation.id}\n", flush=True)
    return exit_code


def _add(workspace: "Workspace", request: Request) -> "Added":
    try:
        status = Status(request.status)
    except ValueError:
        raise BadData(f"status {request.status}: unknown: use one of {', '.join(Status)}") from None
    return workspace.annotations.add(
        workspace.documents.find(request.document).id,
        [Span(request.start, request.end)],
        request.label,
        note=request.note,
        status=status,
        attributes=request.attributes,
        annotator=request.annotator,
        snap=request.snap,
    )
