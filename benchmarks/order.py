"""Ratio 1: the share of Unicode's own cases of the bidirectional algorithm that come out in another order."""

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rounds import Ratio
from reader.model import Direction
from reader.text.bidi import visual_order

_PLACES = (
    Path(__file__).parents[2] / "shared" / "data" / "unicode" / "BidiCharacterTest.txt.xz",
    Path("/usr/share/unicode/BidiCharacterTest.txt"),
)


def ratios() -> Iterator[Ratio]:
    """0 when all is right; nothing, and why, where the table is not at hand."""
    path = next((place for place in _PLACES if place.exists()), None)
    if path is None:
        print("benchmarks: 1: no BidiCharacterTest.txt: install the package unicode-data", file=sys.stderr)
        return
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    cases = [line for line in data.decode("utf-8").splitlines() if line and not line.startswith("#")]
    wrong = sum(not _is_right(case) for case in cases)
    yield Ratio("1", f"wrong-of-{len(cases)}-bidi-cases", [wrong / len(cases)], 0)


def _is_right(case: str) -> bool:
    codes, _, base, levels, order = (field.split() for field in case.split(";"))
    text = "".join(chr(int(code, 16)) for code in codes)
    found = visual_order(text, Direction.RTL if base == ["1"] else Direction.LTR)
    return [index for index in found if levels[index] != "x"] == [int(index) for index in order]
