"""The texts that are measured: our own, and other people's only when asked for."""

import os
import re
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "reader" / "sample"
# Letters that may change places: of one width, and in Arabic of one way to join.
_ALIKE = ("بتثنيسشصضطظعغفقكمه", "bcdfghklmnpqrtvz")


def sample(language: str, times: int = 1) -> str:
    """A report of the sample story, so many times; each time with other letters, since a news text repeats no words."""
    text = (SAMPLE / f"{language}.txt").read_text(encoding="utf-8")
    return "".join(_disguised(text, turn) for turn in range(times))


def _disguised(text: str, turn: int) -> str:
    table: dict[int, int] = {}
    for letters in _ALIKE:
        place = turn % len(letters)
        table |= str.maketrans(letters, letters[place:] + letters[:place])
    return text.translate(table)


def mixed() -> str:
    """Arabic and French sentences in turn on the same lines, as in a report that quotes the other language."""
    lines = zip(sample("ar").splitlines(), sample("fr").splitlines(), strict=False)
    return "".join(f"{' '.join(_in_turn(arabic, french))}\n" for arabic, french in lines)


def _in_turn(arabic: str, french: str) -> list[str]:
    pairs = zip(*(re.split(r"(?<=[.!?؟»]) ", line) for line in (arabic, french)), strict=False)
    return [sentence for pair in pairs for sentence in pair]


def seeds() -> dict[str, str]:
    """The Arabic texts in the folder that $READER_BENCH_SEEDS names, by file name."""
    folder = os.environ.get("READER_BENCH_SEEDS")
    if not folder:
        return {}
    texts = {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))}
    return {name: text for name, text in texts.items() if len(re.findall("[ء-ي]", text)) > len(text) / 2}


def forget() -> None:
    """Empty every cache of `reader.text`, so that work on a text begins cold."""
    for name, module in list(sys.modules.items()):
        if name.startswith("reader.text"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and value.__module__ == name:
                    value.cache_clear()
