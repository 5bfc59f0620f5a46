"""A call that cannot be understood changes nothing and is told so in one line."""

import pytest

ESCAPE = "\x1b]0;owned\x07"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch"],
        [ESCAPE],
        ["--nosuch"],
        [f"--{ESCAPE}"],
        ["--db"],
        ["--db", ""],
        ["show"],
        ["show", "a", "b"],
        ["show", "a", "--width", "0"],
        ["show", "a", "--width", "wide"],
        ["show", "a", "--order", ESCAPE],
        ["show", "\udcff"],
        ["list"],
        ["list", "texts"],
        ["list", "annotations", "--where", ESCAPE],
        ["list", "annotations", "--where", "colour=red"],
        ["annotate"],
        ["annotate", "a", "1", "2"],
        ["annotate", "a", "-1", "2", "claim"],
        ["annotate", "a", "1_0", "20", "claim"],
        ["annotate", "a", "١", "٢", "claim"],
        ["annotate", "a", "9" * 5000, "2", "claim"],
        ["annotate", "-", "--note", "x"],
        ["import"],
        ["import", "-", "-"],
        ["import", "a", "b", "--title", "T"],
        ["import", "a", "--split", "--lang", "fr"],
        ["edit", "a"],
        ["export", "--format", "tei"],
        ["export", "--full", "--where", "label=claim"],
        ["undo", "now"],
    ],
)
def test_a_call_that_makes_no_sense(run, folder, french, arguments):
    """The exit code is 2, the sentence one line without a command for the terminal, the database as it was."""
    before = (folder / "annotations.db").read_bytes()
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("reader: ")
    assert outcome.err.count("\n") == 1
    assert outcome.err.rstrip("\n").isprintable()
    assert (folder / "annotations.db").read_bytes() == before


def test_an_unknown_format_names_the_known_ones(run, french):
    """Somebody who asks for another format learns which there are."""
    assert "jsonl" in run("export", "--format", "tei").err


@pytest.mark.parametrize("before", [True, False])
def test_the_database_may_be_named_before_and_after_the_command(run, folder, french, before):
    """--db stands where the person types it."""
    (folder / "annotations.db").rename(folder / "other.db")
    named = ["--db", "other.db"]
    outcome = run(*named, "list", "documents") if before else run("list", "documents", *named)
    assert french[:12] in outcome.out


def test_the_later_database_counts(run, folder, french):
    """Named twice, the one behind the command is meant."""
    assert run("--db", "nosuch.db", "list", "documents", "--db", "annotations.db").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "documents"],
        ["show", "x"],
        ["annotate", "x", "0", "1", "claim"],
        ["annotate", "-"],
        ["export"],
        ["edit", "x", "--title", "T"],
        ["remove", "x"],
        ["undo"],
        ["redo"],
        ["history"],
        ["check"],
    ],
)
def test_a_database_that_does_not_exist(run, folder, arguments):
    """Only what can begin a database does; the others say that there is none (66) and make none."""
    outcome = run(*arguments, "--db", "no\x1bsuch.db")
    assert (outcome.code, outcome.out) == (66, "")
    assert outcome.err.count("\n") == 1
    assert "\x1b" not in outcome.err
    assert list(folder.iterdir()) == []
