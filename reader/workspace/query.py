"""What a person asks for: `label=claim status=proposed text="le port"`."""

import shlex
from dataclasses import dataclass, replace
from typing import Self

from reader.model import LABELS, Origin, Status, UsageError

KEYS = ("label", "status", "annotator", "document", "story", "language", "origin", "text")
_CLOSED = {"label": LABELS, "status": tuple(Status), "origin": tuple(Origin)}


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that must all hold; each has values of which one must; an empty query asks for everything."""

    label: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    annotator: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    @classmethod
    def parse(cls, *conditions: str) -> Self:
        """The query that the words spell, quoted as in a shell; UsageError names what is not understood."""
        query = cls()
        for condition in conditions:
            for word in _words(condition):
                query = query._narrowed(word)
        return query

    def with_(self, *, document: str | None = None, story: str | None = None) -> Self:
        """The query, of one document or story only."""
        found = self
        if document is not None:
            found = replace(found, document=(document,))
        return found if story is None else replace(found, story=(story,))

    def _narrowed(self, word: str) -> Self:
        key, sign, value = word.partition("=")
        if not sign or key not in KEYS:
            raise UsageError(f"{word}: not a condition: write KEY=VALUE with one of {', '.join(KEYS)}")
        if getattr(self, key):
            raise UsageError(f"{word}: {key} is given twice: write {key}=A,B for either")
        values = tuple(part for part in value.split(",") if part)
        if not values:
            raise UsageError(f"{word}: {key} has no value: write {key}=VALUE")
        for each in values:
            if each not in _CLOSED.get(key, (each,)):
                raise UsageError(f"{word}: {key} is one of {', '.join(_CLOSED[key])}")
        return replace(self, **{key: values})


def _words(condition: str) -> list[str]:
    """The words, taken apart as a POSIX shell would; a lone word with blanks in it must be quoted."""
    try:
        return shlex.split(condition)
    except ValueError as error:
        raise UsageError(f"{condition}: a quotation mark is not closed: close it or leave it out") from error
