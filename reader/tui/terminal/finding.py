"""Which encoder a terminal needs, by what it answered and by what surrounds the program."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.tui.terminal.way import EXPLICIT, KONSOLE, MLTERM, NOTHING

_BY_KIND = {"65;": "VTE", "85;": "urxvt", "0;136;": "PuTTY", "0;115;": "qterminal"}
_FIRST_ITERM_THAT_REORDERS = (3, 7)
_Rule = tuple[bool, str, tuple[str, str], bool, str]  # is it this one, encoder, switches, marks, why


class Finding(NamedTuple):
    """What the terminal is taken for and why; `key` names its kind, `marks` says that it places vowel marks well."""

    key: str
    encoder: str
    switches: tuple[str, str]
    marks: bool
    why: str


def judged(replies: Mapping[str, str], environment: Mapping[str, str], outer: str | None = None) -> Finding:
    """The finding; `outer` is what tmux says of the terminal around it (its name, a blank, its version)."""
    version, kind = replies.get("version", ""), replies.get("kind", "")
    if version.startswith("tmux") or kind.startswith("84;"):
        return _inside("tmux", outer or "", environment)
    if kind.startswith("83;"):
        return _inside("screen", "", environment)
    key = _key(version, kind, environment)
    for is_it, encoder, switches, marks, why in (
        *_by_order(replies.get("order", ""), kind),
        *_by_name(version, kind, environment),
    ):
        if is_it:
            return Finding(key, encoder, switches, marks, why)
    marks = version.startswith("XTerm") or kind.startswith("85;")
    said = f"it says {version or kind}" if version or kind else "it does not say what it is"
    return Finding(key, "cells", EXPLICIT, marks, f"{said}; most show cells as they are sent")


def _by_order(order: str, kind: str) -> Iterator[_Rule]:
    """What the answer to the question for mode 8 says: it can be set, or it cannot."""
    is_vte = kind.startswith("65;")
    yield order in {"1", "2"}, "explicit", EXPLICIT, is_vte, "it leaves the order to us (mode 8)"
    yield order == "3", "runs", NOTHING, False, "it reorders and says that it cannot be told not to (mode 8)"


def _by_name(version: str, kind: str, environment: Mapping[str, str]) -> Iterator[_Rule]:
    """What is known of terminals by name; the first that fits."""
    is_konsole, is_mlterm = version.startswith("Konsole"), environment.get("TERM", "").startswith("mlterm")
    yield is_konsole, "explicit", KONSOLE, True, f"it is {version}, which can be told to leave the order to us"
    yield is_mlterm, "explicit", MLTERM, True, "it is mlterm, which can be told to leave the order to us"
    yield version.startswith("kitty"), "words", NOTHING, False, f"it is {version}, which turns Arabic words around"
    yield kind.startswith("0;136;"), "runs", NOTHING, True, "it is PuTTY, which reorders rows"
    yield kind.startswith("0;115;"), "attr", NOTHING, False, "it is qterminal, which reorders stretches of one look"
    program = environment.get("TERM_PROGRAM", "")
    yield program == "Apple_Terminal", "runs", NOTHING, False, "it is Apple's Terminal, which reorders rows"
    is_iterm = program == "iTerm.app" and _release(environment) >= _FIRST_ITERM_THAT_REORDERS
    yield is_iterm, "runs", NOTHING, False, "it is iTerm 3.7 or later, which reorders rows"


def _inside(multiplexer: str, outer: str, environment: Mapping[str, str]) -> Finding:
    """The class of the terminal around, without its escapes, which the multiplexer eats."""
    name, _, version = outer.strip().partition(" ")
    around = version or name
    key = f"{multiplexer} in {around}" if around else multiplexer
    where = f"it is {multiplexer}" + (f" in {around}" if around else "")
    if version.startswith("kitty") or name == "xterm-kitty":
        return Finding(key, "words", NOTHING, False, f"{where}; kitty turns Arabic words around")
    if version.startswith("Konsole"):
        why = f"{where}; Konsole reorders rows, told or not, and leaves brackets as they are"
        return Finding(key, "unmirrored", NOTHING, True, why)
    is_vte = version.startswith("VTE") or (not version and "VTE_VERSION" in environment)
    if is_vte or name.startswith(("mlterm", "putty")):
        known = "VTE" if is_vte else around
        return Finding(f"{key} {known}", "runs", NOTHING, True, f"{where}; {known} reorders rows, told or not")
    marks = version.startswith("XTerm") or name.startswith("rxvt")
    return Finding(key, "cells", EXPLICIT, marks, f"{where}; nothing there is known to reorder")


def _key(version: str, kind: str, environment: Mapping[str, str]) -> str:
    """The kind of terminal, without its version where it has a name."""
    known = next((name for start, name in _BY_KIND.items() if kind.startswith(start)), None)
    name = re.split(r"[ (]", version)[0] or known or f"{environment.get('TERM', '')} {kind}".strip()
    program = environment.get("TERM_PROGRAM", "")
    return f"{name} {program}".strip()


def _release(environment: Mapping[str, str]) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", environment.get("TERM_PROGRAM_VERSION", ""))[:2]))
