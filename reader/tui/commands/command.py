"""What a command is: declared once, bound, shown in footer, palette, help and the README from that."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from reader.tui.reading import Reading


class Group(Enum):
    """The chapters of the help screen, in their order."""

    ANNOTATING = "Mark"
    SELECTING = "Select"
    MOVING = "Move"
    PANES = "Panes"
    PROGRAM = "Program"


def always(_reading: Reading) -> bool:
    """The command can run anywhere."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do: `keys` are sequences of key names, `hint` the word for it in the footer."""

    id: str
    keys: tuple[str, ...]
    action: Callable[[Reading, int | None], None]
    title: str
    help: str
    group: Group
    hint: str = ""
    when: Callable[[Reading], bool] = always


_SPELT = {
    "space": "space",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "backspace": "⌫",
}


def spelt(keys: str) -> str:
    """A key sequence as it is shown: `g g`, `ctrl+d`, `←`."""
    return " ".join(_SPELT.get(key, key) for key in keys.split())
