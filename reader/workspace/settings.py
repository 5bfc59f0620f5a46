"""Who annotates and which file is used, when the call does not say."""

import os
from pathlib import Path

from reader.model import BadData, UsageError

DEFAULT_DATABASE = "annotations.db"


def annotator(given: str | None = None) -> str:
    """The name given, else `$READER_ANNOTATOR`, else that in `config.toml`, else the login name."""
    name = given if given is not None else os.environ.get("READER_ANNOTATOR") or configured("annotator") or _login()
    if not name.strip() or not name.isprintable():
        raise UsageError("annotator: empty or not printable: name who annotates with --annotator")
    return name


def database_path(given: str | Path | None = None) -> Path:
    """The file given, else `$READER_DB`, else `annotations.db` in the current folder."""
    return Path(given or os.environ.get("READER_DB") or DEFAULT_DATABASE)


def config_path() -> Path:
    """Where the settings lie: `$XDG_CONFIG_HOME/reader/config.toml`."""
    home = os.environ.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "reader" / "config.toml"


def configured(name: str) -> str | None:
    """The text that `config.toml` holds under that name; None without one."""
    path = config_path()
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None
    except (UnicodeDecodeError, OSError) as error:
        raise _unreadable(path, error) from error
    import tomllib  # most people have no such file

    try:
        settings = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, error) from error
    value = settings.get(name)
    if value is not None and not isinstance(value, str):
        raise BadData(f'{path}: {name} is no text: write {name} = "…"')
    return value


def _unreadable(path: Path, error: Exception) -> BadData:
    return BadData(f"{path}: cannot be read ({error}): correct it or move it away")


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("annotator: this login has no name: name who annotates with --annotator") from error
