"""`reader show`: a text laid out in rows, for eyes or for programs."""

import os
import sys
from itertools import pairwise

import click

from reader.cli.command import command
from reader.cli.output import write
from reader.cli.session import Session
from reader.cli.words import WORDS
from reader.model import Paragraph
from reader.text.joining import shape
from reader.text.language import direction_of
from reader.text.layout import Row, lay_out_paragraph
from reader.text.safe import safe


@command(
    "show",
    "reader show 3fa9",
    "reader show 'Le tram revient' --width 60",
    "reader show 3fa9 --order logical --joining none | grep -n …",
)
@click.argument("document", type=WORDS)
@click.option("--width", type=click.IntRange(1, 10_000), help="Cells in a row; else the terminal's, else 80.")
@click.option("--order", type=click.Choice(["visual", "logical"]), help="On a terminal visual, else logical.")
@click.option("--joining", type=click.Choice(["forms", "none"]), help="On a terminal forms, else none.")
@click.pass_obj
def show_command(session: Session, document: str, width: int | None, order: str | None, joining: str | None) -> int:
    """Print a document laid out in rows.

    Visual order is for terminals that put characters from left to right as they come; logical order is the order of
    reading, one row a line without padding. What could command the terminal shows as a stand-in.
    """
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    is_visual = is_terminal if order is None else order == "visual"
    with_forms = is_terminal if joining is None else joining == "forms"
    cells = width or (_terminal_width() if is_terminal else 80)
    with session.workspace() as workspace:
        found = workspace.documents.find(document)
        text = workspace.documents.text(found.id)
        for index in range(text.paragraph_count):
            paragraph = text.paragraph(index)
            direction = direction_of(paragraph.text, found.direction)
            rows = lay_out_paragraph(paragraph, cells, direction, joining=with_forms)
            shown = [row.text for row in rows] if is_visual else _logical(paragraph, rows, with_forms=with_forms)
            write("".join(f"{line}\n" for line in shown))
    return 0


def _logical(paragraph: Paragraph, rows: list[Row], *, with_forms: bool) -> list[str]:
    painted = shape(paragraph.text)[0] if with_forms else paragraph.text
    starts = [row.start - paragraph.start for row in rows] + [len(paragraph.text)]
    return [safe("".join(painted[start:end])) for start, end in pairwise(starts)]


def _terminal_width() -> int:
    return max(os.get_terminal_size(sys.stdout.fileno()).columns, 1)
