"""A database that is read only, busy, or written by somebody else while it is read."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from reader.model import BusyError, Span
from reader.store import Database
from reader.tui.screens import reading as reading_screen
from reader.workspace import Workspace

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_a_file_that_cannot_be_written(open_texts: Open, workspace: Workspace) -> None:
    """A database that cannot be written says so at the top, and a tag is refused in a sentence."""
    database = Database.open(workspace.path, read_only=True)
    with Workspace(database, "amal") as locked:
        async with open_texts("Quai", of=locked) as stage:
            assert "READ ONLY" in stage.rows[0]
            await stage.press("e")
            assert (stage.marks, "Entity" in stage.said) == ([], True)
            await stage.press("u")
            assert stage.said


async def test_marks_of_somebody_else(open_texts: Open, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program saves appears by itself."""
    monkeypatch.setattr(reading_screen, "_LOOK_SECONDS", 0.02)
    async with open_texts("Quai") as stage:
        with Workspace.open(workspace.path, "basil") as other:
            other.annotations.add(stage.view.document.id, [Span(0, 2)], "source")
        await stage.until(lambda: "1 marked" in stage.rows[0])
        assert stage.rows[2].startswith("S   Le tram")
        assert "by basil" in stage.quote[0]


async def test_a_busy_file_ends_nothing(
    open_texts: Open, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the file cannot be looked at the texts stay, and the reason is said."""
    monkeypatch.setattr(reading_screen, "_LOOK_SECONDS", 0.02)

    def busy() -> int:
        raise BusyError("another program holds the file")

    async with open_texts("Quai") as stage:
        monkeypatch.setattr(workspace, "data_version", busy)
        await stage.until(lambda: "another program holds the file" in stage.said)
        assert "Le tram revient" in stage.text


async def test_nothing_to_undo(open_texts: Open, workspace: Workspace, tmp_path: Path) -> None:
    """Who did nothing yet has nothing to take back, and is told so."""
    with Workspace.open(workspace.path, "new person") as fresh:
        async with open_texts("Quai", of=fresh) as stage:
            await stage.press("u")
            assert "nothing to undo" in stage.said
