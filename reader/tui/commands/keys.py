"""From keys to commands: sequences (`g g`), counts (`3 w`) and the same keys on other keyboards.

Pure: the screens hand in each key and run the command that comes out. A key is a character, or the name that
Textual gives it (`left`, `ctrl+d`, `space`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Where the Arabic 101 layout puts what a Latin keyboard has on the same key.
_ARABIC_101 = dict(zip("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ؟", "qwertyuiop[]asdfghjkl;'zxcvnm,./?", strict=True))
# `b`, `G` and `B` send a lam and an alef on that layout, as one ligature or as two characters.
_LIGATURES = {"\ufefb": "b", "\ufef7": "G", "\ufef5": "B", "آ": "N"}
_ALEFS_BEHIND_LAM = {"ا": "b", "أ": "G", "آ": "B"}
_AZERTY = {"é": "[", "è": "]", "ù": "{", "*": "}", "!": "|"}
TWINS: Mapping[str, str] = {**_ARABIC_101, **_LIGATURES, **_AZERTY, " ": "space"}
_DIGITS = {
    **{digit: digit for digit in "0123456789"},
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
}
_LARGEST_COUNT = 99_999


@dataclass(frozen=True, slots=True)
class Ready:
    """A command to run, so many times."""

    command: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """More keys are needed; `shown` is what was typed so far."""

    shown: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing is on these keys; whatever was pending is dropped."""

    shown: str


Outcome = Ready | Waiting | Unknown


class KeyMachine:
    """What was typed so far, and which command it means; `sequences` maps keys, blank-separated, to command ids."""

    def __init__(self, sequences: Mapping[str, str]) -> None:
        self._commands = {tuple(keys.split()): command for keys, command in sequences.items()}
        self._prefixes = {keys[:size] for keys in self._commands for size in range(1, len(keys))}
        self._typed: tuple[str, ...] = ()
        self._raw = ""
        self._count = ""

    @property
    def is_waiting(self) -> bool:
        """A count or the start of a sequence was typed."""
        return bool(self._typed or self._count)

    def drop(self) -> None:
        """Forget what was typed so far."""
        self._typed, self._raw, self._count = (), "", ""

    def feed(self, key: str) -> Outcome:
        """Take one more key."""
        if not self._typed and key in _DIGITS and (self._count or _DIGITS[key] != "0"):
            self._count = str(min(int(self._count + _DIGITS[key]), _LARGEST_COUNT))
            return Waiting(self._count)
        if self._raw == "ل" and key in _ALEFS_BEHIND_LAM:  # one press on the Arabic layout
            self._typed, key = (), _ALEFS_BEHIND_LAM[key]
        typed = (*self._typed, self._named(key))
        if typed in self._prefixes:
            self._typed, self._raw = typed, key
            return Waiting(" ".join([*filter(None, [self._count]), *typed]))
        command = self._commands.get(typed)
        count = int(self._count) if self._count else None
        self.drop()
        return Unknown(" ".join(typed)) if command is None else Ready(command, count)

    def _named(self, key: str) -> str:
        """The key as the sequences spell it: itself when something is on it, else its twin."""
        known = any(key in keys for keys in self._commands)
        return key if known else TWINS.get(key, key)


def sequences_of(bindings: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Keys → command id, from commands and their keys; ValueError when two commands share a key."""
    found: dict[str, str] = {}
    for command, all_keys in bindings:
        for keys in all_keys:
            if keys in found:
                raise ValueError(f"{keys} is on both {found[keys]} and {command}")
            found[keys] = command
    return found
