"""What of a foreign text may be shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.safe import BIDI_MARKS, PAINTED, STAND_INS, safe, without_hidden

EVERY = "".join(map(chr, range(0x110000)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Le Port [bold]", "Le Port [bold]"),
        ("a\x1b]52;c;x\x07b", "a␛]52;c;x␇b"),
        ("a\nb\tc\r", "a␊b␉c␍"),
        ("\x7f\x9b\x85", "␡¤¤"),
        ("a\u2028b\u2029", "a↓b¶"),
        ("\u202eabc\u202c", "⫣abc⊥"),
        ("\ud800", "\ufffd"),
        ("مرحبا\u200d", "مرحبا\u200d"),
        ("", ""),
    ],
)
def test_safe(text: str, shown: str) -> None:
    """What could command a terminal shows a stand-in of one cell; markup is no markup."""
    assert safe(text) == shown


def test_lines_may_be_kept() -> None:
    """Where several lines are shown, a line feed stays one, and nothing else does."""
    assert safe("a\nb\x1b\r", keep_lines=True) == "a\nb␛␍"


def test_nothing_dangerous_is_left() -> None:
    """No control, separator, surrogate or explicit direction of all Unicode survives, and each gives one code point."""
    shown = safe(EVERY)
    dangerous = {"Cc", "Cs", "Zl", "Zp"}
    explicit = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert len(shown) == len(EVERY)
    assert [one for one in set(shown) if unicodedata.category(one) in dangerous] == []
    assert [one for one in set(shown) if unicodedata.bidirectional(one) in explicit] == []


def test_only_what_is_dangerous_is_replaced() -> None:
    """Everything else is shown as it is."""
    changed = {ord(before) for before, after in zip(EVERY, safe(EVERY), strict=True) if before != after}
    assert changed == {*STAND_INS, *range(0xD800, 0xE000)}


@given(text=st.text())
def test_safe_twice_is_safe_once(text: str) -> None:
    """A stand-in needs none; one code point comes out for each that goes in."""
    assert safe(safe(text)) == safe(text)
    assert len(safe(text)) == len(text)


def test_every_bidi_control_has_its_own_mark() -> None:
    """Marks differ, so that an embedding is not taken for an isolate, and are no letters that would turn a line."""
    assert len(set(BIDI_MARKS.values())) == len(BIDI_MARKS) == 9
    assert {unicodedata.bidirectional(mark) for mark in BIDI_MARKS.values()} == {"ON"}


@pytest.mark.parametrize(
    ("text", "shown"), [("a\u200db\ufe0f", "ab"), ("\u200e\u061cم\u00ad\ufeff", "م"), ("a\u0301", "a\u0301")]
)
def test_what_takes_no_cell_can_be_left_out(text: str, shown: str) -> None:
    """Joiners, direction marks, zero-width blanks and selectors go; marks stay with their letter."""
    assert without_hidden(text) == shown


def test_nothing_dangerous_is_painted() -> None:
    """Rows send neither what `safe` replaces nor what has no cell."""
    painted = EVERY.translate(PAINTED)
    assert {unicodedata.category(one) for one in set(painted)}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert without_hidden(painted) == safe(painted) == painted
