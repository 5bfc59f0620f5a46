"""Ratio 4: from a key to the last byte of what it brings, both panes scrolling a line; 4b: the worst of 200 keys."""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.programs import EMPTY, reader
from benchmarks.pty_session import SIZE, PtySession
from benchmarks.rounds import Ratio

_KEYS = 200
_ROUNDS = 5
_QUIET = 0.04
_STANDS = 0.5
# A row of text holds more than that, and a key that scrolls sends every row of both panes.
_BOTH_PANES = 50 * SIZE[0] // 2


def ratios() -> Iterator[Ratio]:
    """The ratio of the medians, a round each, and the worst key as a multiple of our median."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = reader(folder, times=12)
        with PtySession(command, folder) as ours, PtySession(EMPTY, folder) as empty:
            for session in (ours, empty):
                session.until_quiet(_STANDS, holding=b"tick" if session is empty else b"")
            measured = [_round(ours, empty) for _ in range(_ROUNDS + 1)][1:]
    yield Ratio("4", "key-to-last-byte", [statistics.median(a) / statistics.median(b) for a, b in measured], 2.5)
    yield Ratio("4b", "worst-of-200-keys", [max(a) / statistics.median(a) for a, _ in measured], 4)


def _round(ours: PtySession, empty: PtySession) -> tuple[list[float], list[float]]:
    """Seconds of 200 keys on each side, in turn; the cursor stands on the last row, so each scrolls a line."""
    ours.press(b"gg", _STANDS)
    ours.press(f"{SIZE[1]}j".encode(), _STANDS)
    pairs = [(ours.press(b"j", _QUIET), empty.press(b"x", _QUIET)) for _ in range(_KEYS)]
    painted = statistics.median(len(mine[0]) for mine, _ in pairs)
    if painted < _BOTH_PANES:
        print(f"benchmarks: a key brought {painted:.0f} bytes only: did both panes scroll?", file=sys.stderr)
    return [mine[1] for mine, _ in pairs], [theirs[1] for _, theirs in pairs]
