"""`reader check`: whether the database says the same twice."""

import os

import click

from reader.cli.command import command
from reader.cli.output import tell, write
from reader.cli.session import Session
from reader.text.safe import safe


@command("check", "reader check", "reader --db copy.db check")
@click.pass_obj
def check_command(session: Session) -> int:
    """Look whether the database is sound: file, checksums, the log against the tables, every quote in its text.

    Prints a problem a line; 65 when there is one.
    """
    with session.workspace() as workspace:
        problems = workspace.exchange.check()
        path = str(session.path)
    for problem in problems:
        write(f"{safe(problem)}\n")
    if problems:
        tell(f"{path}: {len(problems)} problem(s): keep this file as it is and go on with an older copy")
        return os.EX_DATAERR
    tell(f"{path}: sound")
    return 0
