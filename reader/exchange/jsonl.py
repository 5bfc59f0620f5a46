"""One JSON object a line, read with suspicion and written so that every reader sees the same lines."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Never

from reader.model import BadData

SCHEMA = "reader/1"
_DEEPEST = 64
_LONGEST_INTEGER = 18
_ESCAPED = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\u0085": "\\u0085"}
_BOM = b"\xef\xbb\xbf"


def line(record: Mapping[str, object]) -> str:
    """The record on one line, without line end; what some programs take for a line end is escaped."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if not text.isascii():
        for character, escape in _ESCAPED.items():
            if character in text:
                text = text.replace(character, escape)
    return text


def numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, with their numbers from 1; BOM and line ends are taken off."""
    for number, data in enumerate(lines, 1):
        bare = data.removeprefix(_BOM) if number == 1 else data
        bare = bare.strip(b" \t\r\n")
        if bare:
            yield number, bare


def parse(data: bytes) -> dict[str, object]:
    """The object that a line holds; BadData says what is wrong with it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadData(f"not UTF-8 at byte {error.start}") from error
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise BadData(f"not JSON ({error.msg} at character {error.pos + 1})") from error
    except RecursionError as error:
        raise BadData("nested too deeply") from error
    if not isinstance(value, dict):
        raise BadData("not a JSON object")
    if text.count("{") + text.count("[") > _DEEPEST:
        _check_depth(value)
    if "\\u" in text:
        _check_characters(value)
    return value


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadData("a key stands twice in one object")
    return found


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > _LONGEST_INTEGER:
        raise BadData("a number is too large")
    return int(digits)


def _real(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise BadData("a number is too large")
    return number


def _no_constant(name: str) -> Never:
    raise BadData(f"{name} is no JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_without_duplicates, parse_int=_integer, parse_float=_real, parse_constant=_no_constant
)


def _check_depth(value: object) -> None:
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise BadData("nested too deeply")


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _check_characters(value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadData("holds half of a surrogate pair, which is no character") from error
