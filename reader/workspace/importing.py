"""How a text comes in: its document, its appearance, its story, in one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reader.model import Appearance, BadData, Direction, Document, Kind
from reader.store import Database, contents, documents
from reader.store.log import Draft
from reader.store.stored_document import StoredDocument, stored
from reader.store.texts import NewText
from reader.text.decode import decode
from reader.text.graphemes import cut
from reader.text.language import describe, direction_for, split_languages
from reader.text.paragraphs import split
from reader.workspace.gathering import draft_of, joined
from reader.workspace.results import Imported

_LONGEST_TITLE = 80
_LOOKED_AT = 1 << 16


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person says of an appearance; None where nothing is said."""

    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None

    @property
    def said(self) -> dict[str, str]:
        """The facts that were given."""
        facts = {"title": self.title, "outlet": self.outlet, "date": self.date, "url": self.url}
        return {key: value for key, value in facts.items() if value is not None}


@dataclass(frozen=True)
class Part:
    """A text to bring in, the bytes it came from, and its language where that is given."""

    text: str
    data: bytes
    encoding: str
    language: str | None

    @cached_property
    def described(self) -> tuple[str, Direction]:
        """Language and direction, by the letters where no language is given; a long text is looked through once."""
        return (self.language, direction_for(self.language)) if self.language else describe(self.text)


def parts_of(data: bytes, name: str, *, encoding: str | None, language: str | None, split: bool) -> list[Part]:
    """The text in the bytes of a file, or with `split` one for each language in it."""
    decoded = decode(data, name, encoding)
    check_text(decoded.text, name)
    if not split:
        return [Part(decoded.text, data, decoded.encoding, language)]
    return [Part(text, text.encode("utf-8"), "utf-8", language) for language, text in split_languages(decoded.text)]


def check_text(text: str, name: str) -> None:
    """Refuse a text without a visible character, or one that is no text."""
    if not text.strip():
        raise BadData(f"{name}: holds no text: nothing was imported")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadData(
            f"{name}: holds half of a surrogate pair at character {error.start}: name its --encoding"
        ) from error


def bring_in(
    database: Database, annotator: str, parts: Sequence[Part], facts: Facts, story: str | None
) -> list[Imported]:
    """Write what is new of the parts in one act, and nothing when all is known."""
    for value in (*facts.said.values(), *(part.language or "" for part in parts)):
        check_word(value)
    new = [NewText(part.text, part.data, part.encoding) for part in parts]
    ids = [text.id for text in new]
    if _drafts(database, parts, new, facts, story):
        with database.writing() as transaction:
            before = {identifier: documents.document(database, identifier) for identifier in ids}
            for text in new:
                transaction.keep(text)
            drafts = _drafts(database, parts, new, facts, story)
            if drafts:
                transaction.record(annotator, drafts, is_step=False)
    else:
        before = {identifier: documents.document(database, identifier) for identifier in ids}
    return [_imported(database, identifier, before[identifier]) for identifier in ids]


def _imported(database: Database, identifier: str, before: Document | None) -> Imported:
    document = documents.document(database, identifier)
    if document is None:
        raise BadData(f"document {identifier[:12]}: was removed while it was imported: import it again")
    known = before.appearances if before else ()
    return Imported(document, before is None, len(document.appearances) > len(known))


def _drafts(
    database: Database, parts: Sequence[Part], new: Sequence[NewText], facts: Facts, story: str | None
) -> list[Draft]:
    drafts: list[Draft] = []
    ids = [text.id for text in new]
    for identifier, part, text in zip(ids, parts, new, strict=True):
        document = documents.document(database, identifier)
        if document is None:
            drafts.append(_document_draft(identifier, part, text))
        if document is None or _is_new_appearance(document, facts):
            appearance = Appearance(
                database.identity.new_id(), facts.title or title_of(part.text), facts.outlet, facts.date, facts.url
            )
            drafts.append(Draft(Kind.APPEARANCE, appearance.id, contents.of_appearance(identifier, appearance)))
    if story is not None:
        together = joined(database, story, ids)
        if together not in documents.every_story(database):
            drafts.append(draft_of(together))
    return drafts


def _document_draft(identifier: str, part: Part, text: NewText) -> Draft:
    language, direction = part.described
    facts = StoredDocument(identifier, language, direction, part.encoding, len(part.text), text.sha256_bytes)
    return Draft(Kind.DOCUMENT, identifier, contents.of_document(facts))


def _is_new_appearance(document: Document, facts: Facts) -> bool:
    return not any(
        all(getattr(appearance, key) == value for key, value in facts.said.items())
        for appearance in document.appearances
    )


def title_of(text: str) -> str:
    """The first line that is not blank, cut at 80 clusters."""
    start = len(text) - len(text.lstrip())
    line = split(text[start : start + _LOOKED_AT])[0].text
    return cut(line.strip(), _LONGEST_TITLE).strip()


def check_word(value: str) -> None:
    """Refuse a fact that is no text, such as an argument that was not UTF-8."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadData(f"{value!a}: holds half of a surrogate pair, which is no text: type it again") from error


def corrections(
    database: Database, document: Document, facts: Facts, language: str | None, story: str | None
) -> list[Draft]:
    """The changes that correct a document, its first appearance and its story; none where nothing differs."""
    drafts = _correction(database, document, facts, language)
    if story is not None:
        together = joined(database, story, [document.id])
        if together not in documents.every_story(database):
            drafts.append(draft_of(together))
    return drafts


def _correction(database: Database, document: Document, facts: Facts, language: str | None) -> list[Draft]:
    for value in (*facts.said.values(), language or ""):
        check_word(value)
    if facts.title is not None and not facts.title.strip():
        raise BadData("a title cannot be empty: give one that tells the document from others")
    drafts: list[Draft] = []
    known_facts = stored(database, document.id)
    if language and known_facts and language != known_facts.language:
        corrected = replace(known_facts, language=language, direction=direction_for(language))
        drafts.append(Draft(Kind.DOCUMENT, document.id, contents.of_document(corrected)))
    known = document.appearances[0] if document.appearances else None
    first = known or Appearance(database.identity.new_id(), document.title)
    appearance = Appearance(
        first.id,
        first.title if facts.title is None else facts.title,
        first.outlet if facts.outlet is None else facts.outlet or None,
        first.date if facts.date is None else facts.date or None,
        first.url,
    )
    if appearance != first:
        drafts.append(Draft(Kind.APPEARANCE, first.id, contents.of_appearance(document.id, appearance)))
    return drafts
