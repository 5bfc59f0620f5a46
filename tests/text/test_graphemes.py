"""Clusters and how wide they are."""

import itertools
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import graphemes

EVERY = [chr(code) for code in range(0x110000)]
MIXED = st.text(
    st.one_of(
        st.sampled_from(
            "aé بل\u064e\u0651\u0301\u200d\u200c\ufe0f👩💻🏽🇫🇷\u1100\u1161\u11a8\u0600\u0915\u094d\u0937\r\n\tا"
        ),
        st.characters(),
    ),
    max_size=24,
)
# regex 2026 takes a pictograph that is no emoji by default (U+2701) for one that does not join.
NOT_BY_REGEX = "÷ 2701 × 200D × 2701 ÷"


def bounds(text: str) -> list[int]:
    """Every boundary of the text, by plain `regex`."""
    return [0, *(match.end() for match in regex.finditer(r"\X", text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("déjà", ["d", "é", "j", "à"]),
        ("e\u0301t", ["e\u0301", "t"]),
        ("بَبّ", ["بَ", "بّ"]),
        ("لا", ["ل", "ا"]),
        ("\r\n\n", ["\r\n", "\n"]),
        ("👩\u200d💻!", ["👩\u200d💻", "!"]),
        ("🇫🇷🇩🇿", ["🇫🇷", "🇩🇿"]),
        ("\u0600\u0661", ["\u0600\u0661"]),
        ("ه\u200d ", ["ه\u200d", " "]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
        ("नि", ["नि"]),
        ("\u200fa", ["\u200f", "a"]),
        ("", []),
    ],
)
def test_clusters(text: str, found: list[str]) -> None:
    """What a reader takes for one character is one cluster."""
    assert graphemes.clusters(text) == found


@pytest.mark.long
def test_grapheme_break_test(unicode_table: Callable[[str], list[str]]) -> None:
    """Clusters are those of GraphemeBreakTest but for one sequence."""
    wrong = []
    lines = [line.partition("#")[0].strip() for line in unicode_table("GraphemeBreakTest.txt")]
    for line in lines:
        wanted = ["".join(chr(int(code, 16)) for code in part.split("×")) for part in line.split("÷")[1:-1]]
        if graphemes.clusters("".join(wanted)) != wanted:
            wrong.append(line)
    assert wrong in ([], [NOT_BY_REGEX])
    assert len(lines) >= 602


def test_plain_characters_are_clusters_of_one_cell() -> None:
    """No plain character joins another one whatever it stands beside, and each takes one cell."""
    plain = [character for character in EVERY if graphemes.is_plain(character)]
    joining = regex.compile(r"\P{GCB=Other}")
    assert [character for character in plain if joining.match(character)] == []
    assert [character for character in plain if graphemes.width(character) != 1] == []
    assert len(plain) > 1000


def test_vowel_marks_extend_and_take_no_cell() -> None:
    """What makes a word vowelled belongs to the letter before it."""
    marks = [one for one in EVERY if graphemes.is_vowelled(f"ب{one}") and not graphemes.is_plain(one)]
    assert [one for one in marks if not regex.match(r"\p{GCB=Extend}", one) or graphemes.width(one)] == []
    assert {"\u064b", "\u0651", "\u0670"} <= set(marks)


def test_presentation_forms_take_one_cell() -> None:
    """A joined letter is as wide as the letter."""
    forms = [*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFBEA), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEFD)]
    assert [code for code in forms if graphemes.width(chr(code)) != 1] == []


@pytest.mark.parametrize(
    ("text", "plain", "vowelled"), [("بيت", True, True), ("بَيت", False, True), ("َب", False, False)]
)
def test_kinds_of_words(text: str, plain: bool, vowelled: bool) -> None:
    """A word is plain, or plain but for its vowel marks, or neither."""
    assert (graphemes.is_plain(text), graphemes.is_vowelled(text)) == (plain, vowelled)


@given(text=MIXED)
@settings(max_examples=300)
def test_clusters_are_those_of_regex(text: str) -> None:
    """The short ways give what the long way gives."""
    assert graphemes.clusters(text) == regex.findall(r"\X", text)
    assert not graphemes.is_vowelled(text) or graphemes.vowelled(text) == regex.findall(r"\X", text)


@given(text=MIXED, data=st.data())
@settings(max_examples=300)
def test_a_boundary_is_one_of_the_whole_text(text: str, data: st.DataObject) -> None:
    """Looking only at the neighbourhood of an offset finds the cluster that the whole text has there."""
    offset = data.draw(st.integers(0, len(text)))
    assert graphemes.is_boundary(text, offset) == (offset in bounds(text))
    whole = (pair for pair in itertools.pairwise(bounds(text)) if pair[1] > offset)
    assert graphemes.cluster_at(text, offset) == next(whole, (len(text), len(text)))


@given(text=MIXED, data=st.data())
@settings(max_examples=300)
def test_a_span_is_widened_to_whole_clusters(text: str, data: st.DataObject) -> None:
    """Both ends move outwards to the nearest boundary; a span of whole clusters stays."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wide = graphemes.widen(text, start, end)
    assert wide == (max(one for one in bounds(text) if one <= start), min(one for one in bounds(text) if one >= end))
    assert graphemes.boundaries_ok(text, *wide)
    assert graphemes.boundaries_ok(text, start, end) == (wide == (start, end))


@given(before=MIXED, after=MIXED, limit=st.integers(1, 12))
@settings(max_examples=300)
def test_context_is_whole_clusters(before: str, after: str, limit: int) -> None:
    """What stands beside a span is kept as far as whole clusters fit the limit."""
    prefix, suffix = graphemes.context(before, after, limit)
    assert prefix == before[min(one for one in bounds(before) if len(before) - one <= limit) :]
    assert suffix == after[: max(one for one in bounds(after) if one <= limit)]


@given(text=MIXED, count=st.integers(0, 12))
def test_a_text_is_cut_behind_a_cluster(text: str, count: int) -> None:
    """A title that is too long keeps its first clusters."""
    assert graphemes.cut(text, count) == "".join(regex.findall(r"\X", text)[:count])


@pytest.mark.parametrize(
    ("text", "width"), [("a", 1), ("漢", 2), ("👍🏽", 2), ("\u064e", 0), ("ﻻ", 1), ("é", 1), ("…", 1)]
)
def test_widths(text: str, width: int) -> None:
    """Cells are those that rich counts for the painted string."""
    assert graphemes.width(text) == width


MEASURE = """
import rich.cells
first = rich.cells.cell_len("🫨" if {early} else "a")
from reader.text import graphemes
import os
print(graphemes.width("🫨"), rich.cells.cell_len("🫨"), rich.cells.cell_len("x🫨"), os.environ["UNICODE_VERSION"])
"""


@pytest.mark.parametrize("early", [True, False])
def test_the_environment_does_not_change_widths(early: bool) -> None:
    """UNICODE_VERSION moves neither our widths nor those by which Textual crops, and stays for other programs."""
    environment = {**os.environ, "UNICODE_VERSION": "9.0.0"}
    ran = subprocess.run(
        [sys.executable, "-c", MEASURE.format(early=early)], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["2", "2", "3", "9.0.0"]


def test_an_offset_far_into_marks_is_found() -> None:
    """Many marks on one letter are one cluster, from its first to its last."""
    text = "ab" + "\u0301" * 1000 + "c"
    assert graphemes.cluster_at(text, 900) == (1, 1002)
    assert graphemes.context(text, text, 4) == ("c", "a")
