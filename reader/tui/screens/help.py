"""The keys that work where the user is, by chapter."""

from rich.text import Text

from reader.tui.commands import ALL, Group, spelt
from reader.tui.reading import Reading
from reader.tui.screens.scrolled import ScrolledText


class HelpScreen(ScrolledText):
    """All commands that can run here."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("Keys", _keys(reading), "?")


def _keys(reading: Reading) -> Text:
    text = Text()
    for group in Group:
        commands = [command for command in ALL if command.group is group and command.when(reading)]
        if not commands:
            continue
        text.append(f"{group.value}\n", "bold underline")
        for command in commands:
            keys = "  ".join(spelt(keys) for keys in command.keys)
            text.append(f"  {keys:<10}", "bold")
            text.append(f" {command.help}\n")
        text.append("\n")
    text.append("A count before a motion repeats it: 3w. Arabic and AZERTY keyboards need no switching.\n")
    text.append("Everything marked is saved at once; u takes it back.")
    return text
