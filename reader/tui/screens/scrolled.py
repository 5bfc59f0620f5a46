"""A text of the program's own over the screen, to be read and put away."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.commands.keys import TWINS


class ScrolledText(ModalScreen[None]):
    """A titled text; escape, q, enter and the key that brought it lead back."""

    BINDINGS: ClassVar = []
    """None: the arrows scroll, the closing keys are read in `on_key`."""

    DEFAULT_CSS = """
    ScrolledText {
        align: center middle;
        & > VerticalScroll {
            width: 80; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2; background: $surface; border: round $primary;
        }
        & > VerticalScroll > Static { height: auto; }
    }
    """

    def __init__(self, title: str, text: Text, key: str) -> None:
        super().__init__()
        self._heading = title
        self._shown = text
        self._leading_back = {"escape", "q", "enter", key}

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        with VerticalScroll() as scroll:
            scroll.border_title = self._heading
            scroll.border_subtitle = "↑ ↓ scroll · esc back"
            yield Static(self._shown)

    def on_key(self, event: events.Key) -> None:
        """Close on the closing keys; scroll by j and k too."""
        key = event.character if event.is_printable and event.character else event.key
        key = TWINS.get(key, key)
        if key in self._leading_back:
            event.stop()
            self.dismiss(None)
        elif key in {"j", "k"}:
            event.stop()
            self.query_one(VerticalScroll).scroll_relative(y=1 if key == "j" else -1, animate=False)
