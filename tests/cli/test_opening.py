"""`reader open` finds what its arguments mean and hands it to the screens."""

import json
import sys
from types import ModuleType

import pytest


class Screens:
    """Stands in for the screens and keeps what they were given."""

    def __init__(self) -> None:
        self.shown: list[tuple[object, ...]] = []

    def run(self, workspace, left, right, story, options):
        """Keep what is to be shown; the names of stories say more than their ids."""
        self.shown.append((left, right, story and story.name))
        return 0


@pytest.fixture
def screens(monkeypatch):
    """A terminal on both sides, and screens that draw nothing."""
    screens = Screens()
    module = ModuleType("reader.tui.run")
    module.run = screens.run
    monkeypatch.setitem(sys.modules, "reader.tui.run", module)
    monkeypatch.setattr("reader.cli.opening.require_terminal", lambda: None)
    return screens


def stories(run):
    """The stories and their documents."""
    return {story["name"]: story["documents"] for story in json.loads(run("list", "stories", "--json").out)}


def test_two_documents_stand_side_by_side(run, screens, french, arabic):
    """The first stands left, the second right, and both become a story named after the first."""
    assert run("open", arabic, french).code == 0
    assert screens.shown == [(arabic, french, "عاد الترام إلى المدينة.")]
    assert stories(run) == {"عاد الترام إلى المدينة.": [arabic, french]}


def test_opening_the_pair_again_makes_no_second_story(run, screens, french, arabic):
    """What shares a story goes on sharing it, also the other way round."""
    run("open", arabic, french)
    run("open", french, arabic)
    assert screens.shown[1][:2] == (french, arabic)
    assert len(stories(run)) == 1


def test_a_story_by_its_name(run, screens, french, arabic):
    """A story opens with its first two documents."""
    run("edit", arabic, "--story", "Tramway")
    run("edit", french, "--story", "Tramway")
    run("open", "Tramway")
    assert screens.shown == [(arabic, french, "Tramway")]


def test_the_story_is_named(run, screens, french, arabic):
    """--story says what the new story is called."""
    run("open", arabic, french, "--story", "Tramway")
    assert screens.shown == [(arabic, french, "Tramway")]


def test_new_files_are_kept(run, screens, folder):
    """A path is imported if its text is new."""
    (folder / "a.txt").write_text("Un texte.\n", encoding="utf-8")
    run("open", "a.txt")
    run("open", "a.txt")
    (document,) = json.loads(run("list", "documents", "--json").out)
    assert screens.shown == [(document["id"], None, None)] * 2


def test_a_path_comes_before_a_title(run, screens, folder, french):
    """Where a file is called like a document, the file is meant."""
    (folder / "Tram").write_text("Un autre texte.\n", encoding="utf-8")
    run("edit", french, "--title", "Tram")
    run("open", "Tram")
    assert screens.shown[0][0] != french


def test_the_library(run, screens, french):
    """Without arguments the library opens."""
    assert run().code == 0
    assert screens.shown == [(None, None, None)]


@pytest.mark.parametrize("arguments", [["nosuch"], ["Tramway", "nosuch"], ["fr.txt", "nosuch"]])
def test_what_is_neither_file_nor_document_nor_story(run, screens, folder, french, arguments):
    """Nothing opens, and the sentence names it."""
    run("edit", french, "--story", "Tramway")
    before = (folder / "annotations.db").read_bytes()
    outcome = run("open", *arguments)
    assert (outcome.code, outcome.err.count("\n"), screens.shown) == (65, 1, [])
    assert (folder / "annotations.db").read_bytes() == before


def test_a_directory(run, screens, folder, french):
    """A directory is no text (66), and the text beside it is not kept either."""
    (folder / "new.txt").write_text("Un autre texte.\n", encoding="utf-8")
    (folder / "folder").mkdir()
    before = (folder / "annotations.db").read_bytes()
    assert run("open", "new.txt", "folder").code == 66
    assert (folder / "annotations.db").read_bytes() == before


def test_without_a_terminal(run, folder, french):
    """A script is told what to use instead (2)."""
    outcome = run("open", french)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "terminal" in outcome.err
