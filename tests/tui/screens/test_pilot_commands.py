"""Every command once, by its key: what stood before, what was pressed, what stands then."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, NamedTuple

import pytest

from reader.tui.commands import BY_ID

Open = Callable[..., AbstractAsyncContextManager[Any]]
ONE, BOTH, LONG = ("Quai",), ("Quai", "Marsa"), ("Long", "Tawil")


class Case(NamedTuple):
    """A command, the texts (the first is active), the keys before, those that run it, and what holds then."""

    command: str
    texts: tuple[str, ...]
    before: str
    keys: str
    then: dict[str, object]


CASES = [
    Case("move.left", ONE, "w", "left", {"cursor": 2}),
    Case("move.left", ("Marsa",), "", "h", {"cursor": 1}),
    Case("move.right", ONE, "", "l", {"cursor": 1}),
    Case("move.right", ("Marsa",), "w", "right", {"cursor": 3}),
    Case("move.down", ONE, "w", "j", {"cursor": 19}),
    Case("move.up", ONE, "w down", "up", {"cursor": 3}),
    Case("move.next-word", ONE, "", "3 w", {"cursor": 16}),
    Case("move.next-word", ONE, "v", "w", {"cursor": 1, "selected": "Le"}),
    Case("move.previous-word", ONE, "3 w", "b", {"cursor": 8}),
    Case("move.next-sentence", ONE, "down", ")", {"cursor": 36}),
    Case("move.previous-sentence", ONE, "G", "2 (", {"cursor": 36}),
    Case("move.next-paragraph", ONE, "", "}", {"cursor": 16}),
    Case("move.previous-paragraph", ONE, "G", "{", {"cursor": 16}),
    Case("move.start", ONE, "G", "g g", {"cursor": 0}),
    Case("move.end", ONE, "", "G", {"cursor": 67}),
    Case("move.half-down", LONG, "", "ctrl+d", {"paragraph": 4}),
    Case("move.half-up", LONG, "1 0 j", "ctrl+u", {"paragraph": 1}),
    Case("move.page-down", LONG, "", "pagedown", {"paragraph": 8}),
    Case("move.page-up", LONG, "2 0 j", "pageup", {"paragraph": 1}),
    Case("move.row-start", ONE, "w", "home", {"cursor": 0}),
    Case("move.row-end", ONE, "", "end", {"cursor": 14}),
    Case("panes.other", BOTH, "", "tab", {"active": 1}),
    Case("panes.other", ONE, "", "tab", {"active": 0, "said": "not possible here"}),
    Case("panes.align", LONG, "L G", "=", {"progress": [100, 100]}),
    Case("panes.change", BOTH, "", "|", {"titles": ["Quai"]}),
    Case("panes.link", LONG, "", "L G", {"progress": [100, 0]}),
    Case("select.start", ONE, "w", "v w", {"selected": "tram"}),
    Case("select.grow", ONE, "w", "space", {"selected": "tram"}),
    Case("select.shrink", ONE, "w space space", "backspace", {"selected": "tram"}),
    Case("select.drop", ONE, "w space", "escape", {"selected": None}),
    Case("annotate.entity", ONE, "w", "e", {"marks": [("entity", "tram")], "said": "Saved as entity: “tram”"}),
    Case("annotate.claim", ONE, "w space space", "c", {"marks": [("claim", "Le tram revient")], "selected": None}),
    Case("annotate.source", BOTH, "tab", "s", {"marks": [("source", "عاد")], "cursor": 0}),
    Case("annotate.next", ONE, "w e g g", "]", {"cursor": 3}),
    Case("annotate.previous", ONE, "w e G", "[", {"cursor": 3}),
    Case("annotate.cycle", ONE, "w e c", "o", {"quote": "entity"}),
    Case("annotate.remove", ONE, "w e", "x", {"marks": [], "said": "Removed the entity: “tram”"}),
    Case("annotate.undo", ONE, "w e", "u", {"marks": [], "said": "Undone: tagged “tram” as entity"}),
    Case("annotate.redo", ONE, "w e u", "ctrl+r", {"marks": [("entity", "tram")], "said": "Redone: tagged “tram”"}),
    Case("annotate.copy", ONE, "w", "y", {"clipboard": "tram", "said": "Copied: “tram”"}),
    Case("program.library", ONE, "", "f", {"screen": "LibraryScreen"}),
    Case("program.export", ONE, "", "E", {"screen": "ExportScreen"}),
    Case("program.spell", ONE, "w", "z", {"screen": "SpellingScreen"}),
    Case(
        "program.spell", ONE, "w w j end", "z", {"screen": "ReadingScreen", "said": "No word under the cursor to spell"}
    ),
    Case("program.help", ONE, "", "?", {"screen": "HelpScreen"}),
    Case("program.palette", ONE, "", "ctrl+p", {"screen": "CommandPalette"}),
    Case("program.interrupt", ONE, "", "ctrl+c", {"running": True, "said": "q quits"}),
    Case("program.interrupt", ONE, "w space", "ctrl+c", {"running": True, "clipboard": "tram"}),
    Case("program.suspend", ONE, "", "ctrl+z", {"suspended": 1}),
    Case("program.quit", ONE, "", "q", {"running": False}),
]


def look_at(stage: Any, what: str) -> object:
    """One thing that a person sees."""
    views = {
        "cursor": lambda: stage.view.cursor,
        "paragraph": lambda: stage.view.text.paragraph_at(stage.view.cursor),
        "selected": lambda: stage.selected,
        "marks": lambda: stage.marks,
        "said": lambda: stage.said,
        "quote": lambda: stage.quote[0],
        "active": lambda: stage.reading.reading.active,
        "progress": lambda: [round(view.page.progress * 100) for view in stage.reading.reading.views],
        "titles": lambda: stage.titles,
        "clipboard": lambda: stage.app.clipboard,
        "screen": lambda: type(stage.app.screen).__name__,
        "running": lambda: stage.app.is_running and stage.app._exit is False,
        "suspended": lambda: stage.suspended,
    }
    return views[what]()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.before} {case.keys}".strip())
async def test_command(open_texts: Open, monkeypatch: pytest.MonkeyPatch, case: Case) -> None:
    """A key does what the list of commands says that it does."""
    async with open_texts(*case.texts) as stage:
        stage.suspended = 0

        def suspend() -> None:
            stage.suspended += 1

        monkeypatch.setattr(stage.app, "action_suspend_process", suspend)
        await stage.press(case.before)
        await stage.press(case.keys)
        for what, expected in case.then.items():
            seen = look_at(stage, what)
            assert expected in seen if what in {"said", "quote"} else seen == expected  # type: ignore[operator]  # both are texts there


def test_every_command_is_tried() -> None:
    """A command that is added is tried here, too."""
    assert {case.command for case in CASES} == set(BY_ID)
