"""The tracked database is the sample story, built anew the same from its files."""

from pathlib import Path

import pytest

from reader.workspace import Workspace
from reader.workspace.sample import build

TRACKED = Path(__file__).parents[2] / "annotations.db"


def _exported(path: Path) -> list[str]:
    with Workspace.open(path, "tester") as workspace:
        return list(workspace.exchange.export(full=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built anew."""
    path = tmp_path_factory.mktemp("sample") / "annotations.db"
    build(path)
    return path


def test_the_tracked_database_equals_a_new_build(built: Path) -> None:
    """`annotations.db` holds what its files say, to the byte of its full export, and reading it changes nothing."""
    before = TRACKED.read_bytes()
    assert _exported(TRACKED) == _exported(built)
    assert TRACKED.read_bytes() == before


def test_the_sample_is_sound(built: Path) -> None:
    """Every quote stands where its annotation says, in all three languages."""
    with Workspace.open(built, "tester") as workspace:
        assert workspace.exchange.check() == []
        assert {summary.document.language for summary in workspace.documents.all()} == {"ar", "fr", "en"}
        assert sum(summary.annotations for summary in workspace.documents.all()) >= 36
