"""Every command of the reading screen, declared once; keys, footer, palette, help and README come from `ALL`."""

from reader.tui.commands import annotating, moving, program, selecting
from reader.tui.commands.command import Command, Group, spelt
from reader.tui.commands.keys import KeyMachine, Ready, Unknown, Waiting, sequences_of

ALL: tuple[Command, ...] = (*annotating.COMMANDS, *selecting.COMMANDS, *moving.COMMANDS, *program.COMMANDS)
BY_ID = {command.id: command for command in ALL}

__all__ = ["ALL", "BY_ID", "Command", "Group", "KeyMachine", "Ready", "Unknown", "Waiting", "sequences_of", "spelt"]
