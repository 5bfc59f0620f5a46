"""Undo, redo, history, check, edit and remove from the shell."""

import json

import pytest


@pytest.mark.parametrize("name", ["undo", "redo"])
def test_nothing_to_take_back_or_bring_again(run, french, name):
    """The exit code is 1 and a line says so."""
    outcome = run(name)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)


def test_undo_and_redo(run, french):
    """Undo takes the annotation back and redo brings the very same again, in calls of their own."""
    run("annotate", french, "3", "7", "entity")
    before = run("export").out
    assert run("undo").code == 0
    assert run("export").out == ""
    assert run("redo").code == 0
    assert run("export").out == before


def test_undo_tells_what_it_took(run, french):
    """The sentence names what was done, on stderr; stdout stays for data."""
    run("annotate", french, "3", "7", "entity")
    outcome = run("undo")
    assert outcome.out == ""
    assert "undone: " in outcome.err
    assert "entity" in outcome.err


def test_undo_is_each_annotators_own(run, french):
    """Nobody takes back what somebody else did."""
    run("annotate", french, "3", "7", "entity", "--annotator", "amira")
    assert run("undo", "--annotator", "bruno").code == 1
    assert run("undo", "--annotator", "amira").code == 0


def test_history_is_newest_first(run, french):
    """Each act has a time, a person and words."""
    run("annotate", french, "3", "7", "entity")
    run("undo", "--annotator", "tester")
    lines = [line.split("\t") for line in run("history").lines]
    assert [len(line) for line in lines] == [3] * len(lines)
    assert [line[0] for line in lines] == sorted((line[0] for line in lines), reverse=True)
    assert {line[1] for line in lines} == {"tester"}


def test_history_of_one_annotation(run, french):
    """A record's history is its own."""
    run("annotate", french, "3", "7", "entity")
    annotation = run("annotate", french, "0", "7", "claim").lines[0]
    assert len(run("history", annotation).lines) == 1


def test_check_of_a_sound_database(run, french):
    """A sound database is 0 and nothing on stdout."""
    run("annotate", french, "3", "7", "entity")
    outcome = run("check")
    assert (outcome.code, outcome.out) == (0, "")


def test_check_of_a_damaged_database(run, folder, french):
    """Damage is told with 65, and checking repairs nothing."""
    data = (folder / "annotations.db").read_bytes()
    damaged = data.replace(b"tram revient", b"tram  evient")
    (folder / "annotations.db").write_bytes(damaged)
    outcome = run("check")
    assert outcome.code == 65
    assert (folder / "annotations.db").read_bytes() == damaged


def test_edit_and_undo(run, french):
    """What is known of a document can be corrected, and the correction taken back."""
    assert run("edit", french, "--title", "Titre", "--outlet", "Le Phare", "--date", "2026-03-02").code == 0
    (document,) = json.loads(run("list", "documents", "--json").out)
    assert [document[key] for key in ("title", "outlet", "date")] == ["Titre", "Le Phare", "2026-03-02"]
    run("undo")
    assert json.loads(run("list", "documents", "--json").out)[0]["outlet"] is None


def test_another_language_turns_the_direction(run, french):
    """The direction follows the language."""
    run("edit", french, "--lang", "ar")
    (document,) = json.loads(run("list", "documents", "--json").out)
    assert (document["language"], document["direction"]) == ("ar", "rtl")


def test_remove_and_undo(run, french):
    """A removed document comes back with undo."""
    before = run("list", "documents", "--json").out
    assert run("remove", french).code == 0
    assert run("list", "documents", "--json").out == "[]\n"
    run("undo")
    assert run("list", "documents", "--json").out == before


def test_remove_with_annotations_wants_a_yes(run, folder, french):
    """Marked documents go only with --yes, and come back with what was marked."""
    run("annotate", french, "3", "7", "entity")
    before = (folder / "annotations.db").read_bytes()
    refused = run("remove", french)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert "--yes" in refused.err
    assert (folder / "annotations.db").read_bytes() == before
    exported = run("export").out
    assert run("remove", french, "--yes").code == 0
    assert run("export").out == ""
    run("undo")
    assert run("export").out == exported
