"""Errors that a person can act on, each with the exit code of the command line."""

import os


class ReaderError(Exception):
    """Something to tell the user in one line: what, why, what now."""

    exit_code = os.EX_DATAERR

    def __init__(self, message: str, *, exit_code: int | None = None) -> None:
        super().__init__(message)
        if exit_code is not None:
            self.exit_code = exit_code


class UsageError(ReaderError):
    """The call's words are off (2)."""

    exit_code = 2


class BadData(ReaderError):
    """What was given, or lies in the file, is not what it should be (65)."""


class NothingToUndo(ReaderError):
    """There is no step to take back or bring again (1)."""

    exit_code = 1


class BusyError(ReaderError):
    """Another program holds the file, or changed the record meanwhile (75)."""

    exit_code = os.EX_TEMPFAIL


class NewerSchema(ReaderError):
    """The database was written by a newer reader (78)."""

    exit_code = os.EX_CONFIG
