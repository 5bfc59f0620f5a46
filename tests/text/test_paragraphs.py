"""Paragraphs: the lines of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Paragraph
from reader.text.paragraphs import MemoryText, split

TEXTS = st.text("aب \n\r\u2028\u2029\x85\x0b\x0c\0", max_size=30)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\n", ["a", "b", "c"]),
        ("\n", [""]),
        ("\n\n", ["", ""]),
        ("\r\r\n", ["", ""]),
        ("a\n\nb", ["a", "", "b"]),
        ("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg", ["a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"]),
        ("قال\nنعم\n", ["قال", "نعم"]),
    ],
)
def test_a_paragraph_is_a_line(text: str, lines: list[str]) -> None:
    """LF, CR LF and CR end a line; a last line end opens none; other separators stay inside."""
    assert [paragraph.text for paragraph in split(text)] == lines


def test_paragraphs_know_where_they_stand() -> None:
    """Offsets count line ends, and go on from where the text stands in its document."""
    assert split("ab\r\nc", index=3, offset=100) == [Paragraph(3, 100, 104, "ab"), Paragraph(4, 104, 105, "c")]


@given(text=TEXTS)
def test_paragraphs_cover_the_text(text: str) -> None:
    """Paragraphs joined with their line ends are the text; none is longer than its line."""
    found = split(text)
    assert "".join(text[paragraph.start : paragraph.end] for paragraph in found) == text
    assert [paragraph.index for paragraph in found] == list(range(len(found)))
    for paragraph in found:
        ending = text[paragraph.start + len(paragraph.text) : paragraph.end]
        assert text.startswith(paragraph.text, paragraph.start)
        assert ending in {"\n", "\r\n", "\r"} or (ending == "" and paragraph.end == len(text))


@given(text=TEXTS.filter(bool))
def test_a_text_in_memory_finds_the_paragraph_of_an_offset(text: str) -> None:
    """Every offset lies in one paragraph; beyond the end it is the last one."""
    source = MemoryText(text)
    for offset in range(len(text)):
        paragraph = source.paragraph(source.paragraph_at(offset))
        assert paragraph.start <= offset < paragraph.end
    assert source.paragraph_at(len(text) + 5) == source.paragraph_count - 1


def test_a_text_in_memory() -> None:
    """It has a length, paragraphs by index and slices by offset."""
    source = MemoryText("ab\ncd")
    assert (source.length, source.paragraph_count, source.paragraph(1).text) == (5, 2, "cd")
    assert source.slice(1, 4) == "b\nc"


@pytest.mark.parametrize("index", [-1, 2])
def test_there_is_no_such_paragraph(index: int) -> None:
    """An index without a paragraph is an error, counted from the end too."""
    with pytest.raises(IndexError):
        MemoryText("ab\ncd").paragraph(index)


def test_an_empty_text_has_no_paragraph() -> None:
    """Nothing to read, but offset 0 is asked for all the same."""
    assert (MemoryText("").paragraph_count, MemoryText("").paragraph_at(0)) == (0, 0)
