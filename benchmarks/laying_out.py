"""Ratio 2: exact rows of a text over what tutorials do, which is wrong on wrapped rows."""

from collections.abc import Iterator

from arabic_reshaper import reshape
from bidi import get_display

from benchmarks import texts
from benchmarks.rounds import Ratio, compared, timed
from reader.text.layout import lay_out

_WIDTH = 90


def ratios() -> Iterator[Ratio]:
    """Arabic news, then Arabic and French on the same lines; every cache is emptied before each call."""
    yield _ratio("rows-of-arabic-news", texts.sample("ar"), 0.5)
    yield _ratio("rows-of-mixed-text", texts.mixed(), 1.5)
    for name, text in texts.seeds().items():
        yield _ratio(f"rows-of-seed-{name}", text, 0.5)


def _ratio(name: str, text: str, bar: float) -> Ratio:
    ours = timed(lambda: [row.placed for row in lay_out(text, _WIDTH)], texts.forget)
    theirs = timed(lambda: get_display(reshape(text)))
    return Ratio("2", name, compared(ours, theirs, rounds=11, repeats=3), bar)
