"""From the command line into the screens and back with an exit code."""

import os
import sys
from collections.abc import Mapping

from reader.model import Document, ReaderError, Story
from reader.tui.app import ReaderApp, exit_code
from reader.tui.terminal.asking import Question
from reader.tui.terminal.choosing import chosen
from reader.tui.terminal.driver import driver_for
from reader.workspace import Workspace


def run(
    workspace: Workspace, left: str | None, right: str | None, story: Story | None, options: Mapping[str, object]
) -> int:
    """Show one or two documents (their ids), or the library without any; the exit code when the user is done.

    `options["question"]` is what the terminal was asked. ReaderError (70) when the program crashed, with the original
    error as its cause; `options["debug"]` raises that itself.
    """
    documents = [workspace.documents.find(document) for document in (left, right) if document is not None]
    app = _app(workspace, documents, story, options.get("question"))
    app.run()
    _let_go()
    if app.crash is not None:
        if options.get("debug"):
            raise app.crash
        raise ReaderError(
            f"the screen failed: {type(app.crash).__name__}: everything marked is saved; open the texts again, "
            "and add --debug to see the details",
            exit_code=exit_code(app),
        ) from app.crash
    return exit_code(app)


def _let_go() -> None:
    """Drop what a terminal that hung up did not take: Python would try again at its end, and exit with 120."""
    output = sys.__stdout__
    if output is None:
        return
    try:
        output.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output.fileno())
        os.close(nowhere)


def _app(workspace: Workspace, documents: list[Document], story: Story | None, question: object) -> ReaderApp:
    """The program, speaking to the terminal as its answers and the user's wishes have it."""
    if not isinstance(question, Question):
        return ReaderApp(workspace, documents, story)
    way, _ = chosen(question.finding(), question.wishes)
    driver = driver_for(way, question.keys, question.answers if question.was_asked else None)
    return ReaderApp(workspace, documents, story, way=way, driver=driver)
