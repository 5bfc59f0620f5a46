"""What the commands work on: the views that are open, which one is active, the workspace behind them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from textual.message import Message

from reader.model import Annotation, ReaderError, Span, Story
from reader.workspace import Workspace
from reader.workspace.reading import View


class Panes(Enum):
    """How the open documents share the screen."""

    BOTH = "both"
    ONE = "one"
    SWAPPED = "swapped"


class Wish(Enum):
    """What a command may ask of the program."""

    ARRANGE = "arrange the panes"
    LIBRARY = "show the library"
    HELP = "show the help"
    PALETTE = "show the command palette"
    SUSPEND = "go back to the shell"
    EXPORT = "ask where to export to"
    SPELL = "spell a word out"
    QUIT = "quit"


@dataclass
class Asked(Message):
    """A command asks for something that is not a matter of the open texts."""

    wish: Wish


@dataclass
class CopyText(Message):
    """Put a text on the clipboard."""

    text: str


@dataclass
class Reading:
    """The open documents, left to right; `post` hands a message to the screen."""

    workspace: Workspace
    views: list[View]
    post: Callable[[Message], object]
    story: Story | None = None
    active: int = 0
    panes: Panes = Panes.BOTH
    is_linked: bool = True
    said: str = ""
    is_alarming: bool = False
    _marks: dict[int, tuple[Span, list[Annotation]]] = field(default_factory=dict)
    _count: int | None = None

    @property
    def view(self) -> View:
        """The view that the keys go to."""
        return self.views[self.active]

    @property
    def other(self) -> View | None:
        """The view beside it; None when one document is open."""
        return self.views[1 - self.active] if len(self.views) == 2 else None

    def say(self, sentence: str, *, alarm: bool = False) -> None:
        """Tell the user what was done, or why not."""
        self.said, self.is_alarming = sentence, alarm

    def changed(self) -> None:
        """The annotations are no longer what they were: read them anew."""
        self._marks.clear()
        self._count = None

    def marks(self, view: View) -> list[Annotation]:
        """The annotations on the view's page and a page around it: scrolling by rows reads them once in a while."""
        index = self.views.index(view)
        page = view.page.span
        known = self._marks.get(index)
        if known is None or page.start < known[0].start or known[0].end < page.end:
            size = page.end - page.start
            around = Span(max(0, page.start - size), page.end + size)
            try:
                known = (around, self.workspace.annotations.within(view.document.id, around.start, around.end))
            except ReaderError as error:
                self.say(f"The marks could not be read: {error}", alarm=True)
                return []
            self._marks[index] = known
        return known[1]

    @property
    def count(self) -> int | None:
        """How many annotations the open documents have; None when the database cannot be read just now."""
        if self._count is None:
            try:
                self._count = sum(self.workspace.annotations.count(view.document.id) for view in self.views)
            except ReaderError as error:
                self.say(f"The marks could not be counted: {error}", alarm=True)
        return self._count

    def under_cursor(self) -> list[Annotation]:
        """The annotations that hold the cursor, the smallest first."""
        cursor = self.view.cursor
        found = [
            annotation
            for annotation in self.marks(self.view)
            if any(fragment.start <= cursor < fragment.end for fragment in annotation.fragments)
        ]
        return sorted(
            found, key=lambda annotation: (annotation.end - annotation.start, annotation.start, annotation.id)
        )

    def annotation(self) -> Annotation | None:
        """The annotation that commands work on: the one the cursor was put on, else the smallest under it."""
        found = self.under_cursor()
        chosen = [annotation for annotation in found if annotation.id == self.view.current]
        return next(iter(chosen or found), None)

    def target(self) -> Span | None:
        """What would be tagged: the selection, else the word under the cursor."""
        return self.view.selection or self.view.word
