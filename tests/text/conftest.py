"""What the tests of texts share: a notation anyone can read, and Unicode's own tables."""

import lzma
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model import Direction
from reader.text.layout import lay_out

PACKED = Path(__file__).parents[3] / "shared" / "data" / "unicode"
DEBIAN = Path("/usr/share/unicode")
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
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
