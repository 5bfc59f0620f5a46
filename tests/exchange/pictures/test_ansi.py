"""Coloured rows: the visual rows again when the colours are taken off."""

import re

import pytest

from reader.exchange.pictures.ansi import ansi
from reader.exchange.pictures.palette import DARK, LIGHT, Colours, Theme
from reader.exchange.pictures.spread import Spread
from reader.model import Direction
from reader.text.layout import lay_out

SGR = re.compile(r"\x1b\[([\d;]*)m")
ARABIC = "عاد الترام (Ligne 2) إلى المدينة."


def _rows(spread: Spread, width: int = 40, theme: Theme = Theme.AUTO) -> list[str]:
    return "".join(ansi(spread, width, theme)).splitlines()


def _cells(row: str, code: str) -> list[int]:
    """The characters of a row over which a code holds."""
    found, place, held = [], 0, ""
    for part, codes in re.findall(r"([^\x1b]+)|\x1b\[([\d;]*)m", row):
        if part:
            found += range(place, place + len(part)) if code in held.split(";") else []
            place += len(part)
        else:
            held = codes
    return found


def test_without_colours_it_is_the_visual_rows(spread, annotation):
    """Arabic rows end at the margin on the right, which names the label."""
    mark = annotation(ARABIC, "claim", (4, 10))
    row = SGR.sub("", _rows(spread(ARABIC, [mark], direction=Direction.RTL, outlet=None))[3])
    assert row == lay_out(ARABIC, 36, Direction.RTL)[0].text + " C  "


def test_an_underline_lights_exactly_the_span(spread, annotation):
    """The cells that are underlined are the cells of the entity."""
    start = ARABIC.index("Ligne")
    row = _rows(
        spread(ARABIC, [annotation(ARABIC, "entity", (start, start + 7))], direction=Direction.RTL, outlet=None)
    )[3]
    ((left, right),) = lay_out(ARABIC, 36, Direction.RTL)[0].cells(start, start + 7)
    assert _cells(row, "4") == list(range(left, right))


def test_two_texts_stand_side_by_side(column):
    """Every row has both texts, the shorter one is filled up."""
    texts = Spread("Story", (column("عاد", direction=Direction.RTL), column("Un.\nDeux.\nTrois.\n")))
    rows = [SGR.sub("", row) for row in _rows(texts, 61)]
    halves = [row.partition(" │ ") for row in rows]
    assert {(len(left), len(right)) for left, _, right in halves} == {(29, 29)}
    assert [right.strip() for _, _, right in halves] == [
        "Title", "2026-03-15 · Outlet · fr", "", "Un.", "Deux.", "Trois.",
    ]  # fmt: skip


@pytest.mark.parametrize("evil", ["\x1b]52;c;AAAA\x07", "\x9b2J", "\u202e\u2066", "\0\r\x7f"])
def test_nothing_but_our_own_colours_commands_the_terminal(spread, annotation, evil: str):
    """Texts, titles, outlets and labels come out as stand-ins."""
    text = f"Avant {evil} après"
    shown = spread(text, [annotation(text, evil, (0, 5))], title=evil, outlet=evil)
    left = SGR.sub("", "".join(ansi(shown, 40, Theme.DARK)))
    assert left.replace("\n", "").isprintable()


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_that_is_read_has_contrast(colours: Colours):
    """Text on page and marks, letters on the page: 4.5 to 1 or more (WCAG AA)."""
    pairs = [(colours.text, colours.page), (colours.muted, colours.page)]
    for shade in colours.labels.values():
        pairs += [(colours.text, shade.fill), (shade.line, colours.page)]
    assert [pair for pair in pairs if _contrast(*pair) < 4.5] == []
