"""`reader open` and bare `reader`: the way to the screens."""

import contextlib
import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reader.cli.command import command, terminal_options
from reader.cli.session import Session
from reader.cli.words import WORDS
from reader.model import BadData, Story, UsageError

if TYPE_CHECKING:
    from reader.tui.terminal.asking import Question
    from reader.workspace import Workspace

_BETWEEN_COLLECTIONS = 50_000  # objects; Python's own number is 700


@command(
    "open",
    "reader open arabe.txt français.txt",
    "reader open 'Tramway'",
    "reader open 3fa9 'Le tram revient' --story 'Tramway'",
)
@click.argument("texts", nargs=-1, required=True, metavar="(FILE|DOCUMENT)...|STORY")
@click.option("--story", type=WORDS, metavar="NAME", help="The story that the texts are to share.")
@click.pass_obj
def open_command(session: Session, texts: tuple[str, ...], story: str | None) -> int:
    """Read one text, or two side by side: the first stands left, the second right.

    Each argument is an existing file (kept in the database if it is new), a document (its id, the start of it, or
    its title), else, alone, the name of a story. Texts that share no story become one.
    """
    require_terminal()
    # Read before anything is kept: when one cannot be read, nothing has happened.
    given = {text: _bytes_of(text) for text in texts if os.path.lexists(text)}
    with _few_collections(), question(session) as asked, session.workspace(create=bool(given)) as workspace:
        return _read(workspace, texts, given, story, options(session, asked))


open_command.params.extend(terminal_options())


def open_library(session: Session) -> int:
    """The library: stories and documents to choose from, or an offer to import."""
    require_terminal()
    with _few_collections(), question(session) as asked, session.workspace(create=True) as workspace:
        from reader.tui.run import run

        return run(workspace, None, None, None, options(session, asked))


def question(session: Session) -> "Question":
    """The terminal is asked who it is as the context is entered; it answers while the screens are loaded."""
    from reader.tui.terminal.asking import Question

    return Question({"bidi": session.bidi, "joining": session.joining, "tashkeel": session.tashkeel})


@contextlib.contextmanager
def _few_collections() -> Iterator[None]:
    """Look for garbage seldom: what the screens import all stays, and looking it through takes tens of milliseconds."""
    before = gc.get_threshold()
    gc.set_threshold(_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def require_terminal() -> None:
    """Refuse to draw a screen where nobody can see it; Textual would wait for ever."""
    for stream, name in ((sys.stdin, "standard input"), (sys.stdout, "standard output")):
        if stream is None or not stream.isatty():
            raise UsageError(f"{name}: no terminal: to work from a script use reader list, show, annotate and export")


def options(session: Session, asked: "Question") -> dict[str, object]:
    """What the screens are told of how the program was called, and of the terminal."""
    return {"debug": session.debug, "question": asked}


def _read(
    workspace: "Workspace",
    texts: tuple[str, ...],
    given: dict[str, bytes],
    name: str | None,
    told: dict[str, object],
) -> int:
    from reader.tui.run import run

    documents, story = _resolve(workspace, texts, given)
    if story is None and (len(documents) > 1 or name is not None):
        story = workspace.stories.together(documents, name)
    left, right = [*documents, None, None][:2]
    return run(workspace, left, right, story, told)


def _bytes_of(path: str) -> bytes:
    from reader.exchange.inputs import read_all  # what is in the database already is opened without

    return read_all(path)


def _imported(workspace: "Workspace", path: str, data: bytes) -> list[str]:
    from reader.exchange.inputs import label

    return [imported.document.id for imported in workspace.documents.import_bytes(data, name=label(path))]


def _resolve(workspace: "Workspace", texts: tuple[str, ...], given: dict[str, bytes]) -> tuple[list[str], Story | None]:
    documents: list[str] = []
    for text in texts:
        if text in given:
            documents += _imported(workspace, text, given[text])
            continue
        try:
            documents.append(workspace.documents.find(text).id)
        except BadData as unknown:
            if len(texts) > 1:
                raise
            story = _story(workspace, text, unknown)
            return [document.id for document in workspace.stories.documents(story)], story
    return list(dict.fromkeys(documents)), None


def _story(workspace: "Workspace", reference: str, no_document: BadData) -> Story:
    """The story meant by what is no document; if it is no story either, the document's error says more."""
    try:
        return workspace.stories.find(reference)
    except BadData:
        raise no_document from None
