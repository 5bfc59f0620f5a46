"""However the program ends, what was called saved is there and the terminal is as it was."""

import re
import signal
import sys
import termios

import pytest

MODES = re.compile(rb"\x1b\[(?P<kind>[?><]?)(?P<numbers>[\d;]*)(?P<final>[hlu])")
# What is on in a fresh terminal: automatic wrap, the cursor, implicit bidirectional order.
USUALLY_ON = frozenset({b"?7", b"?25", b"8"})
STRANGE = {b"?1049", b"?25", b"?1000", b"?1003", b"?1006", b"?2004", b"8"}


def modes_changed(output):
    """The modes that the bytes leave other than they are in a fresh terminal, kitty's keyboard among them."""
    changed, keyboards = set(), 0
    for found in MODES.finditer(output):
        if found["final"] == b"u":
            keyboards += {b">": 1, b"<": -1}.get(found["kind"], 0)
            continue
        for number in found["numbers"].split(b";"):
            mode = found["kind"] + number
            (changed.discard if (found["final"] == b"h") == (mode in USUALLY_ON) else changed.add)(mode)
    return changed | ({b"keyboard"} if keyboards > 0 else set())


def is_given_back(terminal):
    """The terminal has the modes that it had; while the program ran it had others."""
    raw = termios.tcgetattr(terminal.slave)
    return (modes_changed(terminal.output), raw) == (set(), terminal.before)


@pytest.fixture
def reading(start, texts):
    """The program showing two texts."""
    terminal = start("open", "fr.txt", "ar.txt")
    terminal.see("help")
    terminal.settle()
    assert modes_changed(terminal.output) >= STRANGE
    assert termios.tcgetattr(terminal.slave) != terminal.before
    return terminal


def test_quitting(reading):
    """q ends the program with 0 and gives the terminal back."""
    reading.press("q")
    assert reading.end() == 0
    assert is_given_back(reading)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_signals(reading, number, code):
    """A signal ends the program with 128 and its number, silently, and the terminal is given back."""
    reading.press("")
    reading.process.send_signal(number)
    assert reading.end() == code
    assert is_given_back(reading)
    assert reading.written.strip() == ""


def test_signal_over_a_dialog(reading):
    """A signal ends the program while help lies over the texts too."""
    reading.press("?")
    reading.see("Select")
    reading.process.send_signal(signal.SIGTERM)
    assert reading.end() == 143
    assert is_given_back(reading)


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_hanging_up(start, texts, term):
    """The program ends when its window is closed, also as soon as it shows something."""
    for quiet in (0, 0.3):
        terminal = start("open", "fr.txt", "ar.txt", TERM=term)
        terminal.see("help")
        terminal.settle(quiet)
        terminal.hang_up()
        assert terminal.process.wait(timeout=15) == 129


def test_going_on_without_having_stopped(reading):
    """SIGCONT, which the system sends along with a hang-up, changes nothing in a program that runs."""
    written = len(reading.output)
    reading.process.send_signal(signal.SIGCONT)
    reading.settle(0.5)
    assert b"\x1b[?1049h" not in reading.output[written:]
    reading.press("q")
    assert reading.end() == 0
    assert is_given_back(reading)


def test_hanging_up_keeps_what_was_saved(reading, exported):
    """Closing the window right after tagging loses nothing."""
    reading.press("e")
    reading.see("Saved as entity")
    reading.hang_up()
    reading.process.wait(timeout=15)
    assert [record["quote"] for record in exported()] == ["Le"]


CRASH = """
import sys
from reader.cli import main
from reader.workspace.reading import View

def grow(self):
    raise ZeroDivisionError("by\\x1b]0;zero\\x07 [/] zero")

View.grow = grow
sys.exit(main())
"""


@pytest.fixture
def crashed(start, texts):
    """The program after it has met an error that nobody foresaw."""
    terminal = start("open", "fr.txt", "ar.txt", command=[sys.executable, "-c", CRASH])
    terminal.see("help")
    terminal.settle()
    terminal.press("e")
    terminal.see("Saved as entity")
    terminal.press(" ")
    return terminal


def test_crashing(crashed, exported):
    """An error inside ends the program with 70 and one line; what was saved is there, the terminal is given back."""
    assert crashed.end() == 70
    assert is_given_back(crashed)
    last = crashed.output.rsplit(b"\x1b[?1049l", 1)[1]
    assert len(re.findall(rb"reader: [^\n]+\n", last)) == 1
    assert b"Traceback" not in crashed.output
    assert b"\x1b]0;" not in crashed.output
    assert [record["label"] for record in exported()] == ["entity"]


def killed_after_saved(start, exported, rounds):
    """Tag so many words, killing the program each time it says saved, and look each up."""
    kept = set()
    for number in range(rounds):
        terminal = start("open", "many.txt")
        terminal.see("help")
        terminal.press("gg", f"{number}w" if number else "", "e")
        terminal.see("Saved as entity")
        terminal.process.kill()
        terminal.close()
        now = {record["quote"] for record in exported()}
        assert now == kept | {f"mot{number}"}
        kept = now


@pytest.fixture
def many_words(tmp_path, rounds):
    """A text in which every word differs."""
    lines = (" ".join(f"mot{number}" for number in range(first, first + 10)) for first in range(0, max(rounds, 10), 10))
    (tmp_path / "many.txt").write_text("".join(f"{line}.\n" for line in lines), encoding="utf-8")


def test_killed_after_saved(start, many_words, exported):
    """What the status line calls saved survives SIGKILL."""
    killed_after_saved(start, exported, 3)


@pytest.mark.long
def test_no_kill_loses_an_annotation(start, many_words, exported, run, rounds):
    """Killed right after each of many annotations, the program has kept all of them, and the database is sound."""
    killed_after_saved(start, exported, rounds)
    run("check")


def test_suspending(start, texts, exported):
    """ctrl+z gives the terminal to the shell, fg comes back to the same place, and the session goes on."""
    shell = start("-i", command=["sh"], PS1="$? ready> ")
    shell.see("0 ready> ")
    shell.press(f"{sys.executable} -m reader open fr.txt ar.txt\r")
    shell.see("help")
    shell.settle()
    shell.press("e")
    shell.see("Saved as entity")
    shell.press("\x1a")
    shell.see(r"\d+ ready> ")
    assert modes_changed(shell.output) - {b"?2004"} == set()  # some shells ask for bracketed paste themselves
    shell.press("stty -a | grep -o '[-]*icanon'\r")
    shell.see(r"[\r\n]icanon")
    shell.press("fg\r")
    shell.see("maire")  # the text is painted again, not only what a key changes
    shell.see("help")
    assert modes_changed(shell.output) >= STRANGE
    shell.press("c")
    shell.see("Saved as claim")
    shell.press("q")
    shell.see("0 ready> ")
    assert modes_changed(shell.output) - {b"?2004"} == set()
    assert sorted(record["label"] for record in exported()) == ["claim", "entity"]
