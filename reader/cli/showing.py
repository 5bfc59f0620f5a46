"""`reader show`: a text laid out in rows for eyes or for programs, or a picture of it with its marks."""

import os
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from reader.cli.command import command
from reader.cli.output import tell, write
from reader.cli.session import Session
from reader.cli.words import WORDS
from reader.model import Direction, Paragraph
from reader.text.joining import shape
from reader.text.language import direction_of
from reader.text.layout import Row, lay_out_paragraph
from reader.text.safe import safe

if TYPE_CHECKING:
    from reader.exchange.pictures.spread import Column, Spread

_WIDTH, _WIDTH_OF_TWO = 80, 124


@command(
    "show",
    "reader show 3fa9",
    "reader show 'Le tram revient' --width 60",
    "reader show 3fa9 --order logical --joining none | grep -n …",
    "reader show 3fa9 --format ansi | less -R",
    "reader show 'Tramway' --format svg -o tramway.svg",
    "reader show 'Tramway' --format html --theme light -o tramway.html",
)
@click.argument("text", metavar="DOCUMENT|STORY", type=WORDS)
@click.option(
    "--format", "name", type=click.Choice(["text", "ansi", "svg", "html"]), default="text", help="Rows, or with marks."
)
@click.option("--width", type=click.IntRange(1, 10_000), help="Cells in a row; else the terminal's, else 80 or 124.")
@click.option("--order", type=click.Choice(["visual", "logical"]), help="Of text; on a terminal visual, else logical.")
@click.option("--joining", type=click.Choice(["forms", "none"]), help="Of text; on a terminal forms, else none.")
@click.option("--theme", type=click.Choice(["auto", "light", "dark"]), help="Ground of a picture; else the viewer's.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write here, whole or not at all.")
@click.pass_obj
def show_command(
    session: Session,
    /,
    *,
    text: str,
    name: str,
    width: int | None,
    order: str | None,
    joining: str | None,
    theme: str | None,
    output: str,
) -> int:
    """Print a document, or the first two of a story, laid out in rows or as a picture with what is marked.

    text: rows of plain text. Visual order is for terminals that put characters from left to right as they come;
    logical order is the order of reading, one row a line without padding. ansi: rows in visual order, marks in colour.
    svg: the same as a drawing, two texts side by side. html: a page in logical order. What could command the terminal
    or the viewer shows as a stand-in.
    """
    _check_options(name, width=width, order=order, joining=joining, theme=theme)
    is_terminal = output == "-" and sys.stdout is not None and sys.stdout.isatty()
    with session.workspace() as workspace:
        from reader.workspace.spreading import spread_of

        spread = spread_of(workspace, text, with_marks=name != "text")
        if spread.left_out:
            tell(f"{spread.name}: {spread.left_out} more of its documents not shown: name one to see it")
        if name == "text":
            is_visual = is_terminal if order is None else order == "visual"
            with_forms = is_terminal if joining is None else joining == "forms"
            cells = width or (_terminal_width() if is_terminal else _WIDTH)
            parts = _plain(spread, cells, is_visual=is_visual, with_forms=with_forms)
        else:
            usual = _WIDTH if len(spread.columns) == 1 else _WIDTH_OF_TWO
            cells = width or (_terminal_width() if is_terminal and name == "ansi" else usual)
            parts = _picture(spread, name, cells, theme or "auto")
        _put(parts, output, never=str(workspace.path))
    return 0


def _check_options(name: str, **given: object) -> None:
    """Refuse an option that the format would not heed."""
    heeded = {"text": {"width", "order", "joining"}, "html": {"theme"}}.get(name, {"width", "theme"})
    for option, value in given.items():
        if value is not None and option not in heeded:
            raise click.UsageError(f"--{option} changes nothing with --format {name}: leave it out")


def _put(parts: Iterator[str], output: str, *, never: str) -> None:
    if output == "-":
        for part in parts:
            write(part)
        return
    from reader.exchange.outputs import write_file

    write_file(output, (part.encode() for part in parts), never=never)


def _picture(spread: "Spread", name: str, width: int, theme: str) -> Iterator[str]:
    from reader.exchange.pictures.palette import Theme

    if name == "html":
        from reader.exchange.pictures.hypertext import hypertext

        return hypertext(spread, Theme(theme))
    if name == "svg":
        from reader.exchange.pictures.svg import svg

        return svg(spread, width, Theme(theme))
    from reader.exchange.pictures.ansi import ansi

    return ansi(spread, width, Theme(theme))


def _plain(spread: "Spread", width: int, *, is_visual: bool, with_forms: bool) -> Iterator[str]:
    """The rows of each text, an empty line between two texts."""
    for number, column in enumerate(spread.columns):
        if number:
            yield "\n"
        for paragraph, direction in _paragraphs(column):
            rows = lay_out_paragraph(paragraph, width, direction, joining=with_forms)
            shown = [row.text for row in rows] if is_visual else _logical(paragraph, rows, with_forms=with_forms)
            yield "".join([f"{line}\n" for line in shown])


def _paragraphs(column: "Column") -> Iterator[tuple[Paragraph, Direction]]:
    for index in range(column.text.paragraph_count):
        paragraph = column.text.paragraph(index)
        yield paragraph, direction_of(paragraph.text, column.document.direction)


def _logical(paragraph: Paragraph, rows: list[Row], *, with_forms: bool) -> list[str]:
    painted = shape(paragraph.text)[0] if with_forms else paragraph.text
    starts = [row.start - paragraph.start for row in rows] + [len(paragraph.text)]
    return [safe("".join(painted[start:end])) for start, end in pairwise(starts)]


def _terminal_width() -> int:
    return max(os.get_terminal_size(sys.stdout.fileno()).columns, 1)
