"""Where the cursor goes: by cluster, word, sentence and paragraph, in texts with every kind of line end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text import moving, units
from reader.text.paragraphs import MemoryText

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
PIECES = [
    "Le port. ",
    "Il dit « Non ! » Oui",
    "إنّ الوزيرَ",
    " لا ",
    FAMILY,
    "e\u0301",
    "\u0301",
    "\r\n",
    "\n",
    "\r",
    " ",
    "",
    ".",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
FORWARD = {
    "cluster": (moving.next_cluster, moving.previous_cluster),
    "word": (moving.next_word, moving.previous_word),
    "sentence": (moving.next_sentence, moving.previous_sentence),
    "paragraph": (moving.next_paragraph, moving.previous_paragraph),
    "word end": (moving.next_word_end, moving.previous_word_end),
    "sentence end": (moving.next_sentence_end, moving.previous_sentence_end),
    "paragraph end": (moving.next_paragraph_end, moving.previous_paragraph_end),
}
PASSAGE = "L’été vint. Le port\r\n\r\nrouvre. Fin »"
MOTIONS = [*(motion for both in FORWARD.values() for motion in both), moving.start_of_text, moving.end_of_text]


def stops(text: str, motion: moving.Motion, offset: int) -> list[int]:
    """Where the motion comes to, again and again, until it stays."""
    source = MemoryText(text)
    found: list[int] = []
    while (following := motion(source, offset)) != offset:
        offset = following
        found.append(offset)
    return found


def clusters_of(text: str) -> list[int]:
    """Every offset on which the cursor may stand."""
    source = MemoryText(text)
    paragraphs = [source.paragraph(index) for index in range(source.paragraph_count)]
    return [one.start + start for one in paragraphs for start in moving.cluster_starts(one.text)]


def seen(offset: int, length: int) -> str:
    """What stands at an offset of the passage, up to its line end."""
    return PASSAGE[offset : offset + length].partition("\r")[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("abc", [1, 2]),
        (f"a{FAMILY}e\u0301b", [1, 6, 8]),
        ("a\r\nb\r\r\nc", [3, 5, 7]),
        ("لا", [1]),
        ("شدّةُ", [1, 3]),
        ("ab\n", [1]),
    ],
)
def test_cluster_by_cluster(text: str, found: list[int]) -> None:
    """The cursor stops once in each cluster, on each empty paragraph, on both of lam and alef, never on a line end."""
    assert stops(text, moving.next_cluster, 0) == found


@pytest.mark.parametrize(
    ("motion", "found"),
    [
        (moving.next_word, ["été", "vint", "Le", "port", "rouv", "Fin", "»"]),
        (moving.next_word_end, ["’", "é v", "t.", "e p", "t", "e.", "n »", "»"]),
        (moving.next_sentence, ["Le", "rouv", "Fin", "»"]),
        (moving.next_sentence_end, [".", "t", ".", "»"]),
        (moving.next_paragraph, ["", "rouv", "»"]),
        (moving.next_paragraph_end, ["t", "", "»"]),
    ],
)
def test_forward_by_units(motion: moving.Motion, found: list[str]) -> None:
    """One unit after the other, over line ends too; an empty paragraph is one; behind the last the end of the text."""
    offsets = stops(PASSAGE, motion, 0)
    assert [seen(offset, len(start)) for offset, start in zip(offsets, found, strict=True)] == found
    assert offsets[-1] == len(PASSAGE) - 1


@pytest.mark.parametrize(
    ("motion", "found"),
    [
        (moving.previous_word, ["Fin", "rouv", "port", "Le", "vint", "été", "L’"]),
        (moving.previous_word_end, ["n »", "e.", "t", "e p", "t.", "é v", "’", "L’"]),
        (moving.previous_sentence, ["Fin", "rouv", "Le", "L’"]),
        (moving.previous_sentence_end, [".", "t", ".", "L’"]),
        (moving.previous_paragraph, ["rouv", "", "L’"]),
        (moving.previous_paragraph_end, ["", "t", "L’"]),
    ],
)
def test_backward_by_units(motion: moving.Motion, found: list[str]) -> None:
    """One unit before the other; before the first the start of the text."""
    offsets = stops(PASSAGE, motion, len(PASSAGE) - 1)
    assert [seen(offset, len(start)) for offset, start in zip(offsets, found, strict=True)] == found
    assert offsets[-1] == 0


@pytest.mark.parametrize("motion", MOTIONS)
def test_a_text_without_anything(motion: moving.Motion) -> None:
    """In an empty text every motion stays at its start."""
    assert motion(MemoryText(""), 0) == 0


def test_nothing_is_selected_in_a_text_without_anything() -> None:
    """An empty text has no cluster, no word and nothing to grow to."""
    empty = MemoryText("")
    assert (moving.cluster_end(empty, 0), moving.snapped(empty, 5)) == (0, 0)
    assert (moving.unit_at(empty, 0, units.word_at), moving.grown(empty, Span(0, 0))) == (None, None)


def test_units_are_found_in_offsets_of_the_text() -> None:
    """A word and a growth in a later paragraph are given in offsets of the whole text."""
    text = MemoryText("Un.\r\nLe port. Oui.")
    assert moving.unit_at(text, 9, units.word_at) == Span(8, 12)
    assert moving.grown(text, Span(8, 12)) == Span(5, 13)


def test_what_spans_paragraphs_does_not_grow() -> None:
    """A selection that leaves its paragraph has no larger unit around it."""
    assert moving.grown(MemoryText("Un.\nDeux."), Span(0, 5)) is None


@given(TEXTS, st.integers(-1, 80))
def test_snapped(text: str, offset: int) -> None:
    """An offset belongs to the last cluster that begins at it or before it; a line end to the cluster before."""
    expected = [start for start in clusters_of(text) if start <= offset]
    assert moving.snapped(MemoryText(text), offset) == max(expected, default=0)


@pytest.mark.parametrize("unit", FORWARD)
@given(TEXTS)
def test_there_and_back(unit: str, text: str) -> None:
    """The way on leads to the end of the text, and from each stop the way back leads to the one before."""
    onward, back = FORWARD[unit]
    source = MemoryText(text)
    found = stops(text, onward, 0)
    assert [0, *found][-1] == moving.end_of_text(source, 0)
    assert all(back(source, after) == before for before, after in itertools.pairwise(found[:-1]))


@given(TEXTS, st.sampled_from(MOTIONS), st.data())
def test_every_motion_ends_on_a_cluster(text: str, motion: moving.Motion, data: st.DataObject) -> None:
    """Wherever a motion starts, it ends on the first code point of a cluster or on an empty paragraph."""
    allowed = clusters_of(text) or [0]
    assert motion(MemoryText(text), data.draw(st.sampled_from(allowed))) in allowed


@given(TEXTS)
def test_clusters_cover_the_text(text: str) -> None:
    """Each cluster ends where the next begins, and the last one of a paragraph at its line end."""
    source = MemoryText(text)
    for start in clusters_of(text):
        end = moving.cluster_end(source, start)
        paragraph = source.paragraph(source.paragraph_at(start))
        following = moving.next_cluster(source, start)
        at_end = paragraph.start + len(paragraph.text)
        assert end == (following if start < following < at_end else at_end)
