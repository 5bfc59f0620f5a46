"""Unicode's own tests of the bidirectional algorithm, every case of them."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest

from reader.model import Direction
from reader.text.bidi import first_strong, resolve, visual_order

Table = Callable[[str], list[str]]

# One character of each class (UAX #9, table 4) for the cases that BidiTest writes as classes.
OF_CLASS = dict(
    zip(
        "L R AL EN ES ET AN CS NSM B S WS ON BN LRE RLE PDF LRO RLO LRI RLI FSI PDI".split(" "),
        "aאا1+$٣,\u0300\u2029\t !\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        strict=True,
    )
)
GIVEN = {2: Direction.LTR, 4: Direction.RTL}


def test_a_character_of_each_class_stands_for_it() -> None:
    """The stand-ins of the conformance test have the classes that they stand for."""
    assert {name: unicodedata.bidirectional(character) for name, character in OF_CLASS.items()} == {
        name: name for name in OF_CLASS
    }


@pytest.mark.long
def test_bidi_character_test(unicode_table: Table) -> None:
    """Order, direction and automatic base agree with all 91,707 cases of BidiCharacterTest."""
    lines = unicode_table("BidiCharacterTest.txt")
    wrong = [line for line in lines if not agrees(line)]
    assert wrong == []
    assert len(lines) >= 91_707


def agrees(line: str) -> bool:
    """Whether the program puts one case of BidiCharacterTest in order; levels marked x are left out."""
    codes, asked, base, levels, order = (field.split() for field in line.split(";"))
    text = "".join(chr(int(code, 16)) for code in codes)
    direction = Direction.RTL if base == ["1"] else Direction.LTR
    if asked == ["2"] and (first_strong(text) or Direction.LTR) is not direction:
        return False
    found = visual_order(text, direction)
    is_rtl = resolve(text, direction)[1]
    return (
        sorted(found) == list(range(len(text)))
        and [index for index in found if levels[index] != "x"] == [int(index) for index in order]
        and all(level == "x" or is_rtl[index] == int(level) % 2 for index, level in enumerate(levels))
    )


@pytest.mark.long
def test_bidi_test(unicode_table: Table) -> None:
    """Order agrees with all 770,241 cases of BidiTest, the base direction given or automatic."""
    count = 0
    wrong: list[tuple[str, int]] = []
    for classes, base, levels, order in cases(unicode_table("BidiTest.txt")):
        count += 1
        found: list[int] = []
        for offset, paragraph in paragraphs("".join(OF_CLASS[name] for name in classes.split())):
            direction = GIVEN.get(base) or first_strong(paragraph) or Direction.LTR
            found += [offset + index for index in ordered(paragraph, direction)]
        if [index for index in found if levels[index] != "x"] != order:
            wrong.append((classes, base))
    assert wrong == []
    assert count >= 770_241


@lru_cache(maxsize=8)
def ordered(paragraph: str, direction: Direction) -> list[int]:
    """The visual order, worked out once for a base that is given and found."""
    return visual_order(paragraph, direction)


def cases(lines: list[str]) -> Iterator[tuple[str, int, list[str], list[int]]]:
    """Classes, base (1 automatic, 2 left to right, 4 right to left), levels and order of every case."""
    levels: list[str] = []
    order: list[int] = []
    for line in lines:
        if line.startswith("@Levels:"):
            levels = line.partition(":")[2].split()
        elif line.startswith("@Reorder:"):
            order = [int(index) for index in line.partition(":")[2].split()]
        elif not line.startswith("@"):
            classes, bases = line.split(";")
            for base in (1, 2, 4):
                if int(bases, 16) & base:
                    yield classes, base, levels, order


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Rule P1: the text up to and with each separator, and its offset."""
    offset = 0
    for part in text.split("\u2029"):
        paragraph = text[offset : offset + len(part) + 1]
        if paragraph:
            yield offset, paragraph
        offset += len(paragraph)
