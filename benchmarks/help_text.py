"""Ratio 11: `reader --help` over the import of click alone."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator

from benchmarks.rounds import Ratio, compared, timed


def ratios() -> Iterator[Ratio]:
    """Two processes of the same Python."""
    with tempfile.TemporaryDirectory() as folder:

        def run(*arguments: str) -> None:
            subprocess.run([sys.executable, *arguments], cwd=folder, stdout=subprocess.DEVNULL, check=True)

        rounds = compared(
            timed(lambda: run("-m", "reader", "--help")), timed(lambda: run("-c", "import click")), rounds=9, repeats=3
        )
    yield Ratio("11", "help", rounds, 1.5)
