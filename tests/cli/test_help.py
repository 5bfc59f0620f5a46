"""Help comes first with examples, and comes quickly."""

import subprocess
import sys

import pytest

from reader import __version__
from reader.cli.root import COMMANDS

HEAVY = "sqlite3 sqlite_utils textual rich regex bidi reader.model reader.workspace reader.store reader.tui".split()


def test_help_begins_with_examples(run):
    """Whoever asks for help sees calls to copy before anything else."""
    outcome = run("--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Examples:\n  reader ")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_begins_its_help_with_examples(run, name):
    """Each command shows how it is called before its options."""
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith("Examples:\n")
    assert f"reader {name}" in outcome.out.split("Usage:")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_of_in_the_help(run, name):
    """The list of commands is complete."""
    assert f"\n  {name} " in run("--help").out


def test_version(run):
    """The version is one line."""
    assert run("--version").out == f"reader {__version__}\n"


def test_help_imports_nothing_heavy(environment):
    """Help pays neither for SQLite nor for the screens nor for the workspace."""
    code = f"import sys; from reader.cli import main; main(['--help']); sys.exit(str({HEAVY!r} & sys.modules.keys()))"
    code = code.replace(repr(HEAVY), repr(set(HEAVY)))
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "set()"
