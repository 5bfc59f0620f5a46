"""Stories: the documents that report one event."""

from collections.abc import Sequence

from reader.model import BadData, Document, Story
from reader.store import Database, documents


class Stories:
    """The stories of a database."""

    def __init__(self, database: Database, annotator: str) -> None:
        self._database = database
        self._annotator = annotator

    def all(self) -> list[Story]:
        """All stories by name."""
        return sorted(documents.every_story(self._database), key=lambda story: (story.name, story.id))

    def find(self, reference: str) -> Story:
        """The story of that name, id or beginning of an id; BadData when none or several fit."""
        every = self.all()
        found = [story for story in every if story.id == reference]
        found = found or [story for story in every if story.name == reference]
        found = found or [story for story in every if len(reference) >= 4 and story.id.startswith(reference)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise BadData(f"{reference}: no story is called so: `reader list stories` names them")
        candidates = "; ".join(f"{story.id} {story.name}" for story in found)
        raise BadData(f"{reference}: several stories are called so: give one of {candidates}")

    def documents(self, story: Story) -> list[Document]:
        """The documents of a story in the order in which they are opened; removed ones are left out."""
        found = (documents.document(self._database, identifier) for identifier in story.documents)
        return [document for document in found if document is not None]

    def together(self, documents: Sequence[str], name: str | None = None) -> Story:
        """The story of the name with the documents in it, else one they share, else one named after the first title."""
        chosen = list(dict.fromkeys(documents))
        if not chosen:
            raise BadData("no document was given: name those that belong together")
        shared = self._shared(chosen, name)
        if shared:
            return shared
        from reader.workspace.gathering import draft_of  # writing needs more than looking a story up

        with self._database.writing() as transaction:
            shared = self._shared(chosen, name)
            if shared:
                return shared
            story = self._joined(chosen, name)
            transaction.record(self._annotator, [draft_of(story)], is_step=False)
        return story

    def _shared(self, chosen: list[str], name: str | None) -> Story | None:
        for story in self.all():
            if (name is None or story.name == name) and set(chosen) <= set(story.documents):
                return story
        return None

    def _joined(self, chosen: list[str], name: str | None) -> Story:
        from reader.workspace.gathering import joined

        if name is not None:
            return joined(self._database, name, chosen)
        first = documents.document(self._database, chosen[0])
        if first is None:
            raise BadData(f"{chosen[0]}: no such document: `reader list documents` names them")
        return Story(self._database.identity.new_id(), first.title, tuple(chosen))
