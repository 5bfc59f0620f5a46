"""Where to put the annotations of the open texts."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.model import ReaderError
from reader.tui.reading import Reading
from reader.tui.visual import counted, paragraph_lines
from reader.workspace import Query

_WIDTH = 60


class ExportScreen(ModalScreen[str]):
    """Asks for a path and writes there; gives a sentence of what was done, nothing when it was left."""

    BINDINGS: ClassVar = []
    """None: enter and escape are the input's and `on_key`'s."""

    def __init__(self, question: str, write: Callable[[Path], str]) -> None:
        super().__init__()
        self._question = question
        self._write = write
        self._confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        """Question, path, what hinders."""
        with Vertical(id="export"):
            yield Static(self._line(self._question), id="export-question")
            yield Input("annotations.jsonl", id="export-path")
            yield Static(self._line("enter writes the file · esc goes back"), id="export-said")

    def on_key(self, event: events.Key) -> None:
        """Escape leaves without writing."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    @on(Input.Submitted)
    def _export(self, event: Input.Submitted) -> None:
        path = Path(os.path.expanduser(event.value.strip()))
        if path.is_file() and path != self._confirmed:
            self._confirmed = path
            self._say(f"{path.name} is there already: enter once more replaces it")
            return
        try:
            done = self._write(path)
        except ReaderError as error:
            self._say(str(error))
        else:
            self.dismiss(done)

    def _say(self, sentence: str) -> None:
        self.query_one("#export-said", Static).update(self._line(sentence))

    def _line(self, sentence: str) -> Text:
        width = max(1, min(_WIDTH, self.app.size.width - 6))
        return Text("\n".join(paragraph_lines(sentence, width)), no_wrap=True)


def export_screen(reading: Reading) -> ExportScreen:
    """The question where to put the annotations of the texts that are open."""
    query = Query.parse("document=" + ",".join(view.document.id for view in reading.views))

    def write(path: Path) -> str:
        lines = reading.workspace.exchange.write(str(path), query)
        return f"Exported {counted(lines, 'annotation', 'annotations')} to {path}"

    texts = "this text" if len(reading.views) == 1 else "both texts"
    return ExportScreen(f"Write the annotations of {texts} to", write)
