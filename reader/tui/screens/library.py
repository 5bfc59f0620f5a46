"""Stories and documents: choose one or a pair to read, bring in more."""

import os
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.exchange.inputs import read_all
from reader.model import Direction, ReaderError, Story
from reader.tui.messages import TextsChosen
from reader.tui.visual import counted, one_line
from reader.workspace import DocumentSummary, Workspace

_HINTS = " ↑ ↓ choose · enter open · space tick a pair · i import · q quit"
_EMPTY = "Nothing here yet: press i and type the path of an Arabic or a French text."


class LibraryScreen(Screen[None]):
    """What the database holds, as one list: stories first, then documents."""

    BINDINGS: ClassVar = []
    """None: the list has its own keys, the others are read in `on_key`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._stories: list[Story] = []
        self._summaries: list[DocumentSummary] = []
        self._ticked: list[str] = []

    def compose(self) -> ComposeResult:
        """Title, list, what was done, where a path is typed, keys."""
        yield Static("", id="library-title", markup=False)
        yield OptionList(id="library-list")
        yield Static("", id="library-said", markup=False)
        yield Input(placeholder="path of a text file; enter imports it, esc goes back", id="library-path")
        yield Static(_HINTS, id="library-keys", markup=False)

    def on_mount(self) -> None:
        """Show what there is."""
        self._path.display = False
        self._list.focus()

    def on_screen_resume(self) -> None:
        """Counts may have changed while a text was read."""
        self.reload()

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the lines to the window."""
        self.reload()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#library-list", OptionList)

    @property
    def _path(self) -> Input:
        return self.query_one("#library-path", Input)

    def reload(self) -> None:
        """Read stories and documents anew; the highlight stays where it was."""
        highlighted = self._list.highlighted
        try:
            self._stories = self._workspace.stories.all()
            self._summaries = self._workspace.documents.all()
        except ReaderError as error:
            self._say(str(error))
            return
        width = max(20, self.size.width - 4)
        self._list.clear_options()
        for story in self._stories:
            self._list.add_option(Option(self._story_line(story, width), id=f"story-{story.id}"))
        for summary in self._summaries:
            self._list.add_option(Option(self._document_line(summary, width), id=f"document-{summary.document.id}"))
        if self._list.option_count:
            self._list.highlighted = min(highlighted or 0, self._list.option_count - 1)
        else:
            self._say(_EMPTY)
        title = " · ".join(
            [
                " reader",
                counted(len(self._stories), "story", "stories"),
                counted(len(self._summaries), "text", "texts"),
                str(self._workspace.path),
            ]
        )
        shown = one_line(title, max(1, self.size.width), direction=Direction.LTR)
        self.query_one("#library-title", Static).update(Text(shown, no_wrap=True))

    def _story_line(self, story: Story, width: int) -> Text:
        about = counted(len(story.documents), "text", "texts")
        return Text(f"story  {one_line(story.name, width - 20, flush=Direction.LTR)} {about:>10}", no_wrap=True)

    def _document_line(self, summary: DocumentSummary, width: int) -> Text:
        document = summary.document
        tick = "✓" if document.id in self._ticked else " "
        outlet_width = max(0, min(22, width - 50))
        outlet = one_line(document.outlet or "", outlet_width, flush=Direction.LTR)
        title = one_line(document.title, max(8, width - outlet_width - 22), flush=Direction.LTR)
        language = one_line(document.language, 3, flush=Direction.LTR)
        return Text(
            f"{tick} {language}  {title} {outlet} {counted(summary.annotations, 'mark', 'marks'):>12}", no_wrap=True
        )

    def on_key(self, event: events.Key) -> None:
        """Tick, import, quit."""
        if self._path.has_focus:
            if event.key == "escape":
                event.stop()
                self._close_path()
            return
        match event.character if event.is_printable else event.key:
            case " ":
                self._tick()
            case "i" | "ه":
                self._path.display = True
                self._path.focus()
            case "q" | "ض" | "escape":
                self._leave()
            case "?" | "؟":
                self._say("↑ ↓ and enter choose and open, space ticks two to stand side by side, i brings a file in.")
            case character if event.is_printable:
                self._say(f"Nothing is on {character}: the keys stand below.")
            case _:
                return
        event.stop()

    def _leave(self) -> None:
        """Back to the texts from which the library was asked for, else out."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()

    def _close_path(self) -> None:
        self._path.value = ""
        self._path.display = False
        self._list.focus()

    def _tick(self) -> None:
        highlighted = self._list.highlighted
        option = None if highlighted is None else self._list.get_option_at_index(highlighted)
        if option is None or option.id is None or not option.id.startswith("document-"):
            self._say("Tick documents; a story opens by enter.")
            return
        document = option.id.removeprefix("document-")
        if document in self._ticked:
            self._ticked.remove(document)
        else:
            self._ticked = [*self._ticked, document][-2:]
        self.reload()
        sides = {
            1: "One ticked: tick another, or go to it and press enter.",
            2: "Ticked two: enter opens them side by side.",
        }
        self._say(sides.get(len(self._ticked), ""))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        kind, _, reference = (event.option.id or "").partition("-")
        try:
            if kind == "story":
                story = self._workspace.stories.find(reference)
                chosen = self._workspace.stories.documents(story)[:2]
                if chosen:
                    self.post_message(TextsChosen(chosen, story))
                else:
                    self._say("This story has no text any more: tick two texts, enter makes a new one.")
            else:
                self._open_documents(reference)
        except ReaderError as error:
            self._say(str(error))

    def _open_documents(self, highlighted: str) -> None:
        ids = list(dict.fromkeys([*self._ticked, highlighted]))[:2]
        story = self._workspace.stories.together(ids, None) if len(ids) == 2 else None
        documents = [self._workspace.documents.find(document) for document in ids]
        self._ticked = []
        self.post_message(TextsChosen(documents, story))

    @on(Input.Submitted, "#library-path")
    def _import(self, event: Input.Submitted) -> None:
        path = Path(os.path.expanduser(event.value.strip()))  # pathlib raises at an unknown ~name
        name = "./-" if str(path) == "-" else str(path)  # a file here, not standard input
        try:
            imported = self._workspace.documents.import_bytes(read_all(name), name=path.name)
        except ReaderError as error:
            said = str(error).replace(name, path.name or name)  # the whole path stands in the field below
            self._say(said.replace("try --encoding", "in the shell: reader import --encoding"))
            return
        self._close_path()
        self.reload()
        document = imported[0].document
        self._list.highlighted = self._list.get_option_index(f"document-{document.id}")
        self._say(f"{'Imported' if imported[0].is_new else 'Already here'}: {document.title} ({document.language})")

    def _say(self, sentence: str) -> None:
        width = max(1, self.size.width - 2)
        shown = one_line(sentence, width, flush=Direction.LTR, direction=Direction.LTR)
        self.query_one("#library-said", Static).update(Text(f" {shown}", no_wrap=True))
