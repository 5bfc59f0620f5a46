"""What every command is told before it starts: which database, who works, how much to tell."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace


class Session:
    """The options that stand before or after any command; the later one counts."""

    __slots__ = ("annotator", "bidi", "db", "debug", "joining", "tashkeel")

    def __init__(self) -> None:
        self.db: str | None = None
        self.annotator: str | None = None
        self.debug = False
        self.bidi: str | None = None
        self.joining: str | None = None
        self.tashkeel: str | None = None

    def workspace(self, *, create: bool = False) -> "Workspace":
        """The opened database; a path that does not exist is refused unless it may be created."""
        from reader.workspace import Workspace
        from reader.workspace.settings import annotator

        return Workspace.open(self.path, annotator(self.annotator), create=create)

    @property
    def path(self) -> "Path":
        """Where the database is: --db, else $READER_DB, else ./annotations.db."""
        from reader.workspace.settings import database_path

        return database_path(self.db)
