"""What an encoder sends comes out of its kind of terminal as the cells that were wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Direction
from reader.text.encoding import ENCODERS, REWRITING, Cell, logical
from reader.text.layout import lay_out

WORDS = ["عام", "(2024)", "12:30", "1,5", "٢٠٢٤", "«المرفأ»", "BBC", "l’été", "[لأن]", "…", "50%", "שלום", "3-4", "لا!"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)


def plain(cells):
    """The cells as they look: the blank that counts as a letter is a blank, an italic is what it says."""
    return [(" " if cell.text == "\u2800" else cell.text, cell.style.removeprefix("3;")) for cell in cells]


@pytest.mark.parametrize("name", ENCODERS)
def test_every_row_comes_out(name, rows, terminals):
    """Each row of real texts stands on the screen as it was laid out, its highlighted spans where they were."""
    wrong = [row for row in rows if plain(terminals[name](ENCODERS[name](row))) != plain(row)]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(REWRITING))
def test_the_wrong_encoder_is_seen(name, rows, terminals):
    """The simulated terminals are not blind: plain cells come out wrong in them."""
    assert any(plain(terminals[name](row)) != plain(row) for row in rows)


@given(SENTENCES, st.sampled_from(Direction), st.sampled_from(sorted(REWRITING)))
def test_any_order_of_words_comes_out(terminals, text, direction, name):
    """Numbers, brackets, and words of either direction come out in any order, in either base direction."""
    (row,) = lay_out(text, 80, direction)
    cells = [Cell(" "), *(Cell(placed.text) for placed in row.placed), Cell(" ")]
    assert plain(terminals[name](ENCODERS[name](cells))) == plain(cells)


@given(st.text("abعلا ()«»12٣", max_size=30), st.sampled_from(Direction))
def test_any_word_comes_out_of_a_terminal_that_turns_words(terminals, text, direction):
    """Letters of both directions in one word, brackets and digits among them, come out as they were laid out."""
    cells = [Cell(placed.text, "48;2;0;0;0") for row in lay_out(text, 80, direction) for placed in row.placed]
    assert plain(terminals["words"](ENCODERS["words"](cells))) == plain(cells)


@pytest.mark.parametrize("name", sorted(REWRITING))
def test_latin_rows_are_left_alone(name):
    """A row without right-to-left letters is sent as it is."""
    row = [Cell(character, "1") for character in "« Le 2 mars » (BBC)"]
    assert ENCODERS[name](row) == row


def test_dividers_keep_stretches_apart():
    """With a letter-like blank at the start and beside the divider, no stretch reaches into the other pane."""
    sent = "".join(cell.text for cell in ENCODERS["runs"]([Cell(character) for character in " بت │ جد "]))
    assert sent == "\u2800تب\u2800│\u2800دج "


def test_marks_stay_on_their_letter():
    """A letter travels with its vowel marks behind it."""
    row = [Cell(text) for text in (" ", "ﺐَّ", "ﺗ", " ")]
    assert [cell.text for cell in ENCODERS["runs"](row)][1:3] == ["ﺗ", "ﺐَّ"]


def test_logical_is_the_text():
    """For a pipe the rows are the text in reading order, what commands a terminal made visible."""
    text = "قال: «نعم»\x1b في 2024"
    rows = lay_out(text, 12)
    assert "".join(logical(row, text) for row in rows) == text.replace("\x1b", "␛")
