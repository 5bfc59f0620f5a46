"""What a stored column holds, as the value that it spells; anything else comes from damage."""

from enum import StrEnum
from typing import TypeVar

from reader.model import BadData

Word = TypeVar("Word", bound=StrEnum)


def one_of(words: type[Word], value: object) -> Word:
    """The word of that spelling."""
    try:
        return words(str(value))
    except ValueError as error:
        raise BadData(f"a stored word is damaged ({value!r}): ask `reader check` what is wrong") from error


def parsed(text: str) -> dict[str, object]:
    """The object that a canonical text spells."""
    import json  # most annotations have no attributes

    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadData(f"a stored value is not JSON ({error})") from error
    if not isinstance(value, dict):
        raise BadData("a stored value is no JSON object")
    return value


def number(value: object) -> int:
    """The whole number."""
    if not isinstance(value, int):
        raise BadData("a stored number is damaged: ask `reader check` what is wrong")
    return value
