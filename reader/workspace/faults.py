"""Bad lines of a file, gathered so that a person sees them together."""

from collections.abc import Iterator
from contextlib import contextmanager

from reader.model import BadData

_SHOWN = 20
_LONGEST = 200


class Faults:
    """Counts what is wrong with a file and keeps the first of it."""

    def __init__(self) -> None:
        self._count = 0
        self._shown: list[str] = []

    @contextmanager
    def of(self, number: int) -> Iterator[None]:
        """Inside, bad data is put down to the line of that number, and the next line has its turn."""
        try:
            yield
        except BadData as error:
            self.add(f"line {number}: {error}")

    def add(self, words: str) -> None:
        """Put something down as wrong."""
        self._count += 1
        if len(self._shown) < _SHOWN:
            self._shown.append(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")

    def stop(self) -> None:
        """Raise BadData that tells what is wrong, if anything is."""
        if not self._count:
            return
        more = f"; and {self._count - len(self._shown)} more" if self._count > len(self._shown) else ""
        plural = "is" if self._count == 1 else "are"
        things = "thing" if self._count == 1 else "things"
        raise BadData(f"{self._count} {things} {plural} wrong: nothing was loaded: {'; '.join(self._shown)}{more}")
