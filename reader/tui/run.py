"""From the command line into the screens and back with an exit code."""

from collections.abc import Mapping

from reader.model import ReaderError, Story
from reader.tui.app import ReaderApp, exit_code
from reader.workspace import Workspace


def run(
    workspace: Workspace, left: str | None, right: str | None, story: Story | None, options: Mapping[str, object]
) -> int:
    """Show one or two documents (their ids), or the library without any; the exit code when the user is done.

    ReaderError (70) when the program crashed, with the original error as its cause; `options["debug"]` raises that
    itself.
    """
    documents = [workspace.documents.find(document) for document in (left, right) if document is not None]
    app = ReaderApp(workspace, documents, story)
    app.run()
    if app.crash is not None:
        if options.get("debug"):
            raise app.crash
        raise ReaderError(
            f"the screen failed: {type(app.crash).__name__}: everything marked is saved; open the texts again, "
            "and add --debug to see the details",
            exit_code=exit_code(app),
        ) from app.crash
    return exit_code(app)
