"""Documents, where they appeared, and the stories that bring them together."""

from dataclasses import dataclass

from reader.model.direction import Direction


@dataclass(frozen=True, slots=True)
class Appearance:
    """One outlet's publication of a text; the same text elsewhere is a second appearance."""

    id: str
    title: str
    outlet: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a text without reading it; `id` is the sha256 (64 hex) of the text in UTF-8."""

    id: str
    language: str
    direction: Direction
    length: int
    paragraphs: int
    appearances: tuple[Appearance, ...] = ()

    @property
    def title(self) -> str:
        """Title of the first appearance, else the start of the id."""
        return self.appearances[0].title if self.appearances else self.id[:12]

    @property
    def outlet(self) -> str | None:
        """Outlet of the first appearance."""
        return self.appearances[0].outlet if self.appearances else None


@dataclass(frozen=True, slots=True)
class Story:
    """The documents that report one event, in the order in which they are opened."""

    id: str
    name: str
    documents: tuple[str, ...] = ()
