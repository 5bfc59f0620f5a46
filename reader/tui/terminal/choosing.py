"""From what the terminal is, what was chosen for it and what was asked for to how it is spoken to."""

import os
from collections.abc import Mapping
from pathlib import Path

from reader.model import BadData, ReaderError
from reader.tui.terminal.finding import Finding
from reader.tui.terminal.way import EXPLICIT, KONSOLE, MLTERM, NOTHING, Way
from reader.workspace.settings import configured

BIDI = ("auto", "cells", "explicit", "words", "runs", "attr", "unmirrored")
JOINING = ("forms", "none")
TASHKEEL = ("auto", "keep", "strip")
WHOLE_SCREEN = frozenset({KONSOLE, MLTERM})
"""The switches that are not of a row: all that is shown changes with them."""
_VALUES = {"bidi": BIDI, "joining": JOINING, "tashkeel": TASHKEEL}


def chosen(finding: Finding, asked: Mapping[str, str | None]) -> tuple[Way, str]:
    """The way, and where its encoder comes from: the call, else config.toml, else the terminal's own, else found."""
    settings = {name: asked.get(name) or setting(name) for name in _VALUES}
    bidi, origin = settings["bidi"], "--bidi" if asked.get("bidi") else "config.toml"
    if bidi in {None, "auto"}:
        stored = None if asked.get("bidi") else stored_choices().get(finding.key)
        bidi, origin = stored or finding.encoder, "chosen for this terminal" if stored else finding.why
    marks = {"keep": True, "strip": False}.get(settings["tashkeel"] or "auto", finding.marks)
    encoder = str(bidi)
    way = Way(encoder, switches_for(encoder, finding), joining=settings["joining"] != "none", tashkeel=marks)
    return way, origin


def switches_for(encoder: str, finding: Finding) -> tuple[str, str]:
    """What the terminal is told: what was found for it; with another encoder only `explicit` needs to tell it."""
    if encoder == finding.encoder:
        return finding.switches
    if encoder in {"cells", "explicit"} and finding.switches in WHOLE_SCREEN:
        return finding.switches
    return EXPLICIT if encoder == "explicit" else NOTHING


def setting(name: str) -> str | None:
    """One of the words that `config.toml` may hold for `bidi`, `joining` or `tashkeel`."""
    value = configured(name)
    if value is not None and value not in _VALUES[name]:
        raise BadData(f"config.toml: {name} is {value!r}: write one of {', '.join(_VALUES[name])}")
    return value


def choices_path() -> Path:
    """Where the choices lie: `$XDG_STATE_HOME/reader/terminals.json`."""
    home = os.environ.get("XDG_STATE_HOME")
    return (Path(home) if home else Path.home() / ".local" / "state") / "reader" / "terminals.json"


def stored_choices() -> dict[str, str]:
    """Kind of terminal → the encoder that was picked for it."""
    path = choices_path()
    try:
        text = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return {}
    import json  # most people never choose

    try:
        stored = json.loads(text)
    except ValueError as error:
        raise BadData(f"{path}: cannot be read ({error}): remove it and pick again with reader terminal") from error
    if not isinstance(stored, dict):
        raise BadData(f"{path}: holds no choices: remove it and pick again with reader terminal")
    return {str(key): str(value) for key, value in stored.items() if value in BIDI}


def store_choice(key: str, encoder: str | None) -> None:
    """Keep the encoder for that kind of terminal; None forgets it."""
    import json

    choices = stored_choices()
    choices.pop(key, None)
    if encoder is not None:
        choices[key] = encoder
    path = choices_path()
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(choices, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        beside.replace(path)
    except OSError as error:
        raise ReaderError(
            f"{path}: cannot be written ({error.strerror}): give --bidi with each call", exit_code=os.EX_CANTCREAT
        ) from error
