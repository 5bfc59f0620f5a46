"""Textual's own frames, rewritten for a terminal that reorders, show there what they show in one that does not."""

import re

import pytest

from reader.text.encoding import ENCODERS
from reader.tui.terminal.grid import Grid

ARABIC = "أعلن الوزير (12) أنّ «المرفأ» مفتوح منذ 2024، بحسب BBC.\n" * 40
KEYS = ["j", "w", " ", "e", "?", "\x1b", "\t", "c", "\x10", "te", "\x1b", "|", "\x04", "E", "\x1b"]


@pytest.fixture
def screens(start, tmp_path, emulator):
    """Go through the keys in a terminal that is told to use an encoder; the screen's cells after each of them."""

    def gone_through(encoder, attempt=0, size=(100, 30)):
        (tmp_path / "left.txt").write_text(f"1 {ARABIC}", encoding="utf-8")
        (tmp_path / "right.txt").write_text(f"2 {ARABIC}", encoding="utf-8")
        arguments = ["--db", f"{encoder}-{attempt}.db", "open", "left.txt", "right.txt", "--bidi", encoder]
        terminal = start(*arguments, size=size)
        terminal.see("help")
        shown = []
        for key in ["", *KEYS]:
            terminal.press(key)
            terminal.settle(0.25)
            shown.append(emulator(*size).take(terminal.output.decode()).cells)
        terminal.press("q")
        terminal.end()
        return shown

    return gone_through


def test_dialogs_and_partial_updates_over_arabic(screens, terminals, looks):
    """Two Arabic panes, marks, dialogs half over them, the palette: each row comes out as in a plain terminal."""
    plain = screens("cells")
    for encoder in ("words", "runs", "attr", "unmirrored"):
        for attempt in range(3):  # a machine that is slow just then shows a frame later, a cursor blinks: not each time
            shown = [[looks(terminals[encoder](row)) for row in sent] for sent in screens(encoder, attempt)]
            wanted = [[looks(row) for row in cells] for cells in plain]
            wrong = [step for step, pair in enumerate(zip(wanted, shown, strict=True)) if pair[0] != pair[1]]
            if not wrong:
                break
            plain = screens("cells", attempt + 1 + 3 * len(encoder))
        assert wrong == [], encoder


def split(sent):
    """What is sent for each row, by its number from 1."""
    return dict(re.findall(r"\x1b\[(\d+);1H((?:(?!\x1b\[\d+;\d+H).)*)", sent, re.DOTALL))


def test_a_touched_row_is_sent_whole():
    """A change in the middle of an Arabic row sends all of it; a row that is not touched is not sent."""
    grid = Grid(ENCODERS["runs"], 12, 3)
    grid.take("\x1b[1;1H ﺏ ﺕ        \x1b[2;1H ﺝ ﺩ        ")
    assert split(grid.take("\x1b[1;8Hx")) == {"1": "\u2800ﺕ ﺏ   x    "}


def test_looks_travel_with_the_letters():
    """A highlighted letter stays highlighted where it comes to stand."""
    grid = Grid(ENCODERS["runs"], 5, 1)
    assert "\u2800\x1b[4mﺕ\x1b[0mﺏ" in grid.take("\x1b[1;1H ﺏ\x1b[4mﺕ\x1b[0m")


def test_other_sequences_pass_in_order():
    """What is neither text, look, move nor clear goes on as it is, behind the rows written before it."""
    grid = Grid(ENCODERS["words"], 4, 2)
    sent = grid.take("\x1b[1;1Hab\x1b[?25l\x1b]52;c;eA==\x07\x1b[2;1Hcd\x1b[?2026h")
    order = ["ab", "\x1b[?25l", "\x1b]52;c;eA==\x07", "cd", "\x1b[?2026h"]
    assert sorted(order, key=sent.index) == order


def test_half_a_sequence_waits():
    """A sequence that comes in two pieces goes on in one."""
    grid = Grid(ENCODERS["words"], 4, 1)
    assert grid.take("\x1b[?10") == ""
    assert grid.take("49h") == "\x1b[?1049h"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[2J", "      "),
        ("\x1b[1;3H\x1b[K", "ab    "),
        ("\x1b[1;3H\x1b[1K", "   def"),
        ("\x1b[1;2H\x1b[C\x1b[2Dx", "xbcdef"),
        ("\x1b[1;5H🚋", "abcd🚋"),
        ("\x1b[1;1H🚋\x1b[1;2Hx", " xcdef"),
        ("\x1b[1;1H🚋\x1b[1;1Hx", "x cdef"),
        ("\x1b[1;6HxyZ", "abcdex"),
    ],
)
def test_the_grid_follows_the_cursor(written, shown):
    """Moves, clears, wide characters and what is written over half of one leave the cells a terminal shows."""
    grid = Grid(ENCODERS["words"], 6, 1)
    grid.take("\x1b[1;1Habcdef")
    grid.take(written)
    assert grid.rows() == [shown]


def test_another_size():
    """A narrower screen forgets what lies beyond its edge, a wider one is blank there."""
    grid = Grid(ENCODERS["words"], 6, 2)
    grid.take("\x1b[1;1Habcdef\x1b[2;1Hghijkl")
    grid.resize(4, 1)
    grid.resize(6, 2)
    assert grid.rows() == ["abcd  ", "      "]
