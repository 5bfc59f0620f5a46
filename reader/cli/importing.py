"""`reader import`: texts into the database, one document id a line."""

import click

from reader.cli.command import command
from reader.cli.output import tell, write
from reader.cli.session import Session
from reader.cli.words import WORDS
from reader.exchange.inputs import BadInput, label, read_all
from reader.model import BadData


@command(
    "import",
    "reader import arabe.txt français.txt --story 'Tramway'",
    "reader import bilingue.txt --split",
    "curl … | reader import - --title 'Le tram revient' --outlet 'Le Phare' --date 2026-03-02",
    "reader import vieux.txt --encoding windows-1256",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--lang", type=WORDS, metavar="ar|fr|en|…", help="The language; else told by script and small words.")
@click.option("--title", type=WORDS, help="The title; else the first line that is not blank.")
@click.option("--outlet", type=WORDS, help="Who published it.")
@click.option("--date", type=WORDS, help="When it was published.")
@click.option("--url", type=WORDS, help="Where it was published.")
@click.option("--encoding", type=WORDS, help="For files that are not UTF-8.")
@click.option("--story", type=WORDS, metavar="NAME", help="Add the documents to this story.")
@click.option("--split", is_flag=True, help="A file in several languages: one document for each.")
@click.pass_obj
def import_command(
    session: Session,
    /,
    *,
    files: tuple[str, ...],
    lang: str | None,
    encoding: str | None,
    story: str | None,
    split: bool,
    **facts: str | None,
) -> int:
    """Keep texts in the database and print a document id a line, new or known.

    FILE is a text file, or - for standard input. Each file is taken whole or not at all; one that is refused is
    named on stderr and the others go on.
    """
    _must_fit(files, lang, facts, split=split)
    exit_code = 0
    with session.workspace(create=True) as workspace:
        for file in files:
            try:
                found = workspace.documents.import_bytes(
                    read_all(file),
                    name=label(file),
                    language=lang,
                    encoding=encoding,
                    story=story,
                    split=split,
                    **facts,
                )
            except (BadData, BadInput) as error:
                tell(str(error))
                exit_code = exit_code or error.exit_code
                continue
            write("".join(f"{imported.document.id}\n" for imported in found), flush=True)
    return exit_code


def _must_fit(files: tuple[str, ...], lang: str | None, facts: dict[str, str | None], *, split: bool) -> None:
    if files.count("-") > 1:
        raise click.UsageError("standard input (-) can be read once", click.get_current_context())
    if len(files) > 1 and (facts["title"] is not None or facts["url"] is not None):
        raise click.UsageError("--title and --url are of one file", click.get_current_context())
    if split and lang is not None:
        raise click.UsageError("--split finds the languages, --lang would make them one", click.get_current_context())
