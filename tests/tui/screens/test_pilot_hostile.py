"""Texts, titles and names that try to be more than text."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from reader.workspace import Workspace

Open = Callable[..., AbstractAsyncContextManager[Any]]
HOSTILE = [
    "[/markup] [bold",
    "[link=x]a[/]",
    "\x1b]52;c;AAAA\x07",
    "a\u202egpj.exe",
    "a\u2066b\u200f",
    "\x9b31m",
    "a\nb\rc",
]


@pytest.mark.parametrize("name", HOSTILE)
async def test_names_do_no_harm(open_texts: Open, workspace: Workspace, name: str) -> None:
    """Whatever a title, an outlet, a story or a text holds is shown as text: no markup, no control goes out."""
    text = f"Le tram {name} roule.\n"
    workspace.documents.import_bytes(text.encode(), name="x", title=f"Aa {name}", outlet=name, story=f"Tram {name}")
    (document,) = [one.document for one in workspace.documents.all() if one.document.title == f"Aa {name}"]
    async with open_texts() as stage:
        seen = [stage.text]
        for keys in ("enter", "space space space c", "y", "x", "u", "E", "escape", "?", "escape", "f"):
            await stage.press(keys)
            seen.append(stage.text)
        assert workspace.annotations.count(document.id) == 1
        shown = "".join(seen)
        controls = {code for code in map(ord, shown) if (code < 0x20 and code != 0x0A) or 0x7F <= code < 0xA0}
        assert controls == set()
        assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)
        if name.startswith("["):
            assert all(name in screen for screen in seen[:3])


async def test_a_hostile_selection(open_texts: Open, workspace: Workspace) -> None:
    """What is copied is the text as it stands, controls included: only the screen shows stand-ins."""
    workspace.documents.import_bytes(b"a\x1b[31mb\n", name="x", title="Aa")
    async with open_texts("Aa") as stage:
        await stage.press("v end y")
        assert stage.app.clipboard == "a\x1b[31mb"
        assert "\x1b" not in stage.text


async def test_a_path_with_markup(open_texts: Open) -> None:
    """A path that cannot be found is named as it was typed."""
    async with open_texts() as stage:
        await stage.press("i")
        await stage.type("[bold]")
        await stage.press("enter")
        assert any("[bold]:" in row for row in stage.rows)
