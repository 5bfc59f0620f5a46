"""What opening two texts does not wait for."""

import subprocess
import sys
from pathlib import Path

SLOW = {
    "regex": "15 ms, and plain and vowelled text has its patterns in `re`",
    "sqlite_utils": "60 ms, to make a database only",
    "charset_normalizer": "30 ms, for files that are not UTF-8 only",
    "arabic_reshaper": "20 ms, for no text at all",
    "hashlib": "for the log and imports only",
    "tomllib": "for people with a config.toml only",
    "shlex": "for queries only",
    "reader.exchange": "for files and exports only",
    "reader.model.change": "for the log only",
    "reader.model.relation": "for the log and exports only",
    "reader.store.transaction": "for writing only",
    "reader.workspace.importing": "for new texts only",
    "reader.workspace.query": "for exports and lists only",
}
LAYING_OUT = """
import sys
from pathlib import Path
before = set(sys.modules)
from reader.cli import entry, opening
from reader.text import units
from reader.text.layout import lay_out
from reader.workspace import Workspace
from reader.workspace.reading import View
with Workspace.open(Path(sys.argv[1]), "nada") as workspace:
    for document in [each for story in workspace.stories.all() for each in workspace.stories.documents(story)]:
        view = View(document, workspace.documents.text(document.id))
        view.resize(98, 50)
        assert view.page.rows and view.word
        assert workspace.annotations.within(document.id, 0, 1000)
print(*set(sys.modules) - before)
"""
OPENING = "import sys; import reader.cli.entry, reader.cli.opening, reader.tui.run; print(*sys.modules)"
SAMPLE = Path(__file__).parents[1] / "annotations.db"


def _imported(code: str, *arguments: str) -> set[str]:
    answer = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


def test_opening_the_sample_imports_nothing_slow() -> None:
    """The sample's texts are laid out, its marks found and a word chosen without what only writing needs."""
    assert _imported(LAYING_OUT, str(SAMPLE)) & SLOW.keys() == set()


def test_the_screens_import_nothing_slow() -> None:
    """The way from the command line to the screens brings none of it either."""
    assert _imported(OPENING) & SLOW.keys() == set()
