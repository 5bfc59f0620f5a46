"""`reader edit` and `reader remove`: what is known of a document, and whether it is there."""

import click

from reader.cli.command import command
from reader.cli.output import tell
from reader.cli.session import Session
from reader.cli.words import WORDS


@command(
    "edit",
    "reader edit 3fa9 --title 'Le tram revient' --outlet 'Le Phare'",
    "reader edit 'Le tram revient' --lang fr --date 2026-03-02",
)
@click.argument("document", type=WORDS)
@click.option("--title", type=WORDS, help="The title.")
@click.option("--outlet", type=WORDS, help="Who published it.")
@click.option("--date", type=WORDS, help="When it was published.")
@click.option("--lang", "language", type=WORDS, metavar="ar|fr|en|…", help="The language; the direction follows.")
@click.option("--story", type=WORDS, metavar="NAME", help="Add the document to this story.")
@click.pass_obj
def edit_command(session: Session, /, document: str, **facts: str | None) -> int:
    """Correct what is known of a document; its text never changes. Undo takes it back."""
    if all(value is None for value in facts.values()):
        raise click.UsageError("nothing to change: give at least one option", click.get_current_context())
    with session.workspace() as workspace:
        found = workspace.documents.find(document)
        edited = workspace.documents.edit(found.id, **facts)
        tell(f"corrected “{edited.title}”")
    return 0


@command("remove", "reader remove 3fa9", "reader remove 'Le tram revient' --yes")
@click.argument("document", type=WORDS)
@click.option("--yes", is_flag=True, help="Also when it has annotations, which go with it.")
@click.pass_obj
def remove_command(session: Session, document: str, *, yes: bool) -> int:
    """Remove a document. Undo brings it back, with its annotations."""
    with session.workspace() as workspace:
        found = workspace.documents.find(document)
        workspace.documents.remove(found.id, with_annotations=yes)
        tell(f"removed “{found.title}”; reader undo brings it back")
    return 0
