"""What holds for the cursor, the page and the selection after whatever a person did, in texts of every kind."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import moving
from reader.text.graphemes import boundaries_ok
from reader.workspace.reading import View

Views = Callable[..., View]
FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
PIECES = [
    "le port « rouvre ». ",
    "إنّ الوزير لأول مرة ",
    "قال BBC ",
    "motlongsansblanc",
    "\n",
    "\r\n",
    " ",
    FAMILY,
    "",
    "\u200f",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
WIDTHS = st.integers(1, 24)
HEIGHTS = st.integers(1, 6)
COMMANDS: dict[str, Callable[[View], object]] = {
    "next cluster": lambda view: view.move(moving.next_cluster),
    "previous cluster": lambda view: view.move(moving.previous_cluster, 3),
    "next word": lambda view: view.move(moving.next_word),
    "previous sentence": lambda view: view.move(moving.previous_sentence),
    "next paragraph end": lambda view: view.move(moving.next_paragraph_end, 2),
    "start": lambda view: view.move(moving.start_of_text),
    "end": lambda view: view.move(moving.end_of_text),
    "down": lambda view: view.move_rows(1),
    "up": lambda view: view.move_rows(-2),
    "page down": lambda view: view.move_rows(view.page.height),
    "row start": lambda view: view.move_in_row(to_end=False),
    "row end": lambda view: view.move_in_row(to_end=True),
    "scroll down": lambda view: view.scroll(3),
    "scroll up": lambda view: view.scroll(-1),
    "select": View.start_selection,
    "grow": View.grow,
    "shrink": View.shrink,
    "drop": View.drop_selection,
    "enter": View.enter,
    "narrower": lambda view: view.resize(max(1, view.page.width // 2), view.page.height),
    "wider": lambda view: view.resize(view.page.width + 3, view.page.height + 1),
    "one row": lambda view: view.resize(view.page.width, 1),
    "move far": lambda view: view.move_to(10_000),
    "show the end": lambda view: view.page.show_progress(1.0) or view.enter(),
}
SEQUENCES = st.lists(st.sampled_from(sorted(COMMANDS)), max_size=12)


@given(TEXTS, WIDTHS, HEIGHTS, SEQUENCES)
def test_the_cursor_stays_on_the_page(view_of: Views, text: str, width: int, height: int, commands: list[str]) -> None:
    """Whatever a person does, the cursor stands on a cluster and its row is on the page."""
    view = view_of(text, width, height)
    for name in commands:
        COMMANDS[name](view)
        assert view.cursor == moving.snapped(view.text, view.cursor)
        if text:
            row = view.cursor_row
            assert (row.start, row.end) in [(one.start, one.end) for one in view.page.rows]


@given(TEXTS, WIDTHS, HEIGHTS, SEQUENCES)
def test_a_selection_ends_between_clusters(
    view_of: Views, text: str, width: int, height: int, commands: list[str]
) -> None:
    """What is selected lies in the text, never cuts a cluster, and reaches the cursor."""
    view = view_of(text, width, height)
    for name in commands:
        COMMANDS[name](view)
        span = view.selection
        if span is not None:
            assert 0 <= span.start <= view.cursor <= span.end <= len(text)
            assert boundaries_ok(text, span.start, span.end)


@given(TEXTS, WIDTHS, HEIGHTS, SEQUENCES)
def test_the_page_is_never_left_half_empty(
    view_of: Views, text: str, width: int, height: int, commands: list[str]
) -> None:
    """Behind the end of a text there is no blank page: the page is full when there are rows enough."""
    view = view_of(text, width, height)
    for name in commands:
        COMMANDS[name](view)
        every = view_of(text, view.page.width, 10_000).page.rows
        assert len(view.page.rows) == min(view.page.height, len(every))


@given(TEXTS, WIDTHS, HEIGHTS, SEQUENCES)
def test_swapping_twice_changes_nothing(
    view_of: Views, text: str, width: int, height: int, commands: list[str]
) -> None:
    """`v` on a selection lets its other end move: the stretch stays, and a second `v` brings the first end back."""
    view = view_of(text, width, height)
    for name in commands:
        COMMANDS[name](view)
    view.start_selection()
    before, cursor = view.selection, view.cursor
    view.start_selection()
    assert view.selection == before
    view.start_selection()
    assert (view.selection, view.cursor) == (before, cursor)


@given(TEXTS, WIDTHS, HEIGHTS, SEQUENCES)
def test_shrinking_takes_growing_back(view_of: Views, text: str, width: int, height: int, commands: list[str]) -> None:
    """Each shrink brings back exactly what was selected before the growth."""
    view = view_of(text, width, height)
    for name in commands:
        COMMANDS[name](view)
    view.drop_selection()
    seen = [view.selection]
    while view.grow():
        seen.append(view.selection)
    for before in reversed(seen[:-1]):
        assert view.shrink()
        assert view.selection == before
    assert not view.shrink()


@given(TEXTS, st.tuples(WIDTHS, WIDTHS), HEIGHTS, st.integers(0, 20))
def test_another_width_keeps_the_first_row(
    view_of: Views, text: str, widths: tuple[int, int], height: int, down: int
) -> None:
    """After a change of the window the text that began the page is still on it."""
    width, other = widths
    view = view_of(text, width, height)
    view.scroll(down)
    first = view.page.span.start
    view.page.resize(other, height)
    span = view.page.span
    assert span.start <= first
    assert first < span.end or not text


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_an_empty_document(view_of: Views, command: str) -> None:
    """In a document without text every command leaves the cursor at its start."""
    view = view_of("")
    COMMANDS[command](view)
    assert (view.cursor, view.page.rows, view.page.is_empty, view.page.progress) == (0, [], True, 0.0)
