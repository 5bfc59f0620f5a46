"""Quick patterns say what the properties of Unicode say."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text import graphemes, units, word_patterns

NEAR = [chr(code) for code in range(0x2200) if word_patterns._NEAR.fullmatch(chr(code))]
PARTS = st.sampled_from(
    ["l’", "Qu'", "U.S.", "أ.ف.ب", "1.000", "12,4", "و٣٫٥", "8\u00a0500", "peut-être", "ـ", " ", "²", "™", "é"]
)
MARKED = st.lists(st.sampled_from("بتaé .,\u064e\u0651\u0670\u0301\u200d\u202f©😀\r\n"), max_size=12).map("".join)


@given(st.lists(PARTS | st.sampled_from(NEAR) | st.sampled_from("lLqQuU’'.-فو٣1aÉ\u0651"), max_size=12).map("".join))
def test_near_words_are_the_words(text: str) -> None:
    """The quick pattern finds in a near text what the properties of all characters find."""
    slow = [match.span() for match in word_patterns._word().finditer(text)]
    assert list(word_patterns.spans(text)) == slow


def test_each_near_character_is_of_its_kind() -> None:
    """Every near character, alone and between letters, makes the same words by either pattern."""
    patterns = ("{}", "a{}b", "A.{}", "1{}2", "${}", "l’{}")
    for text in (pattern.format(character) for pattern in patterns for character in NEAR):
        assert word_patterns._NEAR.fullmatch(text)
        slow = [match.span() for match in word_patterns._word().finditer(text)]
        assert list(word_patterns.spans(text)) == slow


@given(MARKED, st.data())
def test_a_word_between_blanks_is_one_of_the_words(text: str, data: st.DataObject) -> None:
    """The word at an index is the one that a search through the whole paragraph finds there."""
    index = data.draw(st.integers(0, len(text)))
    found = [span for span in units.words(text) if span[0] <= index < span[1]]
    assert units.word_at(text, index) == (found[0] if found else None)


@given(MARKED)
def test_clusters_are_those_of_regex(text: str) -> None:
    """Clusters found without `regex` are those that it finds."""
    assert graphemes.clusters(text) == graphemes._any_cluster().findall(text)


@given(MARKED, st.data())
def test_a_cluster_is_found_from_the_middle_of_a_text(text: str, data: st.DataObject) -> None:
    """The cluster at an offset is the one that a search from the start of the text finds there."""
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    spans = [match.span() for match in graphemes._any_cluster().finditer(text)]
    expected = next((span for span in spans if span[0] <= offset < span[1]), (0, 0))
    assert graphemes.cluster_at(text, offset) == expected
