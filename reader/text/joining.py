"""Presentation forms for terminals that do not join Arabic, chosen by each letter's logical neighbours.

Joining types are Unicode's (ArabicShaping.txt); the form of a letter is the character that Unicode decomposes
to it as isolated, initial, medial or final. Lam and alef, also with marks between, become one ligature.
"""

import unicodedata

from reader.text.unicode_tables import JOINING

LAM = "\u0644"
_TAGS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_MOST_REMEMBERED = 65536


def _types() -> dict[str, str]:
    types: dict[str, str] = {}
    for kind, ranges in JOINING.items():
        for part in ranges.split():
            first, _, last = part.partition("-")
            types.update((chr(code), kind) for code in range(int(first, 16), int(last or first, 16) + 1))
    return types


def _forms() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Letter → its isolated, final, initial, medial form; alef → isolated and final ligature with lam."""
    letters: dict[str, list[str]] = {}
    ligatures: dict[str, list[str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        tag, *decomposed = unicodedata.decomposition(chr(code)).split() or [""]
        parts = [chr(int(part, 16)) for part in decomposed]
        if tag in _TAGS and len(parts) == 1:
            letters.setdefault(parts[0], ["", "", "", ""])[_TAGS[tag]] = chr(code)
        elif tag in _TAGS and len(parts) == 2 and parts[0] == LAM:
            ligatures.setdefault(parts[1], ["", ""])[_TAGS[tag]] = chr(code)
    return letters, ligatures


_TYPE = _types()
_JOINS_NEXT = frozenset(character for character, kind in _TYPE.items() if kind in "DLC")
_JOINS_PREVIOUS = frozenset(character for character, kind in _TYPE.items() if kind in "DRC")
_FORMS, _LAM_ALEF = _forms()


def joining_type(character: str) -> str:
    """R, L, D, C, T or U of the Unicode Standard, section 9.2."""
    known = _TYPE.get(character)
    if known is None:
        known = "T" if unicodedata.category(character) in {"Mn", "Me", "Cf"} else "U"
        _TYPE[character] = known
    return known


# A neighbour counts by how it joins, so one letter stands for all of its kind; lam and its alefs for themselves.
_NEIGHBOUR = {
    ord(character): "ب" if kind == "D" else "د"
    for character, kind in _TYPE.items()
    if kind in "DR" and character != LAM and character not in _LAM_ALEF
}


class _Glyphs(dict[tuple[str, str, str], str]):
    """What is painted for a letter between its two neighbours, worked out on first sight."""

    def __missing__(self, key: tuple[str, str, str]) -> str:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[key] = glyph = _painted(*key)
        return glyph


def _painted(before: str, letter: str, after: str) -> str:
    """The form of the letter; the ligature for a lam before an alef, and nothing for that alef."""
    if before == LAM and letter in _LAM_ALEF:
        return ""
    is_joined_before = before in _JOINS_NEXT and letter in _JOINS_PREVIOUS
    if letter == LAM and after in _LAM_ALEF:
        return _LAM_ALEF[after][is_joined_before]
    forms = _FORMS.get(letter)
    if forms is None:
        return letter
    is_joined_after = after in _JOINS_PREVIOUS and letter in _JOINS_NEXT
    return forms[is_joined_before + 2 * is_joined_after] or forms[is_joined_before] or forms[0] or letter


_glyph = _Glyphs().__getitem__


def shape_letters(word: str) -> list[str]:
    """For each character what is painted for it, in a word without transparent characters (marks, controls).

    An alef that went into the lam before it is painted as nothing; its lam carries the ligature.
    """
    neighbours = f" {word.translate(_NEIGHBOUR)} "
    return list(map(_glyph, zip(neighbours, word, neighbours[2:], strict=False)))


def shape(word: str) -> tuple[list[str], frozenset[int]]:
    """For each code point of any word what is painted for it, and the indices of alefs that went into a lam."""
    visible = [index for index, character in enumerate(word) if joining_type(character) != "T"]
    painted = list(word)
    swallowed: list[int] = []
    for index, glyph in zip(visible, shape_letters("".join([word[index] for index in visible])), strict=True):
        painted[index] = glyph
        if not glyph:
            swallowed.append(index)
    return painted, frozenset(swallowed)
