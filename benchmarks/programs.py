"""The programs that are started under a terminal: ours with two texts in a database, and the empty one."""

import subprocess
import sys
from pathlib import Path

from benchmarks import empty_app, texts

EMPTY = [sys.executable, empty_app.__file__]


def reader(folder: Path, *, times: int = 1) -> list[str]:
    """The command that opens an Arabic and a French text side by side, both already in a database in the folder."""
    command = [sys.executable, "-m", "reader", "--db", str(folder / "annotations.db")]
    paths = [folder / f"{language}.txt" for language in ("ar", "fr")]
    for path in paths:
        path.write_text(texts.sample(path.stem, times), encoding="utf-8")
    imported = subprocess.run(
        [*command, "import", "--story", "Tramway", *map(str, paths)], cwd=folder, capture_output=True, check=True
    )
    return [*command, "open", *imported.stdout.decode().split()]
