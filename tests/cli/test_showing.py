"""`reader show` prints a text in rows and loses nothing of it."""

import pytest


@pytest.mark.parametrize("width", ["1", "12", "30", "60", "120"])
def test_rows_in_logical_order_are_the_text(run, french, arabic, width):
    """Joined without line ends the rows are the document without its line ends, trailing blanks and all."""
    french_rows = run("show", french, "--order", "logical", "--joining", "none", "--width", width).out
    assert french_rows.replace("\n", "") == "Le tram revient à Port-Clair.Il roule depuis lundi 👩‍🚒."
    arabic_rows = run("show", arabic, "--order", "logical", "--joining", "none", "--width", width).out
    assert arabic_rows.replace("\n", "") == "عاد الترام إلى المدينة.قال الوزير: «سيعمل يوم الاثنين»."


def test_without_a_terminal_order_is_logical_and_letters_are_plain(run, arabic):
    """A pipe gets what the text says, at 80 cells."""
    assert run("show", arabic).lines == ["عاد الترام إلى المدينة.", "قال الوزير: «سيعمل يوم الاثنين»."]


def test_visual_order_is_flush_right(run, arabic):
    """A right-to-left row ends at the right edge, its first letter last."""
    first = run("show", arabic, "--order", "visual", "--width", "30").lines[0]
    assert len(first) == 30
    assert first == ".ةنيدملا ىلإ مارتلا داع".rjust(30)


def test_joined_letters_are_presentation_forms(run, arabic):
    """--joining forms is for terminals that do not join."""
    first = run("show", arabic, "--order", "logical", "--joining", "forms").lines[0]
    assert first.startswith("ﻋﺎﺩ")


def test_an_empty_paragraph_is_an_empty_row(run):
    """Rows keep the blank lines of the text."""
    document = run("import", "-", stdin=b"Un.\n\nDeux.\n").lines[0]
    assert run("show", document).lines == ["Un.", "", "Deux."]


def test_what_could_command_the_terminal_is_a_stand_in(run):
    """ESC, C1 and bidi overrides of a text show as marks, also in logical order."""
    document = run("import", "-", stdin="Un\x1b[31m \x9b1m \u202edeux\n".encode()).lines[0]
    for order in ("logical", "visual"):
        assert not {"\x1b", "\x9b", "\u202e"} & set(run("show", document, "--order", order).out)


@pytest.mark.parametrize("reference", ["nosuch", "0", "\x1b"])
def test_an_unknown_document(run, french, reference):
    """It is bad data (65), told in a line."""
    outcome = run("show", reference)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (65, "", 1)
    assert "\x1b" not in outcome.err
