"""What is marked on the screen is what is stored, and everything on it can be read."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.color import Color

from reader.tui.widgets.page_lines import style_of

Open = Callable[..., AbstractAsyncContextManager[Any]]
Place = tuple[int, int]
FIRST_ROW, LEFTMOST = 2, (4, 41)  # where the two texts begin in a window of 80 cells
KEYS = "e c s x u ctrl+r o ] [ w b ) j k h l tab space backspace v escape end home G".split()


def stored(stage: Any, view: Any) -> dict[Place, Any]:
    """Row and cell of the page → the background of the shortest stored mark on it, the chosen one before all."""
    document = view.document
    found = stage.workspace.annotations.within(document.id, 0, document.length)
    found.sort(key=lambda one: (one.start - one.end, one.start, one.id))
    found.sort(key=lambda one: one.id == view.current)
    colours = {}
    for one in found:
        name = style_of(one.label) + ("-current" if one.id == view.current else "")
        colour = stage.reading.spread.over(f"spread--{name}").bgcolor
        for fragment in one.fragments:
            for y, row in enumerate(view.page.rows):
                for first, last in row.cells(fragment.start, fragment.end):
                    colours |= {(y, cell): colour for cell in range(first, last)}
    return colours


def painted(stage: Any, left: int, view: Any) -> dict[Place, Any]:
    """Row and cell of the page → the background on the screen, where it is not that of the bare screen."""
    rows = stage.styles[FIRST_ROW : FIRST_ROW + view.page.height]
    bare = rows[-1][left].bgcolor
    return {
        (y, cell): row[left + cell].bgcolor
        for y, row in enumerate(rows)
        for cell in range(view.page.width)
        if row[left + cell].bgcolor != bare
    }


def contrast(first: Color, second: Color) -> float:
    """How far two colours are apart, from 1 to 21 (WCAG 2.2)."""

    def luminance(colour: Color) -> float:
        parts = [part / 255 for part in colour.get_truecolor()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.sampled_from(KEYS), max_size=20))
def test_marks_are_what_is_stored(open_texts: Open, keys: list[str]) -> None:
    """After whatever was tagged, removed and taken back, exactly the cells of the stored marks look marked."""

    async def story() -> None:
        async with open_texts("Quai", "Marsa") as stage:
            await stage.press(" ".join([*keys, "escape", "escape"]))
            for left, view in zip(LEFTMOST, stage.reading.reading.views, strict=True):
                rows = [row.start for row in view.page.rows]
                cursor = (rows.index(view.cursor_row.start), view.cursor_row.cell_of(view.cursor))
                seen, expected = painted(stage, left, view), stored(stage, view)
                assert seen.pop(cursor, None) is not None
                expected.pop(cursor, None)
                assert seen == expected

    asyncio.run(story())


@pytest.mark.parametrize("keys", ["?", "E", "f", "w space", "x", "e c s tab"])
async def test_everything_can_be_read(open_texts: Open, look: dict[str, Any], keys: str) -> None:
    """On every screen, in every theme, no text stands on a ground of nearly its own colour."""
    async with open_texts("Quai", "Marsa", **look) as stage:
        await stage.press(keys)
        screen = stage.app.screen
        region = screen.children[0].region if screen.is_modal else screen.region  # what lies behind is dimmed
        faint = {
            (y, style.color.name, style.bgcolor.name)
            for y, (row, styles) in enumerate(zip(stage.rows, stage.styles, strict=True))
            for x, (character, style) in enumerate(zip(row, styles, strict=False))
            if region.contains(x, y) and character.isalnum() and contrast(style.color, style.bgcolor) < 2
        }
        assert faint == set()
