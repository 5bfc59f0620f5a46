"""The colours of pictures on light and on dark ground; every pair that is read has a contrast of 4.5 or more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """The ground of a picture; AUTO is what the viewer prefers."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Shade:
    """A label's colours: what lies under the text, and what lines and letters are drawn in."""

    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme, as `#rrggbb`."""

    page: str
    text: str
    muted: str
    rule: str
    labels: Mapping[str, Shade]


LIGHT = Colours(
    page="#ffffff",
    text="#1b1f24",
    muted="#59636e",
    rule="#d1d9e0",
    labels={
        "entity": Shade("#cfe3ff", "#0550ae"),
        "claim": Shade("#ffe7b3", "#8a5a00"),
        "source": Shade("#c8efd1", "#116329"),
        "other": Shade("#ead9ff", "#6639ba"),
    },
)
DARK = Colours(
    page="#0d1117",
    text="#e6edf3",
    muted="#9198a1",
    rule="#3d444d",
    labels={
        "entity": Shade("#1c3f70", "#79b8ff"),
        "claim": Shade("#574108", "#f2cc60"),
        "source": Shade("#1a4a2a", "#7ee787"),
        "other": Shade("#43296e", "#d2a8ff"),
    },
)


def rules(theme: Theme, write: Callable[[Colours], str]) -> str:
    """The style rules of a theme; with AUTO those for light ground, and those for dark where that is preferred."""
    if theme is Theme.AUTO:
        return f"{write(LIGHT)}\n@media (prefers-color-scheme:dark){{\n{write(DARK)}\n}}"
    return write(LIGHT if theme is Theme.LIGHT else DARK)
