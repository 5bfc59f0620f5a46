"""`reader show --format`: pictures of a document or a story, to stdout or into a file."""

from xml.etree import ElementTree as ET

import pytest


@pytest.fixture
def story(run, arabic: str, french: str) -> str:
    """A story of the Arabic and the French text, one place of each marked."""
    for document in (arabic, french):
        run("edit", document, "--story", "Tram")
        run("annotate", document, "0", "3", "entity", "--note", "<b>note</b>")
    return "Tram"


def test_a_story_is_drawn_with_both_texts(run, story: str):
    """Two columns with a rule between them, both with their marks."""
    root = ET.fromstring(run("show", story, "--format", "svg").out)  # noqa: S314 - our own
    classes = [element.get("class") for element in root.iter()]
    assert (classes.count("rule"), classes.count("letter entity")) == (1, 3)


def test_a_document_is_a_page(run, story: str, french: str):
    """HTML of one text holds that text alone."""
    page = run("show", french, "--format", "html").out
    assert page.count("<article") == 1
    assert '<mark class="entity"' in page
    assert "&lt;b&gt;note&lt;/b&gt;" in page


def test_coloured_rows_of_a_document(run, story: str, french: str):
    """ansi gives rows with colour also into a pipe, since they were asked for."""
    outcome = run("show", french, "--format", "ansi", "--width", "40")
    assert "\x1b[38;5;16;48;5;153;4mLe \x1b[0m" in outcome.out


def test_the_texts_of_a_story_as_rows(run, story: str):
    """One under the other, an empty line between them."""
    assert run("show", story).lines == [
        "عاد الترام إلى المدينة.", "قال الوزير: «سيعمل يوم الاثنين».", "",
        "Le tram revient à Port-Clair.", "Il roule depuis lundi 👩‍🚒.",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["text", "ansi", "svg", "html"])
def test_a_file_gets_what_standard_output_gets(run, folder, story: str, name: str):
    """-o writes the same bytes, and nothing to standard output."""
    printed = run("show", story, "--format", name).out
    outcome = run("show", story, "--format", name, "-o", "out")
    assert (outcome.code, outcome.out) == (0, "")
    assert (folder / "out").read_bytes().decode() == printed


def test_the_database_is_never_overwritten(run, folder, story: str):
    """-o on the database itself is refused (2)."""
    before = (folder / "annotations.db").read_bytes()
    assert run("show", story, "--format", "svg", "-o", "annotations.db").code == 2
    assert (folder / "annotations.db").read_bytes() == before


def test_documents_that_find_no_place_are_told_of(run, story: str):
    """A story's third text is not shown, and stderr says so."""
    run("import", "-", "--story", story, stdin=b"The tram is back.\n")
    outcome = run("show", story, "--format", "html")
    assert outcome.out.count("<article") == 2
    assert "1 more" in outcome.err


@pytest.mark.parametrize(
    "options",
    [
        ("html", "--width", "40"),
        ("svg", "--order", "visual"),
        ("ansi", "--joining", "none"),
        ("text", "--theme", "dark"),
    ],
)
def test_an_option_that_changes_nothing_is_refused(run, french: str, options: tuple[str, ...]):
    """A wrong expectation is told (2), not swallowed."""
    name, *rest = options
    outcome = run("show", french, "--format", name, *rest)
    assert (outcome.code, outcome.out) == (2, "")
    assert rest[0] in outcome.err


@pytest.mark.parametrize("reference", ["nosuch", "<script>", "\x1b"])
def test_neither_document_nor_story(run, story: str, reference: str):
    """What is neither is bad data (65), told in a line."""
    outcome = run("show", reference, "--format", "svg")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (65, "", 1)
