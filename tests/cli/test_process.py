"""`reader` as a process: signals, pipes, closed files and strange locales."""

import json
import os
import signal
import subprocess
import time

import pytest

MANY = 20_000


@pytest.fixture
def long_text(folder, run):
    """The id of a document whose rows fill any pipe."""
    (folder / "long.txt").write_text("Le tram revient.\n" * MANY, encoding="utf-8")
    return run("import", "long.txt").lines[0]


def test_a_reader_that_goes_away(spawn, long_text):
    """`reader show | head -1` ends silently with 141."""
    process = spawn("show", long_text)
    process.stdout.readline()
    process.stdout.close()
    assert (process.wait(), process.stderr.read()) == (141, b"")


def test_standard_output_is_full(spawn, long_text):
    """Data that found no room is told: one line, 74."""
    with open("/dev/full", "wb") as full:
        process = spawn("show", long_text, stdout=full)
        _, err = process.communicate()
    assert process.returncode == 74
    assert (err[:8], err.count(b"\n")) == (b"reader: ", 1)


@pytest.mark.parametrize("arguments", [["list", "documents"], ["show", "Le tram revient."]])
def test_standard_output_is_closed(command, environment, folder, long_text, arguments):
    """Without standard output nothing is written elsewhere, least of all into the database."""
    before = (folder / "annotations.db").read_bytes()
    words = " ".join(f"'{word}'" for word in [*command, *arguments])
    done = subprocess.run(["sh", "-c", f"{words} >&-"], env=environment, cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (74, 1)
    assert (folder / "annotations.db").read_bytes() == before


def test_standard_input_is_closed(command, environment, folder, long_text):
    """`-` without standard input is an input that is missing."""
    words = " ".join(f"'{word}'" for word in command)
    call = f"{words} annotate - <&-"
    done = subprocess.run(["sh", "-c", call], env=environment, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 66
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str
)
def test_signals(spawn, long_text, number, code):
    """A program that waits for a line ends at a signal, silently, with 128 and the signal's number."""
    process = spawn("annotate", "-")
    asked = {"document": long_text, "start": 0, "end": 2, "label": "entity"}
    process.stdin.write(json.dumps(asked).encode() + b"\n")
    process.stdin.flush()
    assert process.stdout.readline()
    process.send_signal(number)
    assert (process.wait(timeout=60), process.stderr.read()) == (code, b"")


def test_a_killed_export_leaves_no_half_file(spawn, folder, run, long_text):
    """The old file is there until the new one is whole, and a polite kill leaves nothing beside it."""
    (folder / "out.jsonl").write_text("old", encoding="utf-8")
    process = spawn("export", "--full", "-o", "out.jsonl")
    while process.poll() is None and not list(folder.glob(".reader-*")):
        time.sleep(0.001)
    process.terminate()
    process.communicate()
    assert list(folder.glob(".reader-*")) == []
    text = (folder / "out.jsonl").read_text(encoding="utf-8")
    assert text == "old" or text.splitlines()[0].startswith('{"schema":"reader/1"')


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_any_locale(spawn, environment, folder, locale, arabic):
    """Data is UTF-8 whatever the locale says."""
    out, err = spawn("show", arabic, env={**environment, "LC_ALL": locale}).communicate()
    assert out.decode("utf-8").splitlines()[0] == "عاد الترام إلى المدينة."
    assert err == b""


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_bytes_that_are_no_text(spawn, environment, french, locale):
    """An argument that is not UTF-8 is a usage error in one line."""
    process = spawn("annotate", french, "0", "2", b"\xff\xfe\x1b", env={**environment, "LC_ALL": locale})
    out, err = process.communicate()
    assert (process.returncode, out, err.count(b"\n")) == (2, b"", 1)
    assert b"\x1b" not in err


def test_a_database_whose_name_is_no_text(spawn, folder, french):
    """The file may be called anything that the system allows."""
    os.rename(folder / "annotations.db", os.path.join(os.fsencode(folder), b"caf\xe9?#%.db"))
    out, err = spawn("--db", b"caf\xe9?#%.db", "list", "documents").communicate()
    assert french[:12].encode() in out
    assert err == b""


def test_no_terminal_no_screen(spawn, folder):
    """Bare `reader` in a pipe says what to use instead (2) and begins no database."""
    process = spawn()
    out, err = process.communicate()
    assert (process.returncode, out, err.count(b"\n")) == (2, b"", 1)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("arguments", [["list", "documents"], ["import", "a.txt"]])
def test_a_folder_that_is_a_file(run, folder, arguments):
    """A path through something that is no folder is told in one line."""
    (folder / "a.txt").write_text("Un texte.\n", encoding="utf-8")
    outcome = run("--db", "a.txt/annotations.db", *arguments)
    assert outcome.code in {66, 73}
    assert (outcome.out, outcome.err.count("\n")) == ("", 1)


@pytest.mark.parametrize("data", [b"not a database", b"SQLite format 3\x00" + b"\x00" * 4080, b"\x00" * 4096])
def test_a_file_that_is_no_database(run, folder, data):
    """A foreign file is refused (65) and keeps every byte."""
    (folder / "annotations.db").write_bytes(data)
    (folder / "a.txt").write_text("Un texte.\n", encoding="utf-8")
    for arguments in (["list", "documents"], ["import", "a.txt"], ["undo"]):
        outcome = run(*arguments)
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (65, "", 1)
    assert (folder / "annotations.db").read_bytes() == data


def test_debug_tells_where_an_error_came_from(run, french):
    """--debug adds the traceback, which is shown harmless too."""
    outcome = run("show", "no\x1bsuch", "--debug")
    assert outcome.code == 65
    assert "Traceback" in outcome.err
    assert "\x1b" not in outcome.err


def test_an_internal_error_is_one_line(run, french, monkeypatch):
    """Whatever breaks inside is told in a line without a traceback (70)."""

    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by\x1b zero")

    monkeypatch.setattr("reader.workspace.documents.Documents.all", break_down)
    outcome = run("list", "documents")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (70, "", 1)
    assert "\x1b" not in outcome.err
