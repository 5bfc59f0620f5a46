"""A database that cannot be read just now ends nothing."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from reader.model import BusyError
from reader.workspace.annotations import Annotations
from reader.workspace.documents import Documents

Open = Callable[..., AbstractAsyncContextManager[Any]]


def _busy(*_: object) -> None:
    raise BusyError("annotations.db: another program is writing: try again in a moment")


async def test_marks_that_cannot_be_read_are_said(open_texts: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The texts stay on the screen, the status line says why there are no marks, and they come back."""
    async with open_texts("Quai", "Marsa") as stage:
        await stage.press("e")
        assert "1 marked" in stage.rows[0]
        with monkeypatch.context() as broken:
            broken.setattr(Annotations, "within", _busy)
            broken.setattr(Annotations, "count", _busy)
            stage.reading.reading.changed()
            stage.reading.update()
            await stage.pilot.pause()
            assert "another program is writing" in stage.said
            assert "? marked" in stage.rows[0]
            assert "Le tram" in stage.text
        await stage.press("w")
        assert "1 marked" in stage.rows[0]


async def test_a_library_that_cannot_be_read_is_said(open_texts: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library keeps its list and says why it could not be renewed."""
    async with open_texts("Quai", "Marsa") as stage:
        await stage.press("f")
        with monkeypatch.context() as broken:
            broken.setattr(Documents, "all", _busy)
            stage.app.screen.reload()
            await stage.pilot.pause()
            assert "another program is writing" in stage.text
            assert "Quai" in stage.text
