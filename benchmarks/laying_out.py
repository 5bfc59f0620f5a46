"""Ratio 2: exact rows of a text over what tutorials do, which is wrong on wrapped rows."""

from collections.abc import Iterator

from arabic_reshaper import reshape
from bidi import get_display

from benchmarks import texts
from benchmarks.rounds import Ratio, compared, timed
from reader.text.layout import lay_out

_WIDTH = 90


def ratios() -> Iterator[Ratio]:
    """Arabic news, then Arabic and French on the same lines; every cache is emptied before each call.

    Once as rows are painted, once with the place of every cluster asked for: that is worked out on demand.
    """
    yield from _ratios("arabic-news", texts.sample("ar"), 0.5)
    yield from _ratios("mixed", texts.mixed(), 1.5)
    for name, text in texts.seeds().items():
        yield from _ratios(f"seed-{name}", text, 0.5)


def _ratios(name: str, text: str, bar: float) -> Iterator[Ratio]:
    theirs = timed(lambda: get_display(reshape(text)))
    rows = timed(lambda: lay_out(text, _WIDTH), texts.forget)
    yield Ratio("2", f"rows-of-{name}", compared(rows, theirs, rounds=11, repeats=3), bar)
    places = timed(lambda: [row.placed for row in lay_out(text, _WIDTH)], texts.forget)
    yield Ratio("2", f"rows-and-places-of-{name}", compared(places, theirs, rounds=11, repeats=3), bar)
