"""The part of a text that is seen."""

from collections.abc import Callable

import pytest

from reader.model import Direction, Paragraph, Span
from reader.text import paging
from reader.text.layout import Row, lay_out_paragraph
from reader.text.paragraphs import MemoryText
from reader.workspace.reading import Page, View

Views = Callable[..., View]


def test_progress(view_of: Views) -> None:
    """The page has come all the way once the end of the text is on it; half the way shows the middle."""
    view = view_of("\n".join("abcdefghij"), 4, 2)
    steps = [view.page.progress]
    view.page.show_progress(0.5)
    steps.append(view.page.progress)
    view.page.show_progress(1.0)
    assert [*steps, view.page.progress] == [0.0, 0.5, 1.0]
    assert view.page.span.end == 19


def test_a_short_text_is_all_there(view_of: Views) -> None:
    """A text that fits the page has been read to its end."""
    assert view_of("ab", 4, 2).page.progress == 1.0


def test_the_page_of_a_text() -> None:
    """A page begins at the top, one row high, until it is told its size."""
    page = Page(MemoryText("ab cd ef"), Direction.LTR)
    page.resize(2, 2)
    assert ([row.text for row in page.rows], page.span) == (["ab", "cd"], Span(0, 6))


def test_what_lies_off_the_page() -> None:
    """Of an offset above the page the nearest is the first row's start, of one below the last row's."""
    page = Page(MemoryText("ab cd ef gh"), Direction.LTR)
    page.resize(2, 2)
    page.scroll(1)
    assert [page.nearest_on_page(offset) for offset in (0, 4, 10)] == [3, 4, 6]


def test_nothing_is_laid_out_before_the_size_is_known(view_of: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is laid out at the width that it is shown with, and at no other."""
    widths = []

    def noted(paragraph: Paragraph, width: int, *rest: Direction, **options: bool) -> list[Row]:
        widths.append(width)
        return lay_out_paragraph(paragraph, width, *rest, **options)

    monkeypatch.setattr(paging, "lay_out_paragraph", noted)
    view_of("un deux trois", 7)
    assert set(widths) == {7}
