"""What a terminal answers says how it is spoken to."""

import pytest

from reader.tui.terminal.answers import Answers
from reader.tui.terminal.choosing import chosen, store_choice
from reader.tui.terminal.finding import judged
from reader.tui.terminal.way import EXPLICIT, KONSOLE, MLTERM, NOTHING

# Name: (what real terminals answered, what surrounds them, encoder, switches, vowel marks kept)
KNOWN = {
    "VTE": (b"\x1b[8;1$y\x1b[>65;7006;1c", {}, "explicit", EXPLICIT, True),
    "konsole": (b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c", {}, "explicit", KONSOLE, True),
    "mlterm": (b"\x1b[8;0$y\x1b[>24;279;0c", {"TERM": "mlterm"}, "explicit", MLTERM, True),
    "kitty": (b"\x1b[8;0$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c", {}, "words", NOTHING, False),
    "xterm": (b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c", {}, "cells", EXPLICIT, True),
    "urxvt": (b"\x1b[>85;95;0c", {}, "cells", EXPLICIT, True),
    "pterm": (b"\x1b[>0;136;0c", {}, "runs", NOTHING, True),
    "qterminal": (b"\x1b[>0;115;0c", {}, "attr", NOTHING, False),
    "alacritty": (b"\x1b[>0;1700;1c", {}, "cells", EXPLICIT, False),
    "permanently implicit": (b"\x1b[8;3$y", {}, "runs", NOTHING, False),
    "silent": (b"", {"TERM": "st-256color"}, "cells", EXPLICIT, False),
    "iTerm 3.7": (b"", {"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.7.1"}, "runs", NOTHING, False),
    "iTerm 3.6": (b"", {"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6"}, "cells", EXPLICIT, False),
    "Terminal": (b"", {"TERM_PROGRAM": "Apple_Terminal"}, "runs", NOTHING, False),
    "screen": (b"\x1b[>83;40900;0c", {"TERM": "screen"}, "cells", EXPLICIT, False),
}
# Name: (what tmux says of the terminal around it, what surrounds the program, encoder, switches)
AROUND_TMUX = {
    "xterm": ("xterm-256color XTerm(379)", {}, "cells", EXPLICIT),
    "VTE": ("xterm-256color", {"VTE_VERSION": "7006"}, "runs", NOTHING),
    "kitty": ("xterm-kitty kitty(0.26.5)", {}, "words", NOTHING),
    "konsole": ("xterm-256color Konsole 22.12.3", {"VTE_VERSION": "7006"}, "unmirrored", NOTHING),
    "nobody": (None, {}, "cells", EXPLICIT),
}


def found(replies, environment, outer=None):
    """The finding after these replies and the last one."""
    answers = Answers()
    assert answers.take(replies + b"\x1b[?62;4c") == b""
    assert answers.is_complete
    return judged(answers.found, environment, outer)


@pytest.mark.parametrize("name", KNOWN)
def test_known_terminals(name):
    """Each terminal that was measured gets the encoder that was right in it, its switches, and marks if it can."""
    replies, environment, *wanted = KNOWN[name]
    finding = found(replies, environment)
    assert [finding.encoder, finding.switches, finding.marks] == wanted


@pytest.mark.parametrize("name", AROUND_TMUX)
def test_in_tmux_the_terminal_around_counts(name):
    """tmux eats the switches, so what is around it is told apart by what tmux knows of it."""
    outer, environment, *wanted = AROUND_TMUX[name]
    finding = found(b"\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c", environment, outer)
    assert [finding.encoder, finding.switches] == wanted


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_keys_between_answers(size):
    """What is typed between the answers is handed on in order, wherever reading cuts them."""
    data = b"e\x1b[A\x1b[8;1$y\xd8\xb9\x1b[>65;7006;1c\x1b[<0;5;5M\x1bP>|VTE(7600)\x1b\\x\x1b[?62;4cq\x1b[?1;2c"
    answers = Answers()
    keys = b"".join(answers.take(data[start : start + size]) for start in range(0, len(data), size))
    assert keys + answers.release() == b"e\x1b[A\xd8\xb9\x1b[<0;5;5Mxq\x1b[?1;2c"
    assert answers.found == {"order": "1", "kind": "65;7006;1", "version": "VTE(7600)", "last": "62;4"}


def test_escape_is_a_key():
    """A lone escape waits for what it may begin, and is a key when nothing comes."""
    answers = Answers()
    assert (answers.take(b"e\x1b"), answers.is_holding, answers.release()) == (b"e", True, b"\x1b")


@pytest.fixture
def konsole():
    """Konsole outside tmux."""
    return found(*KNOWN["konsole"][:2])


@pytest.fixture
def configure(tmp_path, monkeypatch):
    """Write a config.toml of the test's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def write(text):
        (tmp_path / "reader").mkdir(exist_ok=True)
        (tmp_path / "reader" / "config.toml").write_text(text, encoding="utf-8")

    return write


def test_what_was_asked_for_counts_first(configure, konsole):
    """The call's word comes before config.toml, that before the choice for the terminal, that before what was found."""
    assert chosen(konsole, {})[0].encoder == "explicit"
    store_choice(konsole.key, "runs")
    assert chosen(konsole, {})[0].encoder == "runs"
    configure('bidi = "words"')
    assert chosen(konsole, {})[0].encoder == "words"
    assert chosen(konsole, {"bidi": "cells"})[0].encoder == "cells"


def test_auto_goes_back_to_what_was_found(configure, konsole):
    """--bidi auto sets aside what config.toml and the choice say."""
    configure('bidi = "words"')
    store_choice(konsole.key, "runs")
    assert chosen(konsole, {"bidi": "auto"})[0].encoder == "explicit"


def test_a_choice_is_for_its_kind_of_terminal(configure, konsole):
    """What was chosen for one kind of terminal leaves the others alone, and can be forgotten."""
    store_choice(konsole.key, "runs")
    assert chosen(found(*KNOWN["xterm"][:2]), {})[0].encoder == "cells"
    store_choice(konsole.key, None)
    assert chosen(konsole, {})[0].encoder == "explicit"


def test_switches_go_with_the_encoder(konsole):
    """A terminal whose own reordering is wanted is not told to stop it; Konsole's own switch is for Konsole."""
    assert chosen(konsole, {"bidi": "runs"})[0].switches == NOTHING
    assert chosen(konsole, {"bidi": "explicit"})[0].switches == KONSOLE
    assert chosen(found(*KNOWN["xterm"][:2]), {"bidi": "explicit"})[0].switches == EXPLICIT


@pytest.mark.parametrize(("asked", "kept"), [("auto", True), ("strip", False), ("keep", True), (None, True)])
def test_vowel_marks(konsole, asked, kept):
    """Vowel marks are kept where the terminal places them, unless told otherwise."""
    assert chosen(konsole, {"tashkeel": asked})[0].tashkeel is kept


def test_joining(konsole):
    """Letters are joined by us unless told otherwise."""
    assert chosen(konsole, {})[0].joining
    assert not chosen(konsole, {"joining": "none"})[0].joining
