"""What the screens tell the program."""

from dataclasses import dataclass

from textual.message import Message

from reader.model import Document, Story


@dataclass
class TextsChosen(Message):
    """Documents are to be read side by side; the story that they belong to."""

    documents: list[Document]
    story: Story | None


@dataclass
class ReadingLeft(Message):
    """The texts are put away, for others or for good."""

    wants_library: bool
