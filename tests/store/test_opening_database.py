"""Opening a database: what is made, what is refused, and that looking changes nothing."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model import BadData, NewerSchema, ReaderError, Span
from reader.store import Database, files
from reader.workspace import Workspace


def made(path: Path) -> Path:
    """A database with one text and one annotation."""
    with Workspace.open(path, "amal", create=True) as workspace:
        [imported] = workspace.documents.import_bytes(b"Le port est ouvert.\n", name="a.txt")
        workspace.annotations.add(imported.document.id, [Span(3, 7)], "entity")
    return path


def altered(path: Path, *statements: str) -> Path:
    """The database with something done to it from outside."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_a_missing_database_is_named(tmp_path: Path) -> None:
    """A path that does not exist is an error that says how to make one."""
    with pytest.raises(ReaderError, match="import") as caught:
        Database.open(tmp_path / "none.db")
    assert caught.value.exit_code == os.EX_NOINPUT


def test_a_new_database_is_private(tmp_path: Path) -> None:
    """Nobody else can read a new database, whatever the umask."""
    before = os.umask(0)
    try:
        path = made(tmp_path / "new.db")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_mode_is_kept(tmp_path: Path) -> None:
    """A file that somebody shares on purpose stays shared."""
    path = made(tmp_path / "a.db")
    path.chmod(0o664)
    with Workspace.open(path, "amal") as workspace:
        workspace.documents.import_bytes(b"Autre texte.", name="b.txt")
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    """A file of 0 bytes, left by a creation that was killed, counts as new."""
    path = tmp_path / "a.db"
    path.touch()
    made(path)
    with Workspace.open(path, "amal") as workspace:
        assert len(workspace.documents.all()) == 1


def test_a_refused_first_import_leaves_nothing(tmp_path: Path) -> None:
    """No database stands where the first import was refused."""
    path = tmp_path / "a.db"
    with Workspace.open(path, "amal", create=True) as workspace, pytest.raises(BadData):
        workspace.documents.import_bytes(b" \n", name="blank.txt")
    assert not path.exists()


def test_a_missing_folder_is_no_place(tmp_path: Path) -> None:
    """A database cannot be made in a folder that is not there."""
    with (
        Workspace.open(tmp_path / "none" / "a.db", "amal", create=True) as workspace,
        pytest.raises(ReaderError) as caught,
    ):
        workspace.documents.import_bytes(b"texte", name="a.txt")
    assert caught.value.exit_code == os.EX_CANTCREAT


def test_reading_writes_nothing(tmp_path: Path) -> None:
    """Opening, looking and exporting leave the file and its folder as they were."""
    path = made(tmp_path / "a.db")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with Workspace.open(path, "amal") as workspace:
        document = workspace.documents.all()[0].document
        assert workspace.documents.text(document.id).slice(3, 7) == "port"
        assert len(list(workspace.exchange.export())) == 1
        assert workspace.exchange.check() == []
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.db"]


def test_opening_imports_no_sqlite_utils(tmp_path: Path) -> None:
    """What is slow to import is not needed to open a database that is there."""
    path = made(tmp_path / "a.db")
    code = (
        "import sys; from reader.store import Database; "
        f"Database.open({str(path)!r}).verify(); print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


TRIGGER = "CREATE TRIGGER bad AFTER INSERT ON annotations BEGIN DELETE FROM fragments; END"


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (TRIGGER, "trigger"),
        ("CREATE TEMP TABLE gone (a)", ""),
        ("ALTER TABLE annotations ADD COLUMN extra TEXT", "annotations"),
        ("DROP TRIGGER changes_are_never_deleted", "changes_are_never_deleted"),
        ("DROP INDEX fragments_by_length_class", "fragments_by_length_class"),
        ("CREATE UNIQUE INDEX one_label ON annotations (label)", "one_label"),
        ("DROP VIEW readable_history", "readable_history"),
        ("CREATE TABLE other (a INTEGER)", ""),
        ("CREATE VIEW mine AS SELECT label FROM annotations", ""),
    ],
)
def test_altered_tables_are_refused(tmp_path: Path, statement: str, named: str) -> None:
    """Tables altered from outside and other people's triggers are refused; their own tables and views are not."""
    path = altered(made(tmp_path / "a.db"), statement)
    before = path.read_bytes()
    if named:
        with pytest.raises(BadData, match=named):
            Database.open(path)
    else:
        Database.open(path).close()
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused_untouched(tmp_path: Path) -> None:
    """What a newer reader has written is left alone, and said so."""
    path = altered(made(tmp_path / "a.db"), "PRAGMA user_version = 2")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with pytest.raises(NewerSchema) as caught:
        Database.open(path)
    assert caught.value.exit_code == 78
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def foreign(path: Path) -> None:
    """Somebody else's SQLite file."""
    altered(path, "CREATE TABLE notes (a)")


