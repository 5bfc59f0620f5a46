"""The command line as a test calls it: in this process, or as a process of its own."""

import contextlib
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from reader.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `reader` in this process, in an empty folder; standard input is bytes."""

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with monkeypatch.context() as streams:
            streams.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            streams.setattr(sys, "stdout", out)
            streams.setattr(sys, "stderr", err)
            code = main(arguments)
        out.flush()
        err.flush()
        return Outcome(code, out.buffer.getvalue().decode("utf-8"), err.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]  # a BytesIO

    return call


@pytest.fixture
def command() -> list[str]:
    """The words that start `reader` as a process of its own."""
    return [sys.executable, "-m", "reader"]


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment for such a process: this tree's `reader`, and no settings of anybody."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def spawn(
    command: list[str], environment: dict[str, str], folder: Path
) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start `reader` as a process, its three standard files as pipes unless told otherwise."""
    started = contextlib.ExitStack()

    def start(*arguments: str | bytes, **settings: object) -> subprocess.Popen[bytes]:
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        # Whoever runs the tests in the background of a shell has SIGINT ignored, and so would the program.
        heeding = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
        merged = {**streams, "env": environment, "cwd": folder, "preexec_fn": heeding, **settings}
        process = subprocess.Popen([*command, *arguments], **merged)  # type: ignore[call-overload]  # as it names them
        return started.enter_context(process)

    with started:
        yield start


@pytest.fixture
def french(folder: Path, run: Run) -> str:
    """The id of a short French document in ./annotations.db."""
    (folder / "fr.txt").write_bytes("Le tram revient à Port-Clair.\nIl roule depuis lundi 👩‍🚒.\n".encode())
    return run("import", "fr.txt").lines[0]


@pytest.fixture
def arabic(folder: Path, run: Run) -> str:
    """The id of a short Arabic document in ./annotations.db."""
    (folder / "ar.txt").write_bytes("عاد الترام إلى المدينة.\nقال الوزير: «سيعمل يوم الاثنين».\n".encode())
    return run("import", "ar.txt").lines[0]
