"""`reader export` writes every line or none, and only over what a person would want to be replaced."""

import json
import os
import stat

import pytest


@pytest.fixture
def claim(run, french):
    """The id of a claim in the French document."""
    return run("annotate", french, "0", "16", "claim").lines[0]


def test_lines_to_standard_output(run, claim):
    """Each annotation is a line of JSON."""
    outcome = run("export")
    assert (outcome.code, outcome.err) == (0, "")
    assert [json.loads(line)["id"] for line in outcome.lines] == [claim]


def test_nothing_to_export(run, french):
    """No annotation, no line, no error."""
    outcome = run("export")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--where", "label=claim"], 1),
        (["--where", "label=entity"], 0),
        (["--where", "label=claim,entity status=proposed"], 1),
        (["--where", "label=claim", "--where", "status=accepted"], 0),
        (["--document", "Le tram revient à Port-Clair."], 1),
    ],
)
def test_only_what_matches(run, claim, arguments, count):
    """Conditions narrow the export, all of them together."""
    assert len(run("export", *arguments).lines) == count


def test_only_one_story(run, claim, arabic):
    """--story keeps what is marked in its documents."""
    run("annotate", arabic, "0", "3", "entity")
    run("edit", arabic, "--story", "Tramway")
    (line,) = run("export", "--story", "Tramway").lines
    assert json.loads(line)["document"] == arabic


@pytest.mark.parametrize("option", ["--document", "--story"])
def test_an_unknown_document_or_story(run, claim, option):
    """What does not exist is bad data, not an empty export."""
    outcome = run("export", option, "nosuch")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (65, "", 1)


def test_into_a_file(run, folder, claim):
    """The file holds what standard output would, and nothing else is left in the folder."""
    before = set(folder.iterdir())
    outcome = run("export", "-o", "out.jsonl")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == run("export").out
    assert set(folder.iterdir()) - before == {folder / "out.jsonl"}


def test_a_new_file_obeys_the_umask(run, folder, claim):
    """Who keeps files private gets a private file."""
    before = os.umask(0o077)
    try:
        run("export", "-o", "out.jsonl")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "out.jsonl").stat().st_mode) == 0o600


def test_a_replaced_file_keeps_its_mode(run, folder, claim):
    """What was shared stays shared, what was private private."""
    (folder / "out.jsonl").write_text("old")
    (folder / "out.jsonl").chmod(0o640)
    run("export", "-o", "out.jsonl")
    assert stat.S_IMODE((folder / "out.jsonl").stat().st_mode) == 0o640


def test_a_link_stays_a_link(run, folder, claim):
    """The file behind the link is replaced, not the link."""
    (folder / "real.jsonl").write_text("old")
    (folder / "out.jsonl").symlink_to("real.jsonl")
    run("export", "-o", "out.jsonl")
    assert (folder / "out.jsonl").is_symlink()
    assert (folder / "real.jsonl").read_text(encoding="utf-8") == run("export").out


def test_a_device_is_written_to(run, folder, claim):
    """/dev/null stays a device."""
    (folder / "out.jsonl").symlink_to("/dev/null")
    assert run("export", "-o", "out.jsonl").code == 0
    assert (folder / "out.jsonl").is_char_device()


@pytest.mark.parametrize(
    ("target", "code"),
    [("nowhere/out.jsonl", 73), (".", 73), ("x" * 300, 73), ("/dev/full", 74), ("annotations.db", 2)],
)
def test_where_no_file_can_be(run, folder, claim, target, code):
    """One line says why, nothing is left behind, and the database is never overwritten."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    outcome = run("export", "-o", target)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_everything_comes_back(run, folder, claim):
    """export --full, load into an empty database, export --full: the same bytes."""
    full = run("export", "--full").out
    loaded = run("--db", "copy.db", "load", "-", stdin=full.encode())
    assert (loaded.code, loaded.out) == (0, "")
    assert run("--db", "copy.db", "export", "--full").out == full


def test_loading_twice_adds_nothing(run, folder, claim):
    """The second time every line is known."""
    full = run("export", "--full").out.encode()
    run("--db", "copy.db", "load", "-", stdin=full)
    before = (folder / "copy.db").read_bytes()
    assert run("--db", "copy.db", "load", "-", stdin=full).code == 0
    assert (folder / "copy.db").read_bytes() == before


def test_undo_works_in_the_copy(run, folder, claim):
    """What was loaded can be taken back as if it had been done here."""
    run("--db", "copy.db", "load", "-", stdin=run("export", "--full").out.encode())
    assert run("--db", "copy.db", "undo").code == 0
    assert run("--db", "copy.db", "export").out == ""
