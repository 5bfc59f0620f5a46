"""What the tests of reading share: a view on a text, laid out for a page."""

from collections.abc import Callable

import pytest

from reader.model import Direction, Document
from reader.text.paragraphs import MemoryText
from reader.workspace.reading import View


@pytest.fixture(scope="session")
def view_of() -> Callable[..., View]:
    """A view on a text, laid out for a page of so many cells and rows."""

    def made(text: str, width: int = 12, height: int = 3, direction: Direction = Direction.LTR) -> View:
        source = MemoryText(text)
        document = Document("0" * 64, "fr", direction, source.length, source.paragraph_count)
        view = View(document, source)
        view.resize(width, height)
        return view

    return made
