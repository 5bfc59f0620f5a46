"""Presentation forms for terminals that do not join Arabic, chosen by each letter's logical neighbours.

Joining types are Unicode's (ArabicShaping.txt); the form of a letter is the character that Unicode decomposes
to it as isolated, initial, medial or final. Lam and alef, also with marks between, become one ligature.
"""

import unicodedata

from reader.text.unicode_tables import JOINING

_TAGS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_JOINS_NEXT = frozenset("DLC")
_JOINS_PREVIOUS = frozenset("DRC")
_LAM = "\u0644"


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
        elif tag in _TAGS and len(parts) == 2 and parts[0] == _LAM:  # noqa: PLR2004 - lam and its alef
            ligatures.setdefault(parts[1], ["", ""])[_TAGS[tag]] = chr(code)
    return letters, ligatures


_TYPE = _types()
_FORMS, _LAM_ALEF = _forms()


def joining_type(character: str) -> str:
    """R, L, D, C, T or U of the Unicode Standard, section 9.2."""
    known = _TYPE.get(character)
    if known is None:
        known = "T" if unicodedata.category(character) in {"Mn", "Me", "Cf"} else "U"
        _TYPE[character] = known
    return known


def shape(word: str) -> tuple[list[str], frozenset[int]]:
    """For each code point what is painted for it, and the indices of alefs that went into the lam before them.

    Such an alef is painted as nothing; its lam carries the ligature.
    """
    types = [_TYPE.get(character) or joining_type(character) for character in word]
    visible = [index for index, kind in enumerate(types) if kind != "T"]
    painted = list(word)
    swallowed: list[int] = []
    joins_previous = False
    place = 0
    while place < len(visible):
        index = visible[place]
        kind = types[index]
        previous = joins_previous and kind in _JOINS_PREVIOUS
        following = visible[place + 1] if place + 1 < len(visible) else None
        if word[index] == _LAM and following is not None and word[following] in _LAM_ALEF:
            painted[index] = _LAM_ALEF[word[following]][previous]
            painted[following] = ""
            swallowed.append(following)
            joins_previous = False  # alef is right-joining: nothing joins behind it
            place += 2
            continue
        joins_next = kind in _JOINS_NEXT
        forms = _FORMS.get(word[index])
        if forms is not None:
            meets = joins_next and following is not None and types[following] in _JOINS_PREVIOUS
            painted[index] = _form(forms, previous, meets) or word[index]
        joins_previous = joins_next
        place += 1
    return painted, frozenset(swallowed)


def _form(forms: list[str], joined_before: bool, joined_after: bool) -> str:
    """The form for the letter's two sides, or the nearest that exists."""
    return forms[joined_before + 2 * joined_after] or forms[int(joined_before)] or forms[0]
