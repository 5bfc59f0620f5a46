"""`reader undo`, `redo` and `history`: what was done, taken back and brought again."""

import click

from reader.cli.command import command
from reader.cli.output import tell, write
from reader.cli.session import Session
from reader.cli.words import WORDS
from reader.text.safe import safe


@command("undo", "reader undo", "reader undo --annotator amira")
@click.pass_obj
def undo_command(session: Session) -> int:
    """Take the annotator's last step back, also after the program was closed; 1 when there is none."""
    with session.workspace() as workspace:
        tell(f"undone: {workspace.history.undo().summary}")
    return 0


@command("redo", "reader redo")
@click.pass_obj
def redo_command(session: Session) -> int:
    """Bring back what the annotator's last undo took; 1 when there is nothing."""
    with session.workspace() as workspace:
        tell(f"redone: {workspace.history.redo().summary}")
    return 0


@command("history", "reader history", "reader history 3fa9")
@click.argument("record", required=False, type=WORDS, metavar="[DOCUMENT|ANNOTATION]")
@click.pass_obj
def history_command(session: Session, record: str | None) -> int:
    """Tell who did what, newest first: time, annotator and act, a tab between them."""
    with session.workspace() as workspace:
        for entry in workspace.history.entries(record):
            write(f"{entry.when}\t{safe(entry.annotator)}\t{safe(entry.summary)}\n")
    return 0
