"""The screens as a test has them: keys in, rows on the screen and rows in the database out."""

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.style import Style
from textual import events
from textual.pilot import Pilot

from reader.model.identity import Identity
from reader.text.layout import lay_out
from reader.tui import app as app_module
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen
from reader.workspace import Workspace
from reader.workspace.reading import View

FRENCH = "Le tram revient\nLe port est ouvert. « Une fête », dit le maire. Fin.\n"
ARABIC = "عاد الترام\nقال الوزير: «المرفأ مفتوح». ثم غادر.\n"
LONG_FRENCH = "".join(f"{number}. Le tram roule de nouveau sur la ligne du port.\n" for number in range(1, 91))
LONG_ARABIC = "".join(f"{number}. يسير الترام من جديد على خط المرفأ.\n" for number in range(1, 121))
TEXTS = {"Quai": FRENCH, "Marsa": ARABIC, "Long": LONG_FRENCH, "Tawil": LONG_ARABIC}
PATIENCE = 500


@dataclass
class Stage:
    """A running program."""

    app: ReaderApp
    pilot: Pilot[None]
    workspace: Workspace

    async def press(self, keys: str) -> None:
        """Press the keys, blank-separated, as Textual names them or as characters."""
        await self.pilot.press(*keys.split())
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Paste a text into the field that has the focus."""
        assert self.app.focused is not None
        self.app.focused.post_message(events.Paste(text))
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Let the program go on until this holds."""
        for _ in range(PATIENCE):
            if holds():
                return
            await self.pilot.pause(0.01)
        pytest.fail("it never came; the screen shows\n" + "\n".join(self.rows))

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, blanks at their ends left out."""
        return ["".join(segment.text for segment in strip).rstrip() for strip in self._strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.rows)

    @property
    def said(self) -> str:
        """The status line."""
        return self.rows[-2].strip()

    @property
    def quote(self) -> list[str]:
        """The strip that tells what is selected or under the cursor."""
        rows = self.rows
        height = 4 if len(rows) >= 30 else 3
        return [row.strip() for row in rows[-2 - height : -2]]

    @property
    def titles(self) -> list[str]:
        """The titles above the texts that are shown, left to right."""
        return [title for title in self.rows[1].split() if title in TEXTS]

    @property
    def styles(self) -> list[list[Style]]:
        """How each cell of the screen looks, row by row."""
        return [
            [segment.style or Style() for segment in strip for _ in range(segment.cell_length)]
            for strip in self._strips
        ]

    @property
    def _strips(self) -> list:  # type: ignore[type-arg]  # Textual's strips
        return self.app.screen._compositor.render_strips()

    @property
    def reading(self) -> ReadingScreen:
        """The screen with the texts, the one opened last."""
        return [screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen)][-1]

    @property
    def view(self) -> View:
        """The view that the keys go to."""
        return self.reading.reading.view

    @property
    def selected(self) -> str | None:
        """The selected text."""
        span = self.view.selection
        return None if span is None else self.view.text.slice(span.start, span.end)

    @property
    def marks(self) -> list[tuple[str, str]]:
        """Label and quote of every stored annotation, by document and place."""
        documents = [view.document for view in self.reading.reading.views]
        found = [self.workspace.annotations.within(each.id, 0, each.length) for each in documents]
        return [(one.label, one.fragments[0].quote) for each in found for one in each]

    def at(self, text: str) -> None:
        """Put the cursor on the first place of a text in the active pane."""
        whole = self.view.text.slice(0, self.view.text.length)
        self.view.move_to(whole.index(text))
        self.reading.update()


Open = Callable[..., contextlib.AbstractAsyncContextManager[Stage]]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A database with two short and two long texts, whose clock and ids repeat."""
    monkeypatch.setattr(app_module, "_SETTLED_SECONDS", 3600)  # a test's memory stays as it is
    ticks = iter(range(1_800_000_000_000, 1_900_000_000_000, 1000))
    numbers = iter(range(1, 100_000))
    identity = Identity(lambda: next(ticks), lambda size: next(numbers).to_bytes(size, "big"))
    with Workspace.open(tmp_path / "a.db", "amal", identity=identity, create=True) as opened:
        for title, text in TEXTS.items():
            opened.documents.import_bytes(text.encode(), name=f"{title}.txt", title=title)
        yield opened


@pytest.fixture
def open_texts(workspace: Workspace) -> Open:
    """Start the program on the texts with these titles, on the library without any."""

    @contextlib.asynccontextmanager
    async def opened(
        *titles: str, size: tuple[int, int] = (80, 24), theme: str = "textual-dark", of: Workspace = workspace
    ) -> AsyncIterator[Stage]:
        app = ReaderApp(of, [of.documents.find(title) for title in titles], None)
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Stage(app, pilot, of)
        assert app.crash is None

    return opened


@pytest.fixture(
    params=[
        ((80, 24), "textual-dark"),
        ((120, 36), "textual-dark"),
        ((80, 24), "textual-light"),
        ((120, 36), "textual-light"),
    ],
    ids=["small dark", "wide dark", "small light", "wide light"],
)
def look(request: pytest.FixtureRequest) -> dict[str, object]:
    """The window's size and the theme, each of the four that are looked at."""
    size, theme = request.param
    return {"size": size, "theme": theme}


@pytest.fixture(scope="session")
def shown() -> Callable[[str], str]:
    """A short text as it stands on the screen, in visual order and joined."""
    return lambda text: lay_out(text, 200)[0].text.strip()
