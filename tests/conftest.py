"""What every test stands on: nothing of the developer's machine, no clock, no colours of the day."""

import os
import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import settings

from reader.model import Direction
from reader.text import bidi, graphemes
from reader.text.encoding import Cell

settings.register_profile("reader", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("reader")


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder without settings, one for the whole run."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _own_machine(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, state and names come from the test, not from whoever runs it."""
    monkeypatch.setenv("HOME", str(empty_home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(empty_home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(empty_home / "state"))
    monkeypatch.setenv("READER_ANNOTATOR", "tester")
    monkeypatch.setenv("TZ", "UTC")
    for name in ("READER_DB", "COLUMNS", "LINES", "NO_COLOR", "UNICODE_VERSION", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def rounds() -> int:
    """How many rounds a long sweep goes: `make test-long ROUNDS=1000`."""
    return int(os.environ.get("ROUNDS", "100"))


Simulated = Callable[[Sequence[Cell]], list[Cell]]


def reorders_rows(sent: Sequence[Cell]) -> list[Cell]:
    """The bidirectional algorithm on the whole row from left to right, as in PuTTY, or in VTE under tmux."""
    order, is_turned = bidi.resolve("".join(cell.text[0] for cell in sent), Direction.LTR)
    return [sent[place].mirrored() if is_turned[place] else sent[place] for place in order]


def reorders_rows_only(sent: Sequence[Cell]) -> list[Cell]:
    """The same with brackets left as they are, as in Konsole under tmux."""
    order, _ = bidi.resolve("".join(cell.text[0] for cell in sent), Direction.LTR)
    return [sent[place] for place in order]


def reorders_colours(sent: Sequence[Cell]) -> list[Cell]:
    """The same on each stretch of one look, as in qterminal."""
    return [cell for _, group in groupby(sent, key=lambda cell: cell.style) for cell in reorders_rows(list(group))]


def turns_words(sent: Sequence[Cell]) -> list[Cell]:
    """Each word backwards that begins with a right-to-left letter, the colours left where they are, as in kitty."""
    shown = []
    for is_word, group in groupby(sent, key=_in_word):
        cells = list(group)
        begins = next((cell.text[0] for cell in cells if _is_scripted(cell.text[0])), "a")
        if is_word and unicodedata.bidirectional(begins) in {"R", "AL", "AN"}:
            turned = [cell.mirrored().text for cell in reversed(cells)]
            cells = [Cell(text, cell.style) for text, cell in zip(turned, cells, strict=True)]
        shown += cells
    return shown


def _in_word(cell: Cell) -> tuple[bool, bool] | None:
    """Bold and italic cells are set in other fonts; blanks, lines and what takes two columns end a word."""
    if cell.text in {" ", "│"} or graphemes.width(cell.text) != 1:
        return None
    font = cell.style.partition("8;2;")[0].split(";")
    return ("1" in font, "3" in font)


def _is_scripted(character: str) -> bool:
    is_digit = unicodedata.bidirectional(character) == "AN" and character.isdigit()
    return is_digit or (character.isalpha() and character != "ـ")


@pytest.fixture(scope="session")
def terminals() -> dict[str, Simulated]:
    """Encoder → what a terminal of its kind shows of a row that it was sent."""
    return {
        "cells": list,
        "explicit": list,
        "words": turns_words,
        "runs": reorders_rows,
        "attr": reorders_colours,
        "unmirrored": reorders_rows_only,
    }
