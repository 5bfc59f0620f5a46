"""Stories of a person who chooses texts and brings more in."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from reader.workspace import Workspace

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_an_empty_library(open_texts: Open, look: dict[str, Any], tmp_path: Path) -> None:
    """A library without texts says what to do first, in a sentence that fits."""
    with Workspace.open(tmp_path / "new.db", "amal", create=True) as empty:
        async with open_texts(of=empty, **look) as stage:
            assert "Nothing here yet: press i" in stage.text
            assert "…" not in "".join(stage.rows[1:])
            await stage.press("space enter")
            assert stage.titles == []
            await stage.press("q")
            assert stage.app._exit


async def test_what_the_library_shows(
    open_texts: Open, look: dict[str, Any], workspace: Workspace, shown: Callable[[str], str]
) -> None:
    """Stories and texts stand in a list with their outlets and how much is marked in them."""
    found = workspace.documents.import_bytes("قال الوزير".encode(), name="x", outlet="Le Quai", story="Tram")
    async with open_texts(**look) as stage:
        assert any(row.split() == ["story", "Tram", "1", "text"] for row in stage.rows)
        (row,) = [row for row in stage.rows if "Le Quai" in row]
        assert shown(found[0].document.title) in row
        assert row.endswith("0 marks")
        assert "1 story · 5 texts" in stage.rows[0]


async def test_importing_a_path(open_texts: Open, tmp_path: Path, look: dict[str, Any]) -> None:
    """`i` asks for a path; the text that it names is in the list and in the database; again it is known."""
    (tmp_path / "port.txt").write_text("Le port rouvre lundi.\n", encoding="utf-8")
    async with open_texts(**look) as stage:
        for said in ("Imported: Le port rouvre lundi. (fr)", "Already here: Le port rouvre lundi. (fr)"):
            await stage.press("i")
            await stage.type(str(tmp_path / "port.txt"))
            await stage.press("enter")
            assert said in stage.text
        assert stage.workspace.documents.find("Le port rouvre lundi.").language == "fr"
        await stage.press("enter")
        assert "Le port rouvre lundi." in stage.rows[2]


@pytest.mark.parametrize("path", ["nowhere.txt", "", "-", "~nobody-of-that-name/x", "/", "empty.txt"])
async def test_a_path_that_cannot_be_imported(
    open_texts: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """A path that leads to no text says so in one line and can be corrected."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").touch()
    async with open_texts() as stage:
        await stage.press("i")
        await stage.type(path)
        await stage.press("enter")
        (said,) = [row for row in stage.rows[1:] if ": " in row]
        assert len(said) > 20
        assert stage.app.screen.query_one("#library-path").has_focus
        assert len(stage.workspace.documents.all()) == 4


async def test_leaving_the_path(open_texts: Open) -> None:
    """Escape leaves the path alone; the letters typed there run no command."""
    async with open_texts() as stage:
        await stage.press("i q i escape down enter")
        assert stage.titles


async def test_ticking_a_pair(open_texts: Open, look: dict[str, Any], shown: Callable[[str], str]) -> None:
    """Two ticked texts open side by side, the first one left, in a new story of both, once."""
    async with open_texts(**look) as stage:
        rows = [row.split() for row in stage.rows]
        order = sorted(["Quai", "Marsa", "Long", "Tawil"])
        assert [row[1] for row in rows if len(row) > 1 and row[1] in order] == order
        for stories in ("", "down"):
            await stage.press(f"home {stories} down down space")
            await stage.press("up space")
            assert "Ticked two: enter opens them side by side." in stage.text
            await stage.press("enter")
            assert stage.titles == ["Quai", "Marsa"]
            assert shown("عاد الترام") in stage.text
            await stage.press("q")
            await stage.pilot.pause()
            (story,) = stage.workspace.stories.all()
            assert len(story.documents) == 2
        await stage.press("home enter")
        assert stage.titles == ["Quai", "Marsa"]


async def test_ticks_are_taken_back(open_texts: Open) -> None:
    """A second space takes a tick back; of three ticks the last two count; a story is not ticked."""
    async with open_texts() as stage:
        await stage.press("space space")
        assert "✓" not in stage.text
        await stage.press("space down space down space")
        assert [row.split()[2] for row in stage.rows if "✓" in row] == ["Marsa", "Quai"]


async def test_a_story_without_texts(open_texts: Open, workspace: Workspace) -> None:
    """A story whose texts were all removed says so and opens nothing."""
    (imported,) = workspace.documents.import_bytes(b"Un deux trois.", name="x", story="Tram")
    workspace.documents.remove(imported.document.id)
    async with open_texts() as stage:
        await stage.press("home enter")
        assert "no text" in stage.text


async def test_from_the_text_to_the_library_and_back(open_texts: Open) -> None:
    """`f` shows the library, a text is opened from it, and `q` leads back step by step."""
    async with open_texts("Quai") as stage:
        await stage.press("e f enter")
        assert stage.titles == ["Long"]
        await stage.press("q")
        assert "1 mark" in stage.text
        await stage.press("escape")
        assert stage.titles == ["Quai"]
        await stage.press("q")
        assert stage.app._exit


async def test_control_c_in_the_library(open_texts: Open) -> None:
    """ctrl+c does not quit the library either, nor the field for a path."""
    async with open_texts() as stage:
        await stage.press("ctrl+c i ctrl+c ctrl+c")
        assert not stage.app._exit
