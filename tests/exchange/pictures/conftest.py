"""Columns made in memory, with marks on any spans."""

from collections.abc import Callable, Sequence

import pytest

from reader.exchange.pictures.spread import Column, Spread
from reader.model import Annotation, Appearance, Direction, Document, Fragment
from reader.text.paragraphs import MemoryText

Spans = Sequence[tuple[int, int]]


@pytest.fixture(scope="session")
def annotation() -> Callable[..., Annotation]:
    """Mark spans of a text."""

    def make(text: str, label: str, *spans: tuple[int, int], number: int = 0, **facts: object) -> Annotation:
        parts = tuple(Fragment(start, end, text[start:end]) for start, end in spans)
        when = "2026-03-18T09:00:00.000Z"
        settings = {"annotator": "amal", **facts}
        return Annotation(f"id-{number:04}", "d" * 64, label, parts, created=when, modified=when, **settings)  # type: ignore[arg-type]  # a test names the facts as the class does

    return make


@pytest.fixture(scope="session")
def column() -> Callable[..., Column]:
    """A text with annotations as a column."""

    def make(
        text: str,
        annotations: Sequence[Annotation] = (),
        *,
        direction: Direction = Direction.LTR,
        title: str = "Title",
        outlet: str | None = "Outlet",
    ) -> Column:
        source = MemoryText(text)
        language = "ar" if direction is Direction.RTL else "fr"
        shown = (Appearance("a", title, outlet, "2026-03-15"),)
        document = Document("d" * 64, language, direction, len(text), source.paragraph_count, shown)
        return Column(document, source, tuple(sorted(annotations, key=lambda one: (one.start, one.end, one.id))))

    return make


@pytest.fixture(scope="session")
def spread(column: Callable[..., Column]) -> Callable[..., Spread]:
    """A text with annotations as a spread of one column."""

    def make(text: str, annotations: Sequence[Annotation] = (), *, name: str = "Name", **facts: object) -> Spread:
        return Spread(name, (column(text, annotations, **facts),))

    return make
