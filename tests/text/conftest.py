"""What the tests of texts share: a notation anyone can read, and Unicode's own tables."""

import lzma
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bidi import get_display

from reader.model import Direction
from reader.text.layout import lay_out

PACKED = Path(__file__).parents[3] / "shared" / "data" / "unicode"
DEBIAN = Path("/usr/share/unicode")
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LEVEL = re.compile(r"Level\(\s*(\d+)")
ARABIC = "بتثجحخدذرزسشصضطظعغفقكمنهوي"

Shown = Callable[..., list[str]]


@pytest.fixture(scope="session")
def encoded() -> Callable[[str], str]:
    """CAPITALS become Arabic letters; none of them is a lam or an alef."""
    return lambda text: text.translate(str.maketrans(CAPITALS, ARABIC))


@pytest.fixture(scope="session")
def shown(encoded: Callable[[str], str]) -> Shown:
    """The rows of a text in CAPITALS notation as they stand on the screen, padding included."""

    def rows(text: str, width: int, direction: Direction | None = None) -> list[str]:
        back = str.maketrans(ARABIC, CAPITALS)
        return [row.text.translate(back) for row in lay_out(encoded(text), width, direction, joining=False)]

    return rows


@pytest.fixture(scope="session")
def unicode_table() -> Callable[[str], list[str]]:
    """The data lines of one of Unicode's files; skips when it is nowhere, fails so in continuous integration."""

    def lines(name: str) -> list[str]:
        packed = PACKED / f"{name}.xz"
        if packed.exists():
            text = lzma.decompress(packed.read_bytes()).decode()
        else:
            plain = [path for path in (DEBIAN / name, DEBIAN / "auxiliary" / name) if path.exists()]
            if not plain:
                missing = f"{name} is neither in {PACKED} nor in {DEBIAN} (Debian: apt install unicode-data)"
                if os.environ.get("CI"):
                    pytest.fail(missing)
                pytest.skip(missing)
            text = plain[0].read_text(encoding="utf-8")
        return [line for line in text.splitlines() if line and not line.startswith("#")]

    return lines


@pytest.fixture(scope="session")
def levels_of() -> Callable[[str, Direction], list[int]]:
    """The level of each code point before rule L1, as python-bidi prints them for people: an oracle, no interface."""

    def levels(text: str, direction: Direction) -> list[int]:
        if not text:
            return []
        printed = str(get_display(text, base_dir="R" if direction is Direction.RTL else "L", debug=True))
        found = LEVEL.findall(printed[printed.index("levels: [") : printed.index("paragraphs: [")])
        place, starts = 0, []
        for character in text:
            starts.append(place)
            place += len(character.encode())
        return [int(found[start]) for start in starts]

    return levels
