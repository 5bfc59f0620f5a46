"""A reading as a drawing: every cluster stands in its cell, so that no viewer's own bidi can move it.

Text in one direction is one element a word. Where a right-to-left letter occurs, each letter has its own `x`, and the
elements also switch the viewer's ordering off. No font, script or picture is fetched from anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader.exchange.pictures.legend import SPACE, Entry, labels_in, legend_rows
from reader.exchange.pictures.marks import STYLES, letter_of, style_of
from reader.exchange.pictures.markup import escaped
from reader.exchange.pictures.palette import Colours, Theme, rules
from reader.exchange.pictures.sheet import Kind, Line, Place, extent, lines, places
from reader.exchange.pictures.spread import Spread
from reader.text.joining import joining_type
from reader.text.rows import Placed

SIZE = 14
CELL = 8.43  # the advance of DejaVu Sans Mono at that size
ROW = 25
EDGE = 16
_BASELINE = 15
_MARK_TOP, _MARK_HEIGHT = 1, 18
_LANES = dict(zip(STYLES, (20.0, 22.0, 24.0, 24.0), strict=True))
_DASHES = {"entity": "", "claim": "6 2", "source": "1.5 2", "other": "9 2 2 2"}
_FIRST_RTL = 0x0590
_TEXT = (
    f"text{{font-family:'DejaVu Sans Mono',monospace;font-size:{SIZE}px;"
    "direction:ltr;unicode-bidi:bidi-override;white-space:pre}.title,.letter{font-weight:bold}"
)


def svg(spread: Spread, width: int, theme: Theme) -> Iterator[str]:
    """The lines of a stand-alone SVG of the spread, `width` cells wide."""
    found = places(spread.columns, width)
    across = extent(spread.columns, width)
    legend = legend_rows(labels_in(spread), across)
    heights = [sum(1 for _ in lines(column, place.width)) for column, place in zip(spread.columns, found, strict=True)]
    bottom = EDGE + max(heights, default=0) * ROW
    yield from _head(spread, across, bottom + (len(legend) * ROW + EDGE if legend else 0), theme)
    for index, (column, place) in enumerate(zip(spread.columns, found, strict=True)):
        if index:
            middle = _number(_x(min(place.text, place.letters)) - 1.5 * CELL)
            yield f'<path class="rule" d="M{middle} {EDGE}V{bottom}"/>\n'
        for number, line in enumerate(lines(column, place.width)):
            yield from _line(line, place, EDGE + number * ROW)
    yield from _legend(legend, bottom + EDGE)
    yield "</svg>\n"


def _head(spread: Spread, width: int, height: int, theme: Theme) -> Iterator[str]:
    across, down = _number(2 * EDGE + width * CELL), height + EDGE
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" '
        f'width="{across}" height="{down}" viewBox="0 0 {across} {down}">\n'
    )
    yield f'<title id="title">{escaped(spread.name)}</title>\n'
    marks = sum(len(column.annotations) for column in spread.columns)
    texts = " / ".join(column.document.title for column in spread.columns)
    yield f'<desc id="description">{escaped(texts)} ({marks} marked)</desc>\n'
    yield f"<style>\n{_TEXT}\n{rules(theme, _colours)}\n</style>\n"
    yield f'<rect class="page" width="{across}" height="{down}"/>\n'


def _colours(colours: Colours) -> str:
    found = [
        f".page{{fill:{colours.page}}}.text,.title{{fill:{colours.text}}}.about{{fill:{colours.muted}}}",
        f".rule{{stroke:{colours.rule}}}",
    ]
    for style, shade in colours.labels.items():
        dashes = f";stroke-dasharray:{_DASHES[style]}" if _DASHES[style] else ""
        found.append(
            f".{style}{{fill:{shade.fill}}}.letter.{style}{{fill:{shade.line}}}"
            f".line.{style}{{stroke:{shade.line};stroke-width:1.4{dashes}}}"
        )
    return "\n".join(found)


def _line(line: Line, place: Place, top: float) -> Iterator[str]:
    """The marks of a line, then what is written on it."""
    for mark in line.marks:
        style = style_of(mark.annotation.label)
        for start, end in line.row.cells(mark.start, mark.end):
            yield from _mark(style, place.text + start, end - start, top)
    for index, label in enumerate(line.labels):
        yield _text(letter_of(label), place.letters + index, top, f"letter {style_of(label)}")
    kind = "text" if line.kind is Kind.BLANK else line.kind.value
    for run in _runs(line.row.placed):
        yield _run(run, place.text, top, kind)


def _mark(style: str, cell: int, width: int, top: float) -> Iterator[str]:
    left, across = _x(cell), width * CELL
    yield (
        f'<rect class="{style}" x="{_number(left)}" y="{_number(top + _MARK_TOP)}" '
        f'width="{_number(across)}" height="{_MARK_HEIGHT}" rx="2"/>\n'
    )
    under = _number(top + _LANES[style])
    yield f'<path class="line {style}" d="M{_number(left + 0.7)} {under}H{_number(left + across - 0.7)}"/>\n'


def _runs(placed: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Words of letters that can be told apart by number, and each other cluster for itself; blanks are left out."""
    run: list[Placed] = []
    for each in placed:
        is_blank = not each.text.strip(" ")
        is_simple = each.width == len(each.text) == 1 and ord(each.text) <= 0xFFFF and not _joins(each.text)
        if run and (is_blank or not is_simple):
            yield run
            run = []
        if is_simple and not is_blank:
            run.append(each)
        elif not is_blank:
            yield [each]
    if run:
        yield run


def _joins(letter: str) -> bool:
    """A viewer would join it to what stands beside it: it has no presentation form."""
    return ord(letter) >= _FIRST_RTL and joining_type(letter) in {"R", "D", "L", "C"}


def _run(run: Sequence[Placed], cell: int, top: float, style: str) -> str:
    shown = "".join([each.text for each in run])
    if len(run) > 1 and max(map(ord, shown)) < _FIRST_RTL:
        return _text(shown, cell + run[0].cell, top, style, width=len(run))
    return _text(shown, [cell + each.cell for each in run], top, style)


def _text(shown: str, cells: int | Sequence[int], top: float, style: str, width: int = 0) -> str:
    each = [cells] if isinstance(cells, int) else cells
    place = " ".join([_number(_x(cell)) for cell in each])
    fitted = f' textLength="{_number(width * CELL)}" lengthAdjust="spacingAndGlyphs"' if width else ""
    return f'<text class="{style}" x="{place}" y="{_number(top + _BASELINE)}"{fitted}>{escaped(shown)}</text>\n'


def _legend(rows: Sequence[Sequence[Entry]], top: float) -> Iterator[str]:
    for number, row in enumerate(rows):
        cell = 0
        for entry in row:
            yield from _mark(entry.style, cell + 2, entry.width - 2, top + number * ROW)
            yield _text(entry.letter, cell, top + number * ROW, f"letter {entry.style}")
            yield _text(entry.name, range(cell + 2, cell + entry.width), top + number * ROW, "text")
            cell += entry.width + SPACE


def _x(cell: float) -> float:
    return EDGE + cell * CELL


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
