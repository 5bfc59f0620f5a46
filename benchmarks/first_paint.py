"""Ratio 5: from the start of the process to the last byte of the first screen, with two documents in a database."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import empty_app
from benchmarks.programs import EMPTY, reader
from benchmarks.pty_session import PtySession
from benchmarks.rounds import Ratio, Timed, compared

_STANDS = 0.3
# What the two screens cannot be without: the line that counts; the place of what is under the cursor.
_OURS, _THEIRS = b"code points", empty_app.MARKER.encode()


def ratios() -> Iterator[Ratio]:
    """Our first screen over that of an empty app."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = reader(folder)
        rounds = compared(_first_screen(command, folder, _OURS), _first_screen(EMPTY, folder, _THEIRS), rounds=11)
    yield Ratio("5", "first-paint", rounds, 1.4)


def _first_screen(command: Sequence[str], folder: Path, holding: bytes) -> Timed:
    def measure() -> float:
        with PtySession(command, folder) as session:
            _, last = session.until_quiet(_STANDS, holding=holding)
            return last - session.started

    return measure
