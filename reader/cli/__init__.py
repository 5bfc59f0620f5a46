"""The command line: what scripts drive, and the door to the screens.

stdout carries data, stderr talk. Each command is a module that is imported when it is called, so that help is quick.
"""

from reader.cli.entry import main

__all__ = ["main"]
