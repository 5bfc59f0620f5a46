"""One-line texts: our sentences with a quote in them, and quotes that are too long."""

import pytest

from reader.model import Direction
from reader.text.layout import lay_out
from reader.tui.visual import abridged, sentence_line, shortened

ARABIC = "قال: «نعم»."


def _row(text: str) -> str:
    return lay_out(text, 80, Direction.RTL)[0].text.strip()


def test_a_quote_in_a_sentence_runs_in_its_own_direction() -> None:
    """The full stop and the marks of an Arabic quote stand where an Arabic row has them."""
    line = sentence_line(f"Saved as claim: “{ARABIC}”  (u takes it back)", 80)
    assert line == f"Saved as claim: “{_row(ARABIC)}”  (u takes it back)".ljust(80)


def test_a_quote_that_is_too_long_loses_its_end() -> None:
    """What goes is the end as a reader reads it: the left of an Arabic quote; the rest of the sentence stays."""
    line = sentence_line(f"Saved as claim: “{ARABIC * 9}”  (u takes it back)", 60)
    assert len(line) == 60
    assert line.rstrip().endswith("”  (u takes it back)")
    assert line.startswith("Saved as claim: “…")


@pytest.mark.parametrize("text", ["No quote here", "“unclosed", "”“", "قال “نعم” هنا", ""])
def test_other_sentences_are_lines_like_any(text: str) -> None:
    """A sentence without a quote, or not of ours, takes exactly the width too."""
    assert len(sentence_line(text, 40)) == 40


def test_blanks_at_the_ends_of_a_quote_are_shown() -> None:
    """What is stored with a blank before it is shown with it, a line end as its stand-in."""
    assert shortened(" l’A\nb", 40) == " l’A␊b"


@pytest.mark.parametrize("size", [10, 200, 3000, 9000])
def test_what_is_left_out_of_a_quote_is_seen(size: int) -> None:
    """A long quote shows its beginning and its end, and between them that something is missing."""
    quote = "début " + "m" * size + " fin"
    rows = abridged(quote, 40, 3, Direction.LTR)
    shown = "".join(rows)
    assert len(rows) <= 3
    assert shown.startswith("début")
    assert shown.rstrip().endswith("fin")
    assert ("[…]" in shown) is (size > 80)
