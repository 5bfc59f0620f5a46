"""Odd windows and odd terminals: the program shows what it can, never a traceback, and ends when told."""

import pytest

SMALL = [(10, 3), (1, 1), (32, 10), (64, 5)]
WIDE = [(300, 90), (80, 24), (33, 11), (200, 12), (10, 3), (120, 36), (63, 24), (64, 24)]


@pytest.mark.parametrize("size", SMALL, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_tiny_window(start, texts, size, exported):
    """In any window keys work and q ends the program; where the texts cannot be seen nothing is marked."""
    terminal = start("open", "fr.txt", "ar.txt", size=size)
    terminal.see(r"\S")
    terminal.settle()
    terminal.press("j", "\t", "v", "w", "e", "?", "\x1b")
    terminal.settle()
    terminal.press("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.output
    is_seen = size[0] >= 32 and size[1] >= 10
    assert [record["label"] for record in exported()] == (["entity"] if is_seen else [])


def test_a_window_that_is_too_small_says_so(start, texts):
    """Where nothing fits the program says what it needs, and is back when there is room."""
    terminal = start("open", "fr.txt", "ar.txt", size=(30, 8))
    terminal.see("32x10")
    terminal.press("")
    terminal.resize(80, 24)
    terminal.see("Port-Clair")
    terminal.press("q")
    assert terminal.end() == 0


def test_a_storm_of_sizes(start, texts):
    """While the window changes its size again and again keys still work, and the last size is what is shown."""
    terminal = start("open", "fr.txt", "ar.txt")
    terminal.see("help")
    for number in range(60):
        terminal.resize(*WIDE[number % len(WIDE)])
        terminal.press("jwk\tb"[number % 5])
    terminal.resize(100, 30)
    terminal.settle(0.5)
    terminal.press("?")
    terminal.see("Select")
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.output


def test_the_library_in_a_tiny_window(start):
    """The library without anything in it bears any window too."""
    terminal = start(size=(10, 3))
    terminal.see(r"\S")
    terminal.resize(80, 24)
    terminal.see("(?i)press i")
    terminal.press("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.output


@pytest.mark.parametrize(
    "setting",
    [{"TERM": "dumb"}, {"TERM": ""}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": "C"}, {"NO_COLOR": "1"}],
    ids=lambda setting: "-".join([*setting, *setting.values()]),
)
def test_a_strange_environment(start, texts, setting, exported):
    """Neither the terminal's name nor the locale hinders working."""
    terminal = start("open", "fr.txt", "ar.txt", **setting)
    terminal.see("help")
    terminal.press("e")
    terminal.see("Saved as entity")
    terminal.press("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.output
    assert [record["quote"] for record in exported()] == ["Le"]
