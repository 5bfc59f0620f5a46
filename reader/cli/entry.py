"""Where the process begins and ends: arguments in, exit code out."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from types import FrameType

import click

from reader.cli.failure import Failures, Interrupted
from reader.cli.output import finish
from reader.cli.root import ROOT
from reader.cli.session import Session


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `reader` with these arguments, else the process's, and return the exit code."""
    session = Session()
    failures = Failures(session)
    with failures, _interruptible():
        _hold_standard_files()
        failures.exit_code = _run(list(sys.argv[1:] if arguments is None else arguments), session)
        finish()
    return failures.exit_code


def _run(arguments: list[str], session: Session) -> int:
    # Not click's own `main`: it answers a broken pipe with 1 and swallows ctrl-c into a blank line.
    try:
        with ROOT.make_context("reader", arguments, obj=session) as context:
            return ROOT.invoke(context) or 0
    except click.exceptions.Exit as stop:
        return stop.exit_code


def _hold_standard_files() -> None:
    """Keep 0, 1 and 2 from becoming the database's when they were closed at the start."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """A hang-up or a polite kill unwinds, so that temporary files go; a signal that is ignored stays ignored."""

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # the signature is Python's
        raise Interrupted(number)

    before = {}
    for number in (signal.SIGHUP, signal.SIGTERM):
        # Signals are the main thread's; a test may call from another.
        with contextlib.suppress(ValueError):
            if signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
