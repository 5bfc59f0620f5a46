"""A and B in turn, round by round: only ratios are kept, since machines differ and are never quiet."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """The ratios of the rounds and the bar that their median should stay under."""

    number: str
    name: str
    rounds: Sequence[float]
    bar: float

    @property
    def median(self) -> float:
        """What counts."""
        return statistics.median(self.rounds)

    def __str__(self) -> str:
        verdict = "ok" if self.median <= self.bar else "MISSED"
        spread = f"{min(self.rounds):.2f}..{max(self.rounds):.2f}"
        return f"{self.number} {self.name} {self.median:.2f} {spread} bar {self.bar:g} {verdict}"


Timed = Callable[[], float]


def compared(first: Timed, second: Timed, *, rounds: int = 9, repeats: int = 1) -> list[float]:
    """First / second, a ratio a round, one round before them thrown away; a round takes medians of `repeats` pairs."""
    ratios = []
    for _ in range(rounds + 1):
        pairs = [(first(), second()) for _ in range(repeats)]
        ratios.append(statistics.median(pair[0] for pair in pairs) / statistics.median(pair[1] for pair in pairs))
    return ratios[1:]


def timed(work: Callable[[], object], before: Callable[[], object] | None = None) -> Timed:
    """A clock around `work`, without what is done `before` it."""

    def measure() -> float:
        if before is not None:
            before()
        gc.collect()
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return measure
