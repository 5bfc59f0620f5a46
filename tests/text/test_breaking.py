"""Where rows break, as a typesetter would have it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.layout import lay_out

URL = "https://www.exemple.fr/a?b=1"


def broken(text: str, width: int) -> list[str]:
    """The rows as stretches of the text, without the blanks at their ends."""
    return [text[row.start : row.end].rstrip(" \u3000\n") for row in lay_out(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("un deux trois", 7, ["un deux", "trois"]),
        ("un deux trois", 8, ["un deux", "trois"]),
        ("il a dit non !", 12, ["il a dit", "non !"]),
        ("il a dit non ?", 13, ["il a dit", "non ?"]),
        ("il dit : non ; oui", 6, ["il", "dit :", "non ;", "oui"]),
        ("il dit « oui » et", 8, ["il dit", "« oui »", "et"]),
        ("il dit « oui, » et", 9, ["il dit", "« oui, »", "et"]),
        ("une hausse de 12 %", 16, ["une hausse de", "12 %"]),
        ("« oui\u00a0» dit", 7, ["« oui\u00a0»", "dit"]),
        ("12\u202f% oui", 5, ["12\u202f%", "oui"]),
        ("vraiment  !", 8, ["vraiment", "!"]),
        ("قال نعم ، ثم", 8, ["قال", "نعم ، ثم"]),
        ("هل جاء ؟ نعم", 7, ["هل", "جاء ؟", "نعم"]),
        ("كذا ؛ كذا", 4, ["كذا", "؛", "كذا"]),
        ("قال « نعم » ومضى", 9, ["قال", "« نعم »", "ومضى"]),
    ],
)
def test_punctuation_stays_with_its_word(text: str, width: int, rows: list[str]) -> None:
    """No row begins with high punctuation or a closing guillemet nor ends with an opening one, where they fit a row."""
    assert broken(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        (f"voir {URL} ici", 28, ["voir", URL, "ici"]),
        (f"voir {URL} ici", 20, ["voir", "https://www.exemple.", "fr/a?b=1 ici"]),
        ("12 345 678,90 euros", 9, ["12 345", "678,90", "euros"]),
        ("12\u202f345\u202f678,90 euros", 14, ["12\u202f345\u202f678,90", "euros"]),
        ("anticonstitutionnellement", 10, ["anticonsti", "tutionnell", "ement"]),
        ("استقلاليتهم", 4, ["استق", "لاليت", "هم"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("漢字仮名", 3, ["漢", "字", "仮", "名"]),
        ("👩\u200d💻👩\u200d💻", 4, ["👩\u200d💻", "👩\u200d💻"]),
        ("a\u00a0b\u00a0c", 3, ["a\u00a0b", "\u00a0c"]),
        ("« anticonstitutionnellement »", 10, ["«", "anticonsti", "tutionnell", "ement »"]),
    ],
)
def test_a_word_is_cut_only_where_it_alone_is_too_wide(text: str, width: int, rows: list[str]) -> None:
    """Addresses and numbers stay whole where a row can hold them, else they are cut between clusters."""
    assert broken(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "spans"),
    [
        ("ab      cd", 4, [(0, 8), (8, 10)]),
        ("ab      ", 4, [(0, 8)]),
        ("        ", 4, [(0, 8)]),
        ("    ab", 4, [(0, 4), (4, 6)]),
        ("ab \u200e cd", 2, [(0, 5), (5, 7)]),
        ("\u3000a", 1, [(0, 1), (1, 2)]),
        ("ab\u3000c", 3, [(0, 3), (3, 4)]),
        ("a\tb", 1, [(0, 2), (2, 3)]),
        ("\u200b\u200e", 1, [(0, 2)]),
        (" \u0301 \u0301", 1, [(0, 2), (2, 4)]),
    ],
)
def test_blanks_belong_to_the_row_that_they_end(text: str, width: int, spans: list[tuple[int, int]]) -> None:
    """Blanks that do not fit hang at the end of their row; the next row begins with a word that is shown."""
    assert [(row.start, row.end) for row in lay_out(text, width)] == spans


@given(words=st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30), width=st.integers(9, 40))
@settings(max_examples=200)
def test_rows_are_filled_as_far_as_words_fit(words: list[str], width: int) -> None:
    """A row takes the next word whenever it fits."""
    rows, row = [], words[0]
    for word in words[1:]:
        if len(row) + 1 + len(word) <= width:
            row += f" {word}"
        else:
            rows.append(row)
            row = word
    assert broken(" ".join(words), width) == [*rows, row]


@given(text=st.text("ab «»!?;:،؟ ", max_size=40), width=st.integers(1, 12))
@settings(max_examples=300)
def test_glued_words_part_only_where_they_do_not_fit(text: str, width: int) -> None:
    """A row that begins with a closing mark begins so because mark and word together are wider than a row."""
    starts = [row.start for row in lay_out(text, width) if row.start]
    for start in starts:
        before = text[:start].rstrip()
        if start < len(text) and text[start] in "»!?;:،؟" and before and text[start - 1] == " ":
            after = text[start:].split(" ", maxsplit=1)[0]
            group = start - len(before) + len(before.split(" ")[-1]) + len(after)
            assert group > width or before[-1] in "«»!?;:،؟" or glued_before(before)


def glued_before(before: str) -> bool:
    """The word before is itself glued to what stands before it, so that the whole may be wider than a row."""
    words = before.split()
    return len(words) > 1 and (words[-2][-1] == "«" or words[-1][0] in "»!?;:،؟")


def test_many_closing_marks_take_their_time_once() -> None:
    """A long line of glued marks is laid out like any other."""
    rows = lay_out("! " * 20_000, 40)
    assert len(rows) == 1000
