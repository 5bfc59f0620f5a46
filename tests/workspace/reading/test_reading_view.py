"""The cursor and the selection of a document as it is being read, without a screen."""

from collections.abc import Callable

from reader.model import Annotation, Direction, Fragment
from reader.text import moving
from reader.workspace.reading import View

Views = Callable[..., View]


def selected(view: View) -> str | None:
    """What is selected."""
    span = view.selection
    return None if span is None else view.text.slice(span.start, span.end)


def annotation(start: int, end: int) -> Annotation:
    """A mark on a stretch of a text."""
    return Annotation("a1", "0" * 64, "claim", (Fragment(start, end, "x"),), "amal", "", "")


def test_growing_by_units(view_of: Views) -> None:
    """Growing selects the word, the quotation without and with its marks, the sentence, then no more."""
    view = view_of("Il dit « le port ». Oui", 30)
    view.move_to(12)
    found = []
    while view.grow():
        found.append(selected(view))
    assert found == ["port", "le port", "« le port »", "Il dit « le port ».", "Il dit « le port ». Oui"]


def test_growing_where_no_word_is(view_of: Views) -> None:
    """On a quotation mark growing selects the quotation."""
    view = view_of("Il dit « le port ».", 30)
    view.move_to(7)
    view.grow()
    assert selected(view) == "« le port »"


def test_nothing_to_grow_to(view_of: Views) -> None:
    """In an empty paragraph there is nothing to select by growing."""
    view = view_of("a\n\nb")
    view.move_to(2)
    assert (view.grow(), view.selection, view.shrink()) == (False, None, False)


def test_a_motion_goes_on_from_a_grown_selection(view_of: Views) -> None:
    """A selected word is stretched by the next motion, from its start to the cursor."""
    view = view_of("le port rouvre", 30)
    view.grow()
    view.move(moving.next_word_end)
    assert (selected(view), view.shrink(), selected(view)) == ("le port", True, None)


def test_the_other_end_moves(view_of: Views) -> None:
    """`v`, a motion, `v`: the start of the selection moves and its end stays."""
    view = view_of("un deux trois", 30)
    view.move_to(3)
    view.start_selection()
    view.move(moving.next_cluster, 3)
    view.start_selection()
    view.move(moving.previous_word)
    assert selected(view) == "un deux"


def test_swapping_ends_starts_another_column(view_of: Views) -> None:
    """After a swap of ends, up and down keep the cell of the end that moves now."""
    view = view_of("abcdef\nabcdef\nabcdef", 10, 5)
    view.move_to(4)
    view.start_selection()
    view.move_rows(1)
    view.move(moving.previous_cluster, 3)
    view.move_rows(1)
    view.start_selection()
    view.move_rows(1)
    assert view.cursor == 11


def test_up_and_down_keep_the_cell(view_of: Views) -> None:
    """Over a short row the cursor comes back to its cell."""
    view = view_of("abcdef\nab\nabcdef", 10, 5)
    view.move_to(4)
    cells = []
    for _ in range(2):
        view.move_rows(1)
        cells.append(view.cursor)
    assert cells == [8, 14]


def test_up_and_down_between_directions(view_of: Views) -> None:
    """From a French row to an Arabic one the cursor keeps the cell, whatever offset stands there."""
    view = view_of("abcdef\nبتث جحخ", 10, 5)
    view.move_to(5)
    view.move_rows(1)
    assert view.cursor_row.cell_of(view.cursor) == 5


def test_an_empty_row_in_a_right_to_left_text(view_of: Views) -> None:
    """From an empty paragraph of an Arabic text the cursor goes on at the right edge."""
    view = view_of("بت\n\nبت", 6, 5, Direction.RTL)
    view.move_to(3)
    view.move_rows(1)
    assert view.cursor == 4


def test_lam_alef_share_a_cell(view_of: Views) -> None:
    """The cursor stops at lam and at alef, in one cell, and either can be selected alone."""
    view = view_of("بلا", 6, 2, Direction.RTL)
    cells, quotes = [], []
    for _ in range(2):
        view.move(moving.next_cluster)
        cells.append(view.cursor_row.cell_of(view.cursor))
        view.start_selection()
        quotes.append(selected(view))
        view.drop_selection()
    assert (cells, quotes) == ([4, 4], ["ل", "ا"])


def test_ends_of_a_row(view_of: Views) -> None:
    """The row's ends are those of reading order, in an Arabic row from the right."""
    view = view_of("بتث جحخ", 4, 3, Direction.RTL)
    view.move_in_row(to_end=True)
    last = view.cursor
    view.move_in_row(to_end=False)
    assert (last, view.cursor, view.runs_right_to_left) == (3, 0, True)


def test_a_page_one_cell_wide(view_of: Views) -> None:
    """On a page of one cell each cluster has a row of its own, and the way goes on."""
    view = view_of("ab c", 1, 2)
    view.move_rows(2)
    assert (view.cursor, [row.text for row in view.page.rows]) == (3, ["b", "c"])


def test_standing_on_an_annotation(view_of: Views) -> None:
    """The cursor goes to the start of an annotation and remembers it until it moves on."""
    view = view_of("un deux trois", 30)
    view.grow()
    view.stand_on(annotation(3, 7))
    assert (view.cursor, view.current, view.selection) == (3, "a1", None)
    view.move(moving.next_cluster)
    assert view.current is None
