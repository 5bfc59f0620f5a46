"""A row and what lies on it become segments; what lies on a page, in its order."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len  # noqa: TID251 - what the terminal is told is measured as it is
from rich.style import Style

from reader.model import Annotation, Direction, Document, Fragment, Span
from reader.text.layout import lay_out
from reader.text.paragraphs import MemoryText
from reader.tui.widgets.page_lines import PageLine, letter_of, lines_of, style_of
from reader.tui.widgets.painting import Layer, paint
from reader.workspace.reading import View

BASE, ENTITY, SELECTION = Style(color="white"), Style(underline=True), Style(reverse=True)
PIECES = ["le port ", "إنّ الوزير لأول ", "BBC", "漢字", "\N{TRAM}", "e\u0301", " ", "12,5 ", "«", "»", "\u200f", "\t"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join)
LAYERS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4)


def marked(text: str, width: int, *layers: tuple[int, int]) -> str:
    """The first row painted with these layers: the cells of each stand between brackets."""
    row = lay_out(text, width)[0]
    segments = paint(row, width, [(Layer(start, end, ""), ENTITY) for start, end in layers], BASE)
    return "".join(f"[{each.text}]" if each.style and each.style.underline else each.text for each in segments)


def mark(number: int, label: str, *spans: tuple[int, int]) -> Annotation:
    """An annotation on these stretches."""
    fragments = tuple(Fragment(start, end, "x" * (end - start)) for start, end in spans)
    return Annotation(f"a{number}", "0" * 64, label, fragments, "amal", "", "")


def page(
    text: str, *annotations: Annotation, current: str | None = None, selected: Span | None = None
) -> list[PageLine]:
    """The lines of a page of ten cells with these annotations on it."""
    source = MemoryText(text)
    view = View(Document("0" * 64, "fr", Direction.LTR, source.length, source.paragraph_count), source)
    view.resize(10, 4)
    if selected is not None:
        view.select(selected)
    view.current = current
    return lines_of(view, annotations)


def layers(line: PageLine) -> list[tuple[str, int, int]]:
    """What lies on a line, from the lowest layer to the highest."""
    return [(layer.style, layer.start, layer.end) for layer in line.layers]


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("le port", [(3, 7)], "le [port]  "),
        ("le port", [(0, 7)], "[le port]  "),
        ("le port", [(2, 3)], "le[ ]port  "),
        ("le port", [], "le port  "),
        ("漢字 a", [(1, 2)], "漢[字] a   "),
        ("\N{TRAM}e\u0301a", [(0, 1), (1, 2)], "[\N{TRAM}][e\u0301]a     "),
    ],
)
def test_marks_on_a_row(text: str, spans: list[tuple[int, int]], shown: str) -> None:
    """Exactly the cells of a mark carry its style: two for a wide character, all of a letter with its marks."""
    assert marked(text, 9, *spans) == shown


@given(TEXTS, st.integers(1, 30), LAYERS)
def test_painting_changes_no_text(text: str, width: int, spans: list[tuple[int, int]]) -> None:
    """Whatever lies on it, a row is painted as the text that it is, exactly as wide as it is told."""
    for row in lay_out(text, width):
        segments = paint(row, width, [(Layer(start, end, ""), ENTITY) for start, end in spans], BASE)
        assert "".join(segment.text for segment in segments) == row.text
        assert sum(cell_len(segment.text) for segment in segments) == width


@given(TEXTS, st.integers(1, 30), st.integers(0, 40), st.integers(1, 20))
def test_a_mark_lies_on_its_cells(text: str, width: int, start: int, length: int) -> None:
    """The cells that carry a style are those of the span, on every row."""
    for row in lay_out(text, width):
        segments = paint(row, width, [(Layer(start, start + length, ""), ENTITY)], BASE)
        ends = list(itertools.accumulate(cell_len(segment.text) for segment in segments))
        styled = [
            cell
            for segment, end in zip(segments, ends, strict=True)
            if segment.style and segment.style.underline
            for cell in range(end - cell_len(segment.text), end)
        ]
        assert styled == [cell for first, last in row.cells(start, start + length) for cell in range(first, last)]


def test_later_layers_lie_over_earlier_ones() -> None:
    """Where two layers meet, the later one's style wins and the rest of the earlier one's shows through."""
    row = lay_out("abc", 3)[0]
    red, green = Style(color="red", underline=True), Style(color="green")
    segments = paint(row, 3, [(Layer(0, 2, ""), red), (Layer(1, 3, ""), green)], Style())
    assert [(each.text, each.style) for each in segments] == [("a", red), ("b", red + green), ("c", green)]


def test_layers_on_a_page() -> None:
    """Longer marks lie below shorter ones, the chosen one over all marks, the selection over everything."""
    long, short = mark(1, "claim", (0, 8)), mark(2, "entity", (3, 7))
    (line,) = page("un deux.", short, long, current="a1", selected=Span(3, 4))
    assert layers(line) == [("claim", 0, 8), ("entity", 3, 7), ("claim-current", 0, 8), ("selection", 3, 4)]


def test_a_mark_over_two_rows() -> None:
    """A mark that goes over the end of a row lies on both rows, and its label stands beside both."""
    lines = page("un deux trois quatre", mark(1, "claim", (3, 13)))
    assert [(layers(line), line.labels) for line in lines] == [([("claim", 3, 13)], ("claim",))] * 2 + [([], ())]


def test_a_mark_in_pieces() -> None:
    """Each fragment of a mark lies on its own row, and nothing lies between them."""
    lines = page("un\ndeux\ntrois", mark(1, "source", (0, 2), (8, 13)))
    assert [layers(line) for line in lines] == [[("source", 0, 2)], [], [("source", 8, 13)]]


def test_labels_beside_a_row() -> None:
    """The labels on a row stand in the order of the codebook, each once, a project's own behind them."""
    (line,) = page(
        "un deux",
        mark(1, "zeal", (0, 2)),
        mark(2, "source", (0, 2)),
        mark(3, "entity", (3, 7)),
        mark(4, "entity", (0, 2)),
    )
    assert line.labels == ("entity", "source", "zeal")


def test_the_cursor_is_on_one_line() -> None:
    """The line on which the cursor stands knows its offset, the others know of none; an empty one can have it."""
    assert [line.cursor for line in page("\nun")] == [0, None]


@pytest.mark.parametrize(
    ("label", "style", "letter"), [("claim", "claim", "C"), ("mood", "other", "M"), ("\x1b[", "other", "␛")]
)
def test_labels_are_told_by_more_than_colour(label: str, style: str, letter: str) -> None:
    """A label has a letter in the margin, safe to show; labels of a project's own share one style."""
    assert (style_of(label), letter_of(label)) == (style, letter)
