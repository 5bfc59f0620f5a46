"""Two texts beside each other: keys in, commands run, the lines that changed repainted."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.model import ReaderError, Story
from reader.tui.commands import ALL, BY_ID, Command, KeyMachine, Ready, Unknown, Waiting, sequences_of
from reader.tui.messages import ReadingLeft
from reader.tui.reading import Asked, CopyText, Panes, Reading, Wish
from reader.tui.screens.summary import footer, header, quote_strip, status, too_small
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.spread import Spread
from reader.workspace import Workspace
from reader.workspace.reading import View

_NARROWEST_FOR_TWO = 64
_SMALLEST = (32, 10)
_TALL = 30
_QUOTE_ROWS = 3
_LOOK_SECONDS = 0.8
_WITHOUT_TEXTS = {"program.quit", "program.suspend", "program.library"}
_QUIET = {"select.drop"}


class ReadingScreen(Screen[None]):
    """The open documents, what is under the cursor, and the next keys."""

    BINDINGS: ClassVar = []
    """None: sequences and counts are resolved by the key machine."""

    def __init__(self, workspace: Workspace, views: Sequence[View], story: Story | None) -> None:
        super().__init__()
        self.reading = Reading(workspace, list(views), self.post_message, story)
        self.spread = Spread(self.reading, id="spread")
        self._keys = KeyMachine(sequences_of((command.id, command.keys) for command in ALL))
        self._version = workspace.data_version()
        self._tops = [view.page.top for view in views]
        self._above, self._below = Lines(id="above"), Lines(id="below")

    def compose(self) -> ComposeResult:
        """The header, the texts, and below them quote, status and keys."""
        yield self._above
        yield self.spread
        yield self._below

    def on_mount(self) -> None:
        """Watch for what other programs write to the file."""
        self.set_interval(_LOOK_SECONDS, self._look_for_changes)

    def on_resize(self, event: events.Resize) -> None:
        """Fit what is shown to the window."""
        is_too_small = event.size.width < _SMALLEST[0] or event.size.height < _SMALLEST[1]
        self.spread.display = self._below.display = not is_too_small
        self.set_class(event.size.height >= _TALL, "-tall")
        self.place_panes()
        self.update()

    def place_panes(self) -> None:
        """Show one pane or two, in order."""
        reading = self.reading
        order = list(range(len(reading.views)))
        if reading.panes is Panes.ONE or self.size.width < _NARROWEST_FOR_TWO:
            order = [reading.active]
        elif reading.panes is Panes.SWAPPED:
            order.reverse()
        self.spread.place(order)

    def update(self) -> None:
        """Repaint what the last command changed."""
        reading, (width, height) = self.reading, self.size
        if not self.spread.display:
            self._above.show(too_small(width, _SMALLEST))
            return
        self._scroll_together()
        self.spread.update()
        self._above.show(header(reading, width))
        rows = _QUOTE_ROWS + (height >= _TALL)
        self._below.show([*quote_strip(reading, width, rows), status(reading, width), footer(reading, width)])

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
        if key == "escape" and self._keys.is_waiting:
            self._keys.drop()
            self._tell(None)
            return
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
        if not self.spread.display and command.id not in _WITHOUT_TEXTS:
            return  # nothing is done to a text that cannot be seen
        if not command.when(self.reading):
            if command.id not in _QUIET:
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
        try:
            version = self.reading.workspace.data_version()
            if version != self._version:
                self.reading.changed()
                self.update()
                self._version = version
        except ReaderError as error:
            self.reading.say(str(error), alarm=True)
            self.update()

    @on(Spread.Pointed)
    def _point(self, message: Spread.Pointed) -> None:
        self.reading.active = message.view
        self.reading.say("")
        self.reading.view.drop_selection()
        self.reading.view.move_to(message.offset)
        self.update()

    @on(Spread.Wheeled)
    def _wheel(self, message: Spread.Wheeled) -> None:
        self.reading.active = message.view
        self.reading.view.scroll(message.rows)
        self.update()

    @on(CopyText)
    def _copy(self, message: CopyText) -> None:
        self.app.copy_to_clipboard(message.text)

    def _spell(self) -> None:
        from reader.tui.screens.spelling import SpellingScreen  # not before the first paint

        span = self.reading.target()
        if span is not None:
            text = self.reading.view.text.slice(span.start, span.end)
            self.app.push_screen(SpellingScreen(text, span.start))

    def _tell(self, sentence: str | None) -> None:
        self.reading.say(sentence or "")
        self.update()

    @on(Asked)
    def _grant(self, message: Asked) -> None:
        match message.wish:
            case Wish.ARRANGE:
                self.place_panes()
            case Wish.HELP:
                from reader.tui.screens.help import HelpScreen  # not before the first paint

                self.app.push_screen(HelpScreen(self.reading))
            case Wish.EXPORT:
                from reader.tui.screens.export import export_screen  # not before the first paint

                self.app.push_screen(export_screen(self.reading), self._tell)
            case Wish.SPELL:
                self._spell()
            case Wish.PALETTE:
                self.app.action_command_palette()
            case Wish.SUSPEND:
                self.app.action_suspend_process()
            case Wish.LIBRARY | Wish.QUIT:
                self.post_message(ReadingLeft(wants_library=message.wish is Wish.LIBRARY))
