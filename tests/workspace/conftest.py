"""What the tests of the workspace share: a database whose clock and ids repeat, with two small texts in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.identity import Identity
from reader.workspace import Workspace

FRENCH = "Le tram 🚋 revient\r\n« Le port est ouvert », dit le maire.\nFin 👨‍👩‍👧 de l’été.\n"
ARABIC = "عودة الترام\nقال الوزيرُ إنّ المرفأَ مفتوح.\n"


class Clock:
    """A clock that moves a second at each look, and bytes that count up."""

    def __init__(self, start: int = 1_800_000_000_000) -> None:
        self.time = start
        self.count = 0

    def now(self) -> int:
        """The next second."""
        self.time += 1000
        return self.time

    def random(self, size: int) -> bytes:
        """The next number."""
        self.count += 1
        return self.count.to_bytes(size, "big")


@pytest.fixture
def identity() -> Identity:
    """A clock and ids that repeat."""
    clock = Clock()
    return Identity(clock.now, clock.random)


@pytest.fixture
def workspace(tmp_path: Path, identity: Identity) -> Iterator[Workspace]:
    """A database with a French and an Arabic text, opened by Amal."""
    with Workspace.open(tmp_path / "a.db", "amal", identity=identity, create=True) as opened:
        opened.documents.import_bytes(FRENCH.encode(), name="fr.txt", outlet="Le Quai", story="Tram")
        opened.documents.import_bytes(ARABIC.encode(), name="ar.txt", story="Tram")
        yield opened
