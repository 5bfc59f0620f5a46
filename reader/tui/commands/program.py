"""Help, the palette, the library, and the way out."""

from collections.abc import Callable

from reader.tui.commands.annotating import copy
from reader.tui.commands.command import Command, Group
from reader.tui.commands.selecting import has_selection
from reader.tui.reading import Asked, Reading, Wish


def _ask(wish: Wish) -> Callable[[Reading, int | None], None]:
    def action(reading: Reading, _count: int | None) -> None:
        reading.post(Asked(wish))

    return action


def spell(reading: Reading, _count: int | None) -> None:
    """Spell the selection, or the word under the cursor, out."""
    if reading.target() is None:
        reading.say("No word under the cursor to spell out: move to one, or select with v or space.", alarm=True)
        return
    reading.post(Asked(Wish.SPELL))


def interrupt(reading: Reading, _count: int | None) -> None:
    """Copy what is selected; ctrl+c alone ends nothing by accident."""
    if has_selection(reading):
        copy(reading, None)
    else:
        reading.say("q quits; everything marked is already saved.")


COMMANDS = (
    Command(
        "program.library",
        ("f",),
        _ask(Wish.LIBRARY),
        "Files and stories",
        "Choose other texts, import more",
        Group.PROGRAM,
        hint="files",
    ),
    Command(
        "program.export",
        ("E",),
        _ask(Wish.EXPORT),
        "Export",
        "Write the annotations of the open texts to a file",
        Group.PROGRAM,
    ),
    Command(
        "program.spell",
        ("z",),
        spell,
        "Spell out",
        "The selection, or the word, code point by code point with its marks",
        Group.PROGRAM,
    ),
    Command("program.help", ("?",), _ask(Wish.HELP), "Help", "The keys that work here", Group.PROGRAM, hint="help"),
    Command("program.palette", ("ctrl+p",), _ask(Wish.PALETTE), "Commands", "Every command by name", Group.PROGRAM),
    Command(
        "program.interrupt",
        ("ctrl+c",),
        interrupt,
        "Copy selection",
        "Copy the selection; without one, say how to quit",
        Group.PROGRAM,
    ),
    Command(
        "program.suspend",
        ("ctrl+z",),
        _ask(Wish.SUSPEND),
        "Suspend",
        "Back to the shell; fg comes back here",
        Group.PROGRAM,
    ),
    Command(
        "program.quit",
        ("q",),
        _ask(Wish.QUIT),
        "Quit",
        "Back, or leave; everything marked is already saved",
        Group.PROGRAM,
        hint="quit",
    ),
)
