"""Who annotates and which file is used."""

from pathlib import Path

import pytest

from reader.model import BadData, UsageError
from reader.workspace import settings


@pytest.fixture(autouse=True)
def _nothing_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("READER_ANNOTATOR", raising=False)
    monkeypatch.delenv("READER_DB", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "login")


def configured(tmp_path: Path, text: str) -> None:
    """Settings in their place."""
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "config.toml").write_text(text, encoding="utf-8")


def test_the_nearest_word_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The call comes before the environment, that before the settings, those before the login name."""
    assert settings.annotator() == "login"
    configured(tmp_path, 'annotator = "نور"')
    assert settings.annotator() == "نور"
    monkeypatch.setenv("READER_ANNOTATOR", "amal")
    assert settings.annotator() == "amal"
    assert settings.annotator("basma") == "basma"


def test_the_database_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The call comes before the environment, that before the current folder."""
    assert settings.database_path() == Path("annotations.db")
    monkeypatch.setenv("READER_DB", "b.db")
    assert settings.database_path() == Path("b.db")
    assert settings.database_path("c.db") == Path("c.db")


@pytest.mark.parametrize("text", ["annotator = ", "annotator = 3"])
def test_broken_settings_are_named(tmp_path: Path, text: str) -> None:
    """Settings that cannot be read are not passed over."""
    configured(tmp_path, text)
    with pytest.raises(BadData, match=r"config\.toml"):
        settings.annotator()


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[31m"])
def test_a_name_can_be_shown(name: str) -> None:
    """An empty name, or one that holds control characters, is refused."""
    with pytest.raises(UsageError):
        settings.annotator(name)
