"""Ratio 3: laying both panes out cold and making their strips, over Textual's own frame of that screen."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import texts
from benchmarks.pty_session import SIZE
from benchmarks.rounds import Ratio, compared, timed
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.pane import Pane
from reader.workspace import Workspace
from reader.workspace.reading import View


def ratios() -> Iterator[Ratio]:
    """Every cache of texts is emptied before each call; Textual has its strips already and puts them together."""
    with tempfile.TemporaryDirectory() as name, Workspace.open(Path(name) / "a.db", "bench", create=True) as workspace:
        documents = [
            workspace.documents.import_bytes(texts.sample(language, 6).encode("utf-8"), name=language)[0].document
            for language in ("ar", "fr")
        ]
        yield Ratio("3", "first-frame", asyncio.run(_measured(ReaderApp(workspace, documents, None))), 1)


async def _measured(app: ReaderApp) -> list[float]:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        reading, spread = screen.reading, screen.spread

        def lay_out() -> int:
            rows = 0
            for index, old in enumerate(spread.panes):
                reading.views[index] = View(old.view.document, old.view.text)
                pane = spread.panes[index] = Pane(reading.views[index], reading.marks, spread)
                pane.fit(old.size)
                pane.update(is_active=index == 0)
                rows += len([pane.strip(y) for y in range(pane.size.height)])
            return rows

        def frame() -> str:
            return screen._compositor.render_full_update().render_segments(app.console)  # noqa: SLF001 - no other door

        def forget() -> None:
            texts.forget()
            reading.changed()

        assert lay_out() > SIZE[1]
        assert len(frame()) > SIZE[0] * SIZE[1]
        return compared(timed(lay_out, forget), timed(frame), rounds=11, repeats=5)
