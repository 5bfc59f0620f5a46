"""How two texts share the window, and how they scroll."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_one_pane_two_panes(open_texts: Open, look: dict[str, Any], shown: Callable[[str], str]) -> None:
    """`|` shows one text, then the two swapped, then both as before; tab goes to the hidden one."""
    arabic = shown("عاد الترام")
    async with open_texts("Quai", "Marsa", **look) as stage:
        await stage.press("|")
        assert ("Le tram" in stage.text, arabic in stage.text) == (True, False)
        await stage.press("tab")
        assert ("Le tram" in stage.text, arabic in stage.text) == (False, True)
        await stage.press("|")
        assert 0 <= stage.rows[2].index(arabic) < stage.rows[2].index("Le tram")
        await stage.press("|")
        assert 0 <= stage.rows[2].index("Le tram") < stage.rows[2].index(arabic)


async def test_scrolling_together(open_texts: Open, look: dict[str, Any]) -> None:
    """The panes scroll together by share of their texts until `L`; `=` brings the other one along once."""

    def progress() -> list[int]:
        return [round(view.page.progress * 10) for view in stage.reading.reading.views]

    async with open_texts("Long", "Tawil", **look) as stage:
        await stage.press("G")
        assert progress() == [10, 10]
        await stage.press("g g L")
        assert stage.said == "Each pane scrolls for itself."
        await stage.press("G")
        assert progress() == [10, 0]
        await stage.press("=")
        assert progress() == [10, 10]
        await stage.press("L")
        assert stage.said == "The panes scroll together."


async def test_coming_to_the_other_pane(open_texts: Open) -> None:
    """After the panes scrolled together, tab puts the other cursor on what its page shows."""
    async with open_texts("Long", "Tawil") as stage:
        await stage.press("G tab")
        assert any(row.start <= stage.view.cursor < row.end for row in stage.view.page.rows)


@pytest.mark.parametrize("size", [(31, 24), (80, 9), (5, 3)])
async def test_a_window_too_small(open_texts: Open, size: tuple[int, int]) -> None:
    """A window in which nothing can be read says so; once it is larger the text is there."""
    async with open_texts("Quai", "Marsa", size=size) as stage:
        assert "32x10" in stage.text
        assert "Le tram" not in stage.text
        await stage.pilot.resize_terminal(80, 24)
        await stage.pilot.pause()
        assert "Le tram revient" in stage.text


async def test_a_narrow_window(open_texts: Open, shown: Callable[[str], str]) -> None:
    """Where two texts have no room beside each other, one is shown, and tab shows the other."""
    async with open_texts("Quai", "Marsa", size=(40, 20)) as stage:
        assert ("Le tram" in stage.text, shown("عاد الترام") in stage.text) == (True, False)
        await stage.press("tab")
        assert ("Le tram" in stage.text, shown("عاد الترام") in stage.text) == (False, True)


async def test_another_theme(open_texts: Open) -> None:
    """What is marked looks otherwise in another theme, and is marked still."""
    async with open_texts("Quai") as stage:
        await stage.press("w e g g")
        dark = stage.styles[2][8].bgcolor
        stage.app.theme = "textual-light"
        await stage.pilot.pause()
        assert stage.styles[2][8].bgcolor not in {dark, stage.styles[3][4].bgcolor}


async def test_nothing_is_done_to_a_text_that_cannot_be_seen(open_texts: Open) -> None:
    """In a window too small to show the texts no key marks anything; `q` still leaves."""
    async with open_texts("Quai", size=(20, 5)) as stage:
        await stage.press("e c s")
        assert stage.marks == []
        await stage.press("q")
        assert stage.app._exit
