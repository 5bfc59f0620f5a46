"""How documents come together in a story."""

from collections.abc import Sequence

from reader.model import BadData, Kind, Story
from reader.store import Database, contents, documents
from reader.store.log import Draft


def joined(database: Database, name: str, chosen: Sequence[str]) -> Story:
    """The story of that name, known or new, with the documents behind those that it has."""
    if not name.strip():
        raise BadData("a story needs a name: give one that says what happened")
    known = [story for story in documents.every_story(database) if story.name == name]
    story = known[0] if known else Story(database.identity.new_id(), name)
    return Story(story.id, story.name, tuple(dict.fromkeys((*story.documents, *chosen))))


def draft_of(story: Story) -> Draft:
    """The change that puts a story."""
    return Draft(Kind.STORY, story.id, contents.of_story(story))
