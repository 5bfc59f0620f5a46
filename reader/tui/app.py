"""The program on the screen: which screen is up, signals, themes, and how it ends."""

import asyncio
import gc
import signal
from typing import ClassVar

from textual import on
from textual.app import App

from reader.model import Document, Story
from reader.tui.palette import ReadingCommands
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.terminal.driver import ReaderDriver
from reader.workspace import Workspace
from reader.workspace.reading import View

CRASHED = 70


class ReaderApp(App[None]):
    """Library and reading on one workspace."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    COMMANDS: ClassVar = {ReadingCommands}
    """The palette offers the reading screen's commands and nothing of Textual's own."""
    BINDINGS: ClassVar = []
    """None: keys are the screens' matter."""
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, workspace: Workspace, documents: list[Document], story: Story | None) -> None:
        super().__init__(driver_class=ReaderDriver)
        self.workspace = workspace
        self.crash: BaseException | None = None
        self._documents = documents
        self._story = story

    def on_mount(self) -> None:
        """Show what was asked for; give the terminal back when told to end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end_by, number)
        if self._documents:
            self.read(self._documents, self._story)
        else:
            self.push_screen(LibraryScreen(self.workspace))
        self.call_after_refresh(self._settle)

    def read(self, documents: list[Document], story: Story | None) -> None:
        """Open one or two documents side by side."""
        views = [View(document, self.workspace.documents.text(document.id)) for document in documents]
        self.push_screen(ReadingScreen(self.workspace, views, story), self._left_reading)

    @on(LibraryScreen.Chosen)
    def _read_chosen(self, message: LibraryScreen.Chosen) -> None:
        self.read(message.documents, message.story)

    def _left_reading(self, wants_library: bool | None) -> None:
        """Back to the library, or out when the texts were named on the command line."""
        if self._documents and not wants_library:
            self.exit()
        elif not isinstance(self.screen, LibraryScreen):
            self._documents = []
            self.push_screen(LibraryScreen(self.workspace))

    def _settle(self) -> None:
        """What stands now stays: a collection in the middle of a key press costs more than the key."""
        gc.collect()
        gc.freeze()

    def _end_by(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the error for `run`, which tells it in one line: a traceback may hold what a text says."""
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback."""
        self._close_messages_no_wait()


def exit_code(app: ReaderApp) -> int:
    """0, 128 + signal, or 70 after a crash."""
    if app.crash is not None:
        return CRASHED
    return app.return_code or 0
