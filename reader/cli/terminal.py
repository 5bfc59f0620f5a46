"""`reader terminal`: what this terminal does to Arabic, and the choice of what reads right."""

import os
import sys
from typing import TYPE_CHECKING

import click

from reader.cli.command import command, terminal_options
from reader.cli.opening import question
from reader.cli.output import tell, write
from reader.cli.session import Session
from reader.text.safe import safe

if TYPE_CHECKING:
    from reader.tui.terminal.finding import Finding


@command("terminal", "reader terminal", "reader terminal --forget", "reader open 3fa9 --bidi runs")
@click.option("--forget", is_flag=True, help="Drop what was picked for this terminal.")
@click.pass_obj
def terminal_command(session: Session, *, forget: bool) -> int:
    """Tell what this terminal does to Arabic and how it was found out; pick another way where it reads wrong.

    Prints terminal, encoder, reason, joining and tashkeel, a tab behind each name. On a terminal it then shows a line
    for each encoder: press the number of the one that reads right, and it is kept for this kind of terminal.
    """
    from reader.tui.terminal.choosing import chosen, store_choice

    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        write("encoder\tlogical\nreason\tno terminal: texts go out in the order of reading\n")
        return 0
    with question(session) as asked:
        finding = asked.finding()
        if forget:
            store_choice(finding.key, None)
        way, reason = chosen(finding, asked.wishes)
    marks = "keep" if way.tashkeel else "strip"
    told = {"terminal": finding.key or "unknown", "encoder": way.encoder, "reason": reason}
    for name, value in (told | {"joining": "forms" if way.joining else "none", "tashkeel": marks}).items():
        write(f"{name}\t{safe(value)}\n")
    return 0 if forget else _pick(finding, way.encoder)


terminal_command.params.extend(terminal_options())


def _pick(finding: "Finding", current: str) -> int:
    """The line that reads right, kept; any other key leaves all as it is."""
    from reader.tui.terminal.choosing import store_choice
    from reader.tui.terminal.picking import lines, pressed, switches

    shown = lines(finding)
    on, off = switches(finding)
    try:
        write(f"{on}\n" + "".join(f"{line}\n" for _, line in shown))
        write(f"\nPress the number of the line that reads right, any other key for {current} as it is: ", flush=True)
        key = pressed(sys.stdin.fileno())
    finally:
        write(f"{off}\n", flush=True)
    picked = next((encoder for number, (encoder, _) in enumerate(shown, 1) if str(number) == key), None)
    if picked is None:
        tell("nothing changed")
        return 0
    store_choice(finding.key, picked)
    tell(f"{finding.key or 'this terminal'}: {picked} from now on; reader terminal --forget takes it back")
    return os.EX_OK
