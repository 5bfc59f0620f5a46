"""A word spelt out."""

from reader.tui.screens.spelling import spelling


def test_every_code_point_has_a_line_with_its_offset() -> None:
    """Letters, marks and characters without a cell are told by number and name, at their offsets."""
    assert spelling("لَ\u200c", 40) == [
        "     40  ل  U+0644  ARABIC LETTER LAM",
        "     41  ◌َ  U+064E  ARABIC FATHA",
        "     42  ◌  U+200C  ZERO WIDTH NON-JOINER",
    ]


def test_what_could_command_a_terminal_is_a_stand_in() -> None:
    """ESC and an override are named, not sent."""
    (escape, override) = spelling("\x1b\u202e", 0)
    assert escape == "      0  ␛  U+001B  control"
    assert "\u202e" not in override
    assert "RIGHT-TO-LEFT OVERRIDE" in override


def test_a_long_stretch_is_cut() -> None:
    """Of a whole text the first 400 code points are spelt, and how many more there are."""
    lines = spelling("a" * 1000, 0)
    assert (len(lines), lines[-1]) == (401, "… and 600 more")
