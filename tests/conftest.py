"""What every test stands on: nothing of the developer's machine, no clock, no colours of the day."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("reader", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("reader")


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder without settings, one for the whole run."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _own_machine(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, state and names come from the test, not from whoever runs it."""
    monkeypatch.setenv("HOME", str(empty_home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(empty_home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(empty_home / "state"))
    monkeypatch.setenv("READER_ANNOTATOR", "tester")
    monkeypatch.setenv("TZ", "UTC")
    for name in ("READER_DB", "COLUMNS", "LINES", "NO_COLOR", "UNICODE_VERSION", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def rounds() -> int:
    """How many rounds a long sweep goes: `make test-long ROUNDS=1000`."""
    return int(os.environ.get("ROUNDS", "100"))
