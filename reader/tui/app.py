"""The program on the screen: which screen is up, signals, themes, and how it ends."""

import asyncio
import gc
import signal
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App
from textual.screen import Screen

from reader.model import Document, Story
from reader.tui.messages import ReadingLeft, TextsChosen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.terminal.driver import ReaderDriver
from reader.tui.terminal.resizing import follow_window
from reader.tui.terminal.way import Way
from reader.workspace import Workspace
from reader.workspace.reading import View

if TYPE_CHECKING:
    from textual.command import Provider

CRASHED = 70
_SETTLED_SECONDS = 0.3
_USUAL = Way()


def _commands() -> "type[Provider]":
    """The palette's provider, imported when the palette opens and not before the first paint."""
    from reader.tui.palette import ReadingCommands

    return ReadingCommands


class ReaderApp(App[None]):
    """Library and reading on one workspace."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    COMMANDS: ClassVar = {_commands}
    """The palette offers the reading screen's commands and nothing of Textual's own."""
    BINDINGS: ClassVar = []
    """None: keys are the screens' matter."""
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        workspace: Workspace,
        documents: list[Document],
        story: Story | None,
        *,
        way: Way = _USUAL,
        driver: type[ReaderDriver] = ReaderDriver,
    ) -> None:
        super().__init__(driver_class=driver)
        self.workspace = workspace
        self._way = way
        self.crash: BaseException | None = None
        self._documents = documents
        self._story = story

    def get_default_screen(self) -> Screen[None]:
        """The first screen is the one that was asked for: a blank one below it would be styled and painted, too."""
        if self._documents:
            return self._reading_screen(self._documents, self._story)
        return self._library()

    def _library(self) -> Screen[None]:
        """The library; its widgets are imported with it, not before the first paint of two texts."""
        from reader.tui.screens.library import LibraryScreen

        return LibraryScreen(self.workspace)

    def on_mount(self) -> None:
        """Give the terminal back when told to end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end_by, number)
        follow_window(self)
        self.app_resume_signal.subscribe(self, self._come_back)
        self.set_timer(_SETTLED_SECONDS, self._settle)

    def _reading_screen(self, documents: list[Document], story: Story | None) -> ReadingScreen:
        way, texts = self._way, self.workspace.documents
        views = [
            View(document, texts.text(document.id), joining=way.joining, tashkeel=way.tashkeel)
            for document in documents
        ]
        return ReadingScreen(self.workspace, views, story)

    @on(TextsChosen)
    def _read(self, message: TextsChosen) -> None:
        self.push_screen(self._reading_screen(message.documents, message.story))

    @on(ReadingLeft)
    def _leave(self, message: ReadingLeft) -> None:
        """Back to the library it was opened from; out when the texts were named on the command line."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif message.wants_library:
            self.push_screen(self._library())
        else:
            self.exit()

    def _come_back(self, _app: App[None]) -> None:
        """After `fg` the terminal shows nothing of ours: follow its window again and paint all of it."""
        follow_window(self)
        for widget in (self.screen, *self.screen.query("*")):
            widget.refresh(layout=True)

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
