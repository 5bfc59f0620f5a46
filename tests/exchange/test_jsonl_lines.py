"""Lines of JSON: every known trap is refused in words, and what is written is one line for every reader."""

import pytest

from reader.exchange.jsonl import line, numbered, parse
from reader.model import BadData


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "not JSON"),
        (b"[]", "not a JSON object"),
        (b"1", "not a JSON object"),
        (b"\xff{}", "UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": ' + b"9" * 5000 + b"}", "too large"),
        (b'{"a": 9223372036854775808}', "too large"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"b": {"a": 1, "a": 2}}', "twice"),
        (b'{"a": "\\ud800"}', "surrogate"),
        (b'{"\\udc00": 1}', "surrogate"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested"),
        (b'{"a":' + b"[" * 70 + b"]" * 70 + b"}", "nested"),
        (b'{"a": 1} {"b": 2}', "not JSON"),
        (b'{"a": "\n"}', "not JSON"),
    ],
)
def test_a_trap_is_refused(data: bytes, words: str) -> None:
    """What other readers would take differently, or not survive, is refused."""
    with pytest.raises(BadData, match=words):
        parse(data)


def test_pairs_of_surrogates_are_a_character() -> None:
    """An escaped pair is the character that it spells; many short lists are not deep."""
    assert parse(b'{"a": "\\ud83d\\ude80"}') == {"a": "🚀"}
    assert parse(b'{"a": [' + b"[]," * 99 + b"[]]}")["a"] == [[]] * 100


def test_lines_end_where_they_end() -> None:
    """BOM, CR LF, blank lines and a last line without end are taken as they come; U+2028 ends nothing."""
    data = ["\ufeff{}\r\n".encode(), b"\n", '{"a":"\u2028"}\n'.encode(), b"{}"]
    assert [(number, parse(bare)) for number, bare in numbered(data)] == [(1, {}), (3, {"a": "\u2028"}), (4, {})]


def test_what_is_written_is_one_line() -> None:
    """Characters that some programs take for line ends are escaped; all others are themselves."""
    record = {"a": "é\u2028\u2029\u0085\n🚀", "b": None}
    assert line(record) == '{"a":"é\\u2028\\u2029\\u0085\\n🚀","b":null}'
    assert parse(line(record).encode()) == record
