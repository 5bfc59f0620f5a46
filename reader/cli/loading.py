"""`reader load`: what another database exported, merged into this one."""

import click

from reader.cli.command import command
from reader.cli.output import tell
from reader.cli.session import Session
from reader.exchange.inputs import lines, opened


@command("load", "reader load amira.jsonl", "reader export --full | reader --db copy.db load -")
@click.argument("file")
@click.pass_obj
def load_command(session: Session, file: str) -> int:
    """Read in JSON Lines, all or nothing: what `reader export --full` wrote.

    FILE is a regular file, or - for standard input. Loading the same twice adds nothing.
    """
    with opened(file) as source, session.workspace(create=True) as workspace:
        loaded = workspace.exchange.load(lines(source, file))
    counts = {
        "document": loaded.documents,
        "story": loaded.stories,
        "annotation": loaded.annotations,
        "relation": loaded.relations,
        "change": loaded.changes,
    }
    new = ", ".join(f"{count} {_plural(noun, count)}" for noun, count in counts.items() if count)
    tell(f"loaded {new or 'nothing new'}; {loaded.known} {_plural('line', loaded.known)} known before")
    return 0


def _plural(noun: str, count: int) -> str:
    if count == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
