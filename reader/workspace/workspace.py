"""An open database and a person who works in it; what they can do is grouped by task."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.model.identity import Identity
from reader.store import Database
from reader.store.stored_text import TextCache
from reader.workspace.annotations import Annotations
from reader.workspace.documents import Documents
from reader.workspace.stories import Stories

if TYPE_CHECKING:
    from reader.workspace.exchange import Exchange
    from reader.workspace.history import History
    from reader.workspace.relations import Relations


class Workspace:
    """Everything a person does to a database, without a screen."""

    def __init__(self, database: Database, annotator: str) -> None:
        self._database = database
        self.annotator = annotator
        texts = TextCache(database)
        self.documents = Documents(database, annotator, texts)
        self.stories = Stories(database, annotator)
        self.annotations = Annotations(database, annotator, texts)

    @classmethod
    def open(cls, path: Path | str, annotator: str, *, identity: Identity | None = None, create: bool = False) -> Self:
        """Open a database for somebody; with `create`, the first write makes a missing one."""
        return cls(Database.open(path, identity=identity, create=create), annotator)

    # These bring much that reading does without: they are imported when somebody asks for them.
    @cached_property
    def relations(self) -> "Relations":
        """Links between annotations."""
        from reader.workspace.relations import Relations

        return Relations(self._database, self.annotator)

    @cached_property
    def history(self) -> "History":
        """What was done; undo and redo."""
        from reader.workspace.history import History

        return History(self._database, self.annotator)

    @cached_property
    def exchange(self) -> "Exchange":
        """Export, load and check."""
        from reader.workspace.exchange import Exchange

        return Exchange(self._database, self.annotator)

    @property
    def path(self) -> Path:
        """Where the database lies."""
        return self._database.path

    @property
    def is_read_only(self) -> bool:
        """Nothing can be saved: file or folder may not be written."""
        return self._database.is_read_only

    def verify(self) -> None:
        """Look the file over before the first write; any thread may call it, a second call costs nothing."""
        self._database.verify()

    def data_version(self) -> int:
        """A number that moves when another program has saved something."""
        return self._database.data_version()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
