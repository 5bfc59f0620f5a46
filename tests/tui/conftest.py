"""The program as a person has it: under a terminal of our own, keys in, and everything it writes read back."""

import contextlib
import errno
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
READER = [sys.executable, "-m", "reader"]
PATIENCE = 15.0
# Gives the new session its terminal, as a login does, then becomes the program.
LOGIN = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[ -/]*[0-~])", re.DOTALL
)


# What a terminal says that knows only the question which all know.
ANSWERS = {b"\x1b[c": b"\x1b[?62c"}


class Terminal:
    """A terminal with a program in it; `output` is all that the program has written, `answers` what it says to what."""

    def __init__(self, command: Sequence[str], folder: Path, env: Mapping[str, str], size: tuple[int, int]) -> None:
        self.answers = dict(ANSWERS)
        self._master, self.slave = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(self.slave)
        self.output = b""
        self._seen = 0
        self.process = subprocess.Popen(
            [sys.executable, "-ISc", LOGIN, *command],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            cwd=folder,
            env=dict(env),
            start_new_session=True,
        )

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, in cells."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def press(self, *keys: str) -> None:
        """Type the keys; what `see` looks for must come after them."""
        self._read(0)
        self._seen = len(self.output)
        os.write(self._master, "".join(keys).encode())

    def see(self, pattern: str) -> str:
        """Wait until the program has written something like this since the last keys; it is taken without its looks."""
        deadline = time.monotonic() + PATIENCE
        while (found := re.search(pattern, self.written)) is None:
            if time.monotonic() > deadline or not self._read(deadline - time.monotonic()):
                pytest.fail(f"{pattern!r} did not come; since the last keys came {self.written[-2000:]!r}")
        return found.group()

    @property
    def written(self) -> str:
        """The text written since the last keys, without what moves the cursor and colours it."""
        return SEQUENCE.sub("", self.output[self._seen :].decode(errors="replace"))

    def settle(self, quiet: float = 0.2) -> None:
        """Wait until nothing more comes."""
        deadline = time.monotonic() + PATIENCE
        while self._read(quiet):
            if time.monotonic() > deadline:
                pytest.fail(f"the program writes and writes; its last words are {self.written[-2000:]!r}")

    def end(self) -> int:
        """Wait for the program to end; its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                pytest.fail(f"the program did not end; its last words are {self.written[-2000:]!r}")
            self._read(0.02)
        self.settle(0)
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the window while the program runs in it."""
        for descriptor in (self.slave, self._master):
            os.close(descriptor)
        self.slave = self._master = -1

    def close(self) -> None:
        """End whatever still runs."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self._master >= 0:
            self.hang_up()

    def _read(self, seconds: float) -> bool:
        """Take what comes within so many seconds; False when nothing does, or nobody is there to send it."""
        if not select.select([self._master], [], [], max(0, seconds))[0]:
            return False
        try:
            piece = os.read(self._master, 1 << 16)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        before = len(self.output)
        self.output += piece
        for question, answer in self.answers.items():
            if question in self.output[max(0, before - len(question) + 1) :]:
                os.write(self._master, answer)
        return bool(piece)


Start = Callable[..., Terminal]
Run = Callable[..., str]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home of the test's own and a terminal like most."""
    home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT), "READER_ANNOTATOR": "tester"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("READER", "TEXTUAL", "TMUX"))}
    return {**kept, **home, **own, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Call the command line in the test's folder, which must succeed; its standard output."""

    def call(*arguments: str, stdin: str = "") -> str:
        done = subprocess.run(
            [*READER, *arguments], cwd=tmp_path, env=environment, input=stdin.encode(), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.decode("utf-8")

    return call


@pytest.fixture
def exported(run: Run) -> Callable[[], list[dict[str, Any]]]:
    """The annotations as `reader export` prints them now."""
    return lambda: [json.loads(line) for line in run("export").splitlines()]


@pytest.fixture
def start(tmp_path: Path, environment: dict[str, str]) -> Iterator[Start]:
    """Start `reader` with these arguments (or the whole `command`) in a terminal, 80x24 unless told otherwise."""
    with contextlib.ExitStack() as started:

        def begin(
            *arguments: str, size: tuple[int, int] = (80, 24), command: Sequence[str] = READER, **more: str
        ) -> Terminal:
            terminal = Terminal([*command, *arguments], tmp_path, {**environment, **more}, size)
            started.callback(terminal.close)
            return terminal

        yield begin


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, str]:
    """A French and an Arabic text of one event, by file name, which lie in the test's folder."""
    written = {
        "fr.txt": "Le tram revient à Port-Clair\n"
        "Lundi matin, la maire 👩‍🚒 Élodie Morel a rouvert la ligne 2. Elle a parlé d’une « fête ».\n",
        "ar.txt": "الترام يعود إلى المدينة\n"
        "🚋 أعلنت البلدية عودة الخطّ 2 صباح الاثنين. وقالت الرئيسة سلمى: «عاد البحر إلى المدينة»، ثم غادرت المكان.\n",
    }
    for name, text in written.items():
        (tmp_path / name).write_bytes(text.encode("utf-8"))
    return written
