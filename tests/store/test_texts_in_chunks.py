"""Texts in chunks: the same as the text in memory, and only what is looked at is read."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.store import texts
from reader.store.surroundings import around, widened
from reader.text.graphemes import boundaries_ok, widen
from reader.text.paragraphs import MemoryText
from reader.workspace import Workspace

LETTERS = st.text(st.sampled_from("ab \r\n\u2028é\u0301ّعل🚋\u200d👩🏽🇫🇷"), min_size=1, max_size=60)


@settings(max_examples=80)
@given(LETTERS, st.integers(1, 12))
def test_pieces_are_the_text(text: str, size: int) -> None:
    """Chunks joined are the text, each ends with a line, and first offsets and paragraphs count on."""
    pieces = list(texts.pieces(text, size))
    assert "".join(piece[4] for piece in pieces) == text
    paragraphs = MemoryText(text)
    assert sum(piece[3] for piece in pieces) == paragraphs.paragraph_count
    for offset, length, paragraph, _, chunk in pieces:
        assert length == len(chunk)
        assert paragraphs.paragraph(paragraph).start == offset


@pytest.fixture
def long_text() -> str:
    """Some thousand lines with all kinds of line ends."""
    return "".join(
        f"Ligne {n} é 🚋{end}سطر {n}\n" for n, end in zip(range(9000), ["\n", "\r\n", "\r"] * 3000, strict=True)
    )


def test_a_stored_text_is_the_text(tmp_path: Path, long_text: str) -> None:
    """Paragraphs, offsets and slices are those of the text in memory, at chunk borders too."""
    with Workspace.open(tmp_path / "a.db", "amal", create=True) as workspace:
        [imported] = workspace.documents.import_bytes(long_text.encode(), name="x")
        stored, memory = workspace.documents.text(imported.document.id), MemoryText(long_text)
        assert (stored.length, stored.paragraph_count) == (memory.length, memory.paragraph_count)
        borders = [piece[0] for piece in texts.pieces(long_text)]
        assert len(borders) > 3
        for offset in (*borders, *(border - 1 for border in borders[1:]), 0, memory.length, memory.length + 5):
            assert stored.paragraph_at(offset) == memory.paragraph_at(offset)
            index = memory.paragraph_at(offset)
            assert stored.paragraph(index) == memory.paragraph(index)
            assert stored.slice(offset - 9, offset + 9) == long_text[max(0, offset - 9) : offset + 9]
        for index in (-1, memory.paragraph_count):
            with pytest.raises(IndexError):
                stored.paragraph(index)


def test_a_screen_reads_one_chunk(tmp_path: Path, long_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking at neighbouring paragraphs asks the database once."""
    with Workspace.open(tmp_path / "a.db", "amal", create=True) as workspace:
        [imported] = workspace.documents.import_bytes(long_text.encode(), name="x")
        stored: Any = workspace.documents.text(imported.document.id)
        asked: list[str] = []
        real = stored._database.row
        monkeypatch.setattr(stored._database, "row", lambda query, values: asked.append(query) or real(query, values))
        for index in range(9000, 9040):
            stored.paragraph(index)
        assert len(asked) == 1


@settings(max_examples=150)
@given(LETTERS, st.data())
def test_surroundings_know_what_the_whole_text_knows(text: str, data: st.DataObject) -> None:
    """Boundaries, widening and context are the same from the neighbourhood as from the whole text."""
    source = MemoryText("prose, " * 90 + text + " encore" * 90)
    whole = source.slice(0, source.length)
    start = data.draw(st.integers(630, 629 + len(text)))
    end = data.draw(st.integers(start + 1, 630 + len(text)))
    here = around(source, start, end)
    assert here.offset > 0
    assert here.is_whole == boundaries_ok(whole, start, end)
    wide = widened(source, start, end)
    assert (wide.start, wide.end) == widen(whole, start, end)
    part = wide.fragment()
    assert part.quote == whole[wide.start : wide.end]
    assert whole[wide.start - len(part.prefix) : wide.start] == part.prefix
    assert boundaries_ok(whole, wide.start - len(part.prefix), wide.end + len(part.suffix))
