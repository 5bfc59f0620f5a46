"""The keys that work where the user is, by chapter."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.commands import ALL, Group, spelt
from reader.tui.commands.keys import TWINS
from reader.tui.reading import Reading

_CLOSING = {"escape", "q", "?", "enter"}


class HelpScreen(ModalScreen[None]):
    """All commands that can run here; any of the closing keys leads back."""

    BINDINGS: ClassVar = []
    """None: the arrows scroll, the closing keys are read in `on_key`."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        with VerticalScroll(id="help") as scroll:
            scroll.border_title = "Keys"
            scroll.border_subtitle = "↑ ↓ scroll · esc back"
            yield Static(self._text(), id="help-text")

    def _text(self) -> Text:
        text = Text()
        for group in Group:
            commands = [command for command in ALL if command.group is group and command.when(self._reading)]
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

    def on_key(self, event: events.Key) -> None:
        """Close on escape, q, ?, enter; scroll by j and k too."""
        key = event.character if event.is_printable and event.character else event.key
        key = TWINS.get(key, key)
        if key in _CLOSING:
            event.stop()
            self.dismiss(None)
        elif key in {"j", "k"}:
            event.stop()
            self.query_one("#help", VerticalScroll).scroll_relative(y=1 if key == "j" else -1, animate=False)
