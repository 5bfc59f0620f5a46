"""Queries as they are written."""

import pytest

from reader.model import UsageError
from reader.workspace import Query


def test_words_become_conditions() -> None:
    """Words are taken apart as in a shell; commas give alternatives."""
    query = Query.parse("label=claim,source status=proposed", "text='le port'")
    assert query == Query(label=("claim", "source"), status=("proposed",), text=("le port",))


def test_nothing_asks_for_everything() -> None:
    """No words are no conditions."""
    assert Query.parse("") == Query.parse() == Query()


def test_a_document_or_story_can_be_laid_on_top() -> None:
    """The given document takes the place of another."""
    assert Query.parse("document=a").with_(document="b", story="c") == Query(document=("b",), story=("c",))


@pytest.mark.parametrize(
    "words",
    [
        "colour=red",
        "label",
        "label=",
        "label=,",
        "label=fact",
        "status=x",
        "a=b=c",
        "text='open",
        "label=claim label=source",
    ],
)
def test_what_is_not_understood_is_refused(words: str) -> None:
    """A typing error is no empty answer."""
    with pytest.raises(UsageError):
        Query.parse(words)
