"""What is no regular file is refused at once, and a refused input changes nothing."""

import os
import socket

import pytest


def a_directory(folder):
    """A folder."""
    (folder / "given").mkdir()


def a_pipe(folder):
    """A pipe that nobody writes to: opening it would wait for ever."""
    os.mkfifo(folder / "given")


def a_circle(folder):
    """A link to itself."""
    (folder / "given").symlink_to(folder / "given")


def a_dead_link(folder):
    """A link to nothing."""
    (folder / "given").symlink_to(folder / "nowhere")


def a_socket(folder):
    """A socket."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "given"))


def a_device(folder):
    """A device that never ends."""
    (folder / "given").symlink_to("/dev/zero")


def nothing(folder):
    """No file at all."""
    assert not (folder / "given").exists()


@pytest.mark.parametrize("command", ["import", "load"])
@pytest.mark.parametrize("make", [a_directory, a_pipe, a_circle, a_dead_link, a_socket, a_device, nothing])
def test_what_is_no_regular_file(run, folder, make, command):
    """The answer is 66 and one line, at once; no database is begun."""
    make(folder)
    before = set(folder.iterdir())
    outcome = run(command, "given")
    assert (outcome.code, outcome.out) == (66, "")
    assert outcome.err.count("\n") == 1
    assert "given" in outcome.err
    assert set(folder.iterdir()) == before


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \n\t\r\n", id="blank"),
        pytest.param("عاد الترام".encode("windows-1256"), id="windows-1256"),
        pytest.param("Café déjà".encode("latin-1"), id="latin-1"),
        pytest.param(b"ok \xed\xa0\x80", id="surrogate"),
        pytest.param(b"\xff\xfe\x00", id="cut utf-16"),
        pytest.param(os.urandom(0) + bytes(range(128, 256)), id="noise"),
    ],
)
def test_a_text_that_cannot_be_read(run, folder, french, data):
    """It is refused with 65 in one line and the database keeps every byte."""
    (folder / "given.txt").write_bytes(data)
    before = (folder / "annotations.db").read_bytes()
    outcome = run("import", "given.txt")
    assert (outcome.code, outcome.out) == (65, "")
    assert outcome.err.count("\n") == 1
    assert "given.txt" in outcome.err
    assert (folder / "annotations.db").read_bytes() == before


@pytest.mark.parametrize("command", ["import", "load"])
def test_a_refused_input_begins_no_database(run, folder, command):
    """Where there was no database there is none after a refusal."""
    (folder / "given.txt").write_bytes(b"\xff\xff\n")
    assert run(command, "given.txt").code == 65
    assert [path.name for path in folder.iterdir()] == ["given.txt"]


@pytest.mark.parametrize(
    "lines",
    [
        b"{",
        b"[]\n",
        b'{"schema":"reader/9"}\n',
        b'{"schema":"reader/1","type":"annotation","start":NaN}\n',
        b'{"a":1,"a":2}\n',
        b"[" * 100_000,
        b'{"a":' + b"9" * 5000 + b"}\n",
        b'{"a":"\\ud800"}\n',
        b"\xff\n",
    ],
    ids=["cut", "list", "schema", "NaN", "twice", "deep", "long number", "surrogate", "bytes"],
)
def test_lines_that_cannot_be_loaded(run, folder, french, lines):
    """Nothing of a bad input is taken."""
    before = (folder / "annotations.db").read_bytes()
    outcome = run("load", "-", stdin=lines)
    assert (outcome.code, outcome.out) == (65, "")
    assert outcome.err.count("\n") == 1
    assert (folder / "annotations.db").read_bytes() == before


def test_a_hostile_file_name_is_shown_harmless(run, folder):
    """A name may hold a command for the terminal; the message does not."""
    outcome = run("import", "a\x1b]0;owned\x07\n.txt")
    assert outcome.err.count("\n") == 1
    assert outcome.err.rstrip("\n").isprintable()


def test_a_file_whose_name_is_no_text(run, folder):
    """A name in another encoding is a name all the same."""
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_text("Le tram revient.\n", encoding="utf-8")
    outcome = run("import", name)
    assert (outcome.code, outcome.err) == (0, "")
