"""What a picture shows: a document with its marks, or two of a story side by side."""

from dataclasses import dataclass

from reader.model import Annotation, Document, TextSource


@dataclass(frozen=True, slots=True)
class Column:
    """A document, its text and its marks."""

    document: Document
    text: TextSource
    annotations: tuple[Annotation, ...] = ()

    @property
    def about(self) -> str:
        """When and where the text appeared, and its language, as one line."""
        date = self.document.appearances[0].date if self.document.appearances else None
        # Behind Arabic letters the parts of a date would change places (UAX #9, W2): it comes first.
        return " · ".join(filter(None, [date, self.document.outlet, self.document.language]))

    @property
    def opens_with_title(self) -> bool:
        """The first line of the text says the title, so nobody else needs to."""
        return self.text.paragraph_count > 0 and self.text.paragraph(0).text.strip() == self.document.title.strip()


@dataclass(frozen=True, slots=True)
class Spread:
    """What lies open under a name; `left_out` counts the documents of the story that found no place."""

    name: str
    columns: tuple[Column, ...]
    left_out: int = 0
