"""Lines that come back are not painted again."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_a_line_that_comes_back_is_the_strip_that_was_kept(open_texts: Open) -> None:
    """Away and back by a page shows the very strips of before, until another theme wants other colours."""
    async with open_texts("Long", "Tawil") as stage:
        spread = stage.reading.spread
        before = [spread.render_line(y) for y in range(4, 12)]
        await stage.press("pagedown pagedown")
        assert [spread.render_line(y) for y in range(4, 12)] != before
        await stage.press("pageup pageup")
        assert all(spread.render_line(y) is strip for y, strip in zip(range(4, 12), before, strict=True))
        stage.app.theme = "textual-light"
        await stage.pilot.pause()
        assert not any(spread.render_line(y) is strip for y, strip in zip(range(4, 12), before, strict=True))