def text_file(path: Path) -> None:
    """A file that is no database."""
    path.write_text("Le port est ouvert.\n" * 50, encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "code"),
    [(foreign, 65), (text_file, 65), (os.mkfifo, 66), (Path.mkdir, 66)],
    ids=["sqlite", "text", "fifo", "dir"],
)
def test_what_is_not_ours_is_refused(tmp_path: Path, make: Callable[[Path], None], code: int) -> None:
    """Other files, pipes and folders are refused at once, with create as without."""
    path = tmp_path / "x.db"
    make(path)
    for create in (False, True):
        with pytest.raises(ReaderError) as caught:
            Database.open(path, create=create)
        assert caught.value.exit_code == code


def test_a_cut_database_is_refused(tmp_path: Path) -> None:
    """A file that ends too early is refused before anything is written to it."""
    path = made(tmp_path / "a.db")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    before = path.read_bytes()
    with pytest.raises(ReaderError) as caught, Workspace.open(path, "amal") as workspace:
        workspace.documents.import_bytes(b"Autre texte.", name="b.txt")
    assert caught.value.exit_code == os.EX_DATAERR
    assert path.read_bytes() == before


def test_a_read_only_place_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing may be written, everything can be read and a change is refused with a reason."""
    path = made(tmp_path / "a.db")
    monkeypatch.setattr(files, "is_writable", lambda _: False)
    with Workspace.open(path, "amal") as workspace:
        assert workspace.is_read_only
        assert len(list(workspace.exchange.export())) == 1
        with pytest.raises(ReaderError, match="read-only") as caught:
            workspace.documents.import_bytes(b"Autre texte.", name="b.txt")
    assert caught.value.exit_code == os.EX_NOPERM


def test_the_file_is_durable(tmp_path: Path) -> None:
    """Writing happens with a rollback journal and every sync, also in a file that somebody set to WAL."""
    path = altered(made(tmp_path / "a.db"), "PRAGMA journal_mode = WAL")
    with Workspace.open(path, "amal") as workspace:
        workspace.documents.import_bytes(b"Autre texte.", name="b.txt")
        assert workspace._database.row("PRAGMA journal_mode") == ("delete",)
        assert workspace._database.row("PRAGMA synchronous") == (3,)
        assert workspace._database.row("PRAGMA trusted_schema") == (0,)


def test_a_killed_creation_counts_as_new(tmp_path: Path) -> None:
    """A creation killed in mid-transaction leaves a file that SQLite takes back to nothing, and that is then filled."""
    path, copy = tmp_path / "a.db", tmp_path / "copy.db"
    files.create_file(path)
    connection = files.connect(path, "rw")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE big (a)")
    connection.execute("PRAGMA cache_spill = 1")
    connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,) for _ in range(2000)])
    copy.write_bytes(path.read_bytes())
    Path(f"{copy}-journal").write_bytes(Path(f"{path}-journal").read_bytes())
    connection.close()
    assert copy.stat().st_size
    made(copy)
    with Workspace.open(copy, "amal") as workspace:
        assert workspace.exchange.check() == []
