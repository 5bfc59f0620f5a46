"""Two texts beside each other: keys in, commands run, the lines that changed repainted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from reader.model import ReaderError, Story
from reader.tui.commands import ALL, BY_ID, Command, KeyMachine, Ready, Unknown, Waiting, sequences_of
from reader.tui.reading import Asked, CopyText, Panes, Reading, Wish
from reader.tui.screens.export import export_screen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.summary import footer, header, quote_strip, status
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.text_pane import TextPane
from reader.workspace import Workspace
from reader.workspace.reading import View

_NARROWEST_FOR_TWO = 64
_SMALLEST = (32, 10)
_TALL = 30
_LOOK_SECONDS = 0.8


class ReadingScreen(Screen[None]):
    """The open documents, what is under the cursor, and the next keys."""

    BINDINGS: ClassVar = []
    """None: sequences and counts are resolved by the key machine."""

    @dataclass
    class Left(Message):
        """The texts are put away, for others or for good."""

        wants_library: bool

    def __init__(self, workspace: Workspace, views: Sequence[View], story: Story | None) -> None:
        super().__init__()
        self.reading = Reading(workspace, list(views), self.post_message, story)
        self._keys = KeyMachine(sequences_of((command.id, command.keys) for command in ALL))
        self._version = workspace.data_version()
        self._tops = [view.page.top for view in views]
        self.panes = [TextPane(view, self.reading.marks, id=f"pane-{index}") for index, view in enumerate(views)]
        self._header, self._quote = Lines(id="header"), Lines(id="quote")
        self._status, self._footer = Lines(id="status"), Lines(id="footer")
        self._too_small = Lines(id="too-small")

    def compose(self) -> ComposeResult:
        """Header, panes, quote strip, status, footer; or that the window is too small."""
        yield self._header
        with Horizontal(id="panes"):
            yield from self.panes
        yield self._quote
        yield self._status
        yield self._footer
        yield self._too_small

    def on_mount(self) -> None:
        """Watch for what other programs write to the file."""
        self._too_small.show(
            [[(f"The window is too small: {_SMALLEST[0]}x{_SMALLEST[1]} at least.", "")], [("q quits.", "")]]
        )
        self.set_interval(_LOOK_SECONDS, self._look_for_changes)

    def on_resize(self, event: events.Resize) -> None:
        """Fit what is shown to the window."""
        is_too_small = event.size.width < _SMALLEST[0] or event.size.height < _SMALLEST[1]
        self.set_class(is_too_small, "-too-small")
        self.set_class(event.size.height >= _TALL, "-tall")
        self.place_panes()
        self.update()
        self.call_after_refresh(self.update)

    def place_panes(self) -> None:
        """Show one pane or two, in order."""
        reading = self.reading
        alone = reading.panes is Panes.ONE or self.size.width < _NARROWEST_FOR_TWO
        for index, pane in enumerate(self.panes):
            pane.display = not alone or index == reading.active
        beside = self.query_one("#panes")
        first = self.panes[-1 if reading.panes is Panes.SWAPPED else 0]
        if beside.children[0] is not first:
            beside.move_child(first, before=0)

    def update(self) -> None:
        """Repaint what the last command changed."""
        reading = self.reading
        self._scroll_together()
        for index, pane in enumerate(self.panes):
            if pane.display:
                pane.update(is_active=index == reading.active)
        width = self.size.width
        self._header.show(header(reading, width))
        self._quote.show(quote_strip(reading, width, max(2, self._quote.size.height)))
        self._status.show(status(reading, width))
        self._footer.show(footer(reading, width))

    def _scroll_together(self) -> None:
        reading = self.reading
        before = self._tops[reading.active]
        if reading.is_linked and reading.other is not None and reading.view.page.top != before:
            reading.other.page.show_progress(reading.view.page.progress)
        self._tops = [view.page.top for view in reading.views]

    def on_key(self, event: events.Key) -> None:
        """Feed the key machine and run the command that comes out."""
        event.stop()
        event.prevent_default()
        key = event.character if event.is_printable and event.character else event.key
        outcome = self._keys.feed(key)
        match outcome:
            case Ready(command, count):
                self.perform(command, count)
                return
            case Unknown(shown):
                self.reading.say("" if len(shown) > 20 else f"Nothing is on {shown}: ? shows the keys.")
            case Waiting(shown):
                self.reading.say(f"{shown} …")
        self.update()

    def perform(self, command_id: str, count: int | None = None) -> None:
        """Run a command and show what it changed; what hinders it is said in the status line."""
        active = self.reading.active
        self._run(BY_ID[command_id], count)
        if active != self.reading.active:
            self._activated()
        self.update()

    def _run(self, command: Command, count: int | None) -> None:
        self.reading.say("")
        if not command.when(self.reading):
            self.reading.say(f"{command.title}: not possible here.")
            return
        try:
            command.action(self.reading, count)
        except ReaderError as error:
            self.reading.say(str(error), alarm=True)

    def _activated(self) -> None:
        if self.size.width < _NARROWEST_FOR_TWO or self.reading.panes is Panes.ONE:
            self.place_panes()

    def _look_for_changes(self) -> None:
        version = self.reading.workspace.data_version()
        if version != self._version:
            self._version = version
            self.reading.changed()
            self.update()

    @on(TextPane.Pointed)
    def _point(self, message: TextPane.Pointed) -> None:
        self.reading.active = self.panes.index(message.pane)
        self.reading.say("")
        self.reading.view.drop_selection()
        self.reading.view.move_to(message.offset)
        self.update()

    @on(TextPane.Wheeled)
    def _wheel(self, message: TextPane.Wheeled) -> None:
        self.reading.active = self.panes.index(message.pane)
        message.pane.view.scroll(message.rows)
        self.update()

    @on(CopyText)
    def _copy(self, message: CopyText) -> None:
        self.app.copy_to_clipboard(message.text)

    def _tell(self, sentence: str | None) -> None:
        self.reading.say(sentence or "")
        self.update()

    @on(Asked)
    def _grant(self, message: Asked) -> None:
        match message.wish:
            case Wish.ARRANGE:
                self.place_panes()
            case Wish.HELP:
                self.app.push_screen(HelpScreen(self.reading))
            case Wish.EXPORT:
                self.app.push_screen(export_screen(self.reading), self._tell)
            case Wish.PALETTE:
                self.app.action_command_palette()
            case Wish.SUSPEND:
                self.app.action_suspend_process()
            case Wish.LIBRARY | Wish.QUIT:
                self.post_message(self.Left(wants_library=message.wish is Wish.LIBRARY))
