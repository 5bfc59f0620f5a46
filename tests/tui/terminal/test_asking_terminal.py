"""The program asks its terminal who it is before the first paint, and gives back what it switched."""

import re
import signal
import sys

import pytest

VTE = {b"\x1b[c": b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c"}
PUTTY = {b"\x1b[c": b"\x1b[>0;136;0c\x1b[?6c"}
KONSOLE = {b"\x1b[c": b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c"}
ON, OFF = b"\x1b]50;BidiRenderingEnabled=false\x07", b"\x1b]50;BidiRenderingEnabled=true\x07"


@pytest.fixture
def reading(start, texts):
    """Open two texts in a terminal that answers so."""

    def opened(answers, *arguments, **more):
        terminal = start("open", "ar.txt", "fr.txt", *arguments, **more)
        terminal.answers = dict(answers)
        terminal.see("help")
        terminal.settle()
        return terminal

    return opened


def test_vte_is_told_before_the_first_paint(reading):
    """A terminal that leaves the order to us is told so before any text comes."""
    output = reading(VTE).output
    assert 0 <= output.index(b"\x1b[8l") < output.index(b"Le tram")
    assert b"\xe2\xa0\x80" not in output


def test_putty_gets_rows_in_its_order(reading):
    """A terminal that reorders is not told anything; rows hold blanks that count as letters."""
    output = reading(PUTTY).output
    assert b"\x1b[8l" not in output
    assert b"\xe2\xa0\x80" in output


@pytest.mark.parametrize("end", ["q", signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_konsole_gets_its_own_way_back(reading, end):
    """Konsole's switch is thrown once, and back however the program ends."""
    terminal = reading(KONSOLE)
    if end == "q":
        terminal.press(end)
    else:
        terminal.process.send_signal(end)
    terminal.end()
    assert re.findall(b"%b|%b" % (re.escape(ON), re.escape(OFF)), terminal.output) == [ON, OFF]


def test_konsole_after_suspending(start, texts):
    """ctrl+z gives Konsole its own order back, fg takes it again."""
    shell = start("-i", command=["sh"], PS1="$? ready> ")
    shell.answers = dict(KONSOLE)
    shell.see("0 ready> ")
    shell.press(f"{sys.executable} -m reader open fr.txt ar.txt\r")
    shell.see("help")
    shell.settle()
    for key, words in [("\x1a", r"\d+ ready> "), ("fg\r", "help"), ("q", "0 ready> ")]:
        shell.press(key)
        shell.see(words)
        shell.settle()
    assert re.findall(b"%b|%b" % (re.escape(ON), re.escape(OFF)), shell.output) == [ON, OFF, ON, OFF]


def test_a_crash_gives_the_order_back(start, texts):
    """An error in the program leaves Konsole as it was."""
    crash = (
        "import sys; from reader.cli import main; from reader.workspace.reading import View; View.grow = None; main()"
    )
    terminal = start("open", "ar.txt", "fr.txt", command=[sys.executable, "-c", crash])
    terminal.answers = dict(KONSOLE)
    terminal.see("help")
    terminal.settle()
    terminal.press(" ")
    terminal.end()
    assert terminal.output.rindex(OFF) > terminal.output.rindex(ON)


@pytest.mark.parametrize("answers", [VTE, {}], ids=["answers", "never answers"])
def test_the_first_keys_are_not_eaten(start, texts, exported, answers):
    """Keys typed before the first paint do their work after it."""
    terminal = start("open", "fr.txt", "ar.txt")
    terminal.answers = dict(answers)
    terminal.press("wwe")
    terminal.see("Saved as entity")
    terminal.press("q")
    assert terminal.end() == 0
    assert [record["quote"] for record in exported()] == ["revient"]


def test_a_late_answer_is_no_key(start, texts, exported):
    """What a slow terminal answers when the texts stand already is taken out of the keys around it."""
    terminal = start("open", "fr.txt", "ar.txt")
    terminal.answers = {}
    terminal.see("help")
    terminal.settle()
    terminal.press("w\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0cw\x1b[?62cc")
    terminal.see("Saved as claim")
    terminal.press("q")
    assert terminal.end() == 0
    assert [(record["label"], record["quote"]) for record in exported()] == [("claim", "revient")]


def test_nothing_is_left_at_the_prompt(start):
    """A call that fails before the screen stands takes the terminal's answer in, and gives the terminal back."""
    shell = start("-i", command=["sh"], PS1="$? ready> ")
    shell.answers = dict(VTE)
    shell.see("0 ready> ")
    shell.press(f"{sys.executable} -m reader open nothing-like-it\r")
    shell.see("65 ready> |66 ready> ")
    shell.settle()
    shell.press("echo $((6 * 7))\r")
    shell.see("[\r\n]42")
    assert b"65;7006" not in shell.output


def test_reader_terminal_stores_the_pick(start, run):
    """`reader terminal` tells what was found and why; the number of a line is kept for that kind of terminal."""
    told = []
    for key in ["4", "x"]:
        terminal = start("terminal")
        terminal.answers = dict(VTE)
        told.append(terminal.see(r"encoder\t\w+"))
        terminal.see("Press the number")
        terminal.settle()
        terminal.press(key)
        assert terminal.end() == 0
    assert told == ["encoder\texplicit", "encoder\truns"]


def test_reader_terminal_in_a_pipe(run):
    """Without a terminal texts go out in the order of reading."""
    assert "encoder\tlogical\n" in run("terminal")
