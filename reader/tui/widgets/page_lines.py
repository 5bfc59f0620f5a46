"""What each line of a page shows, worked out without painting: equal lines need no repaint."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from reader.model import LABELS, Annotation
from reader.text.rows import Row
from reader.tui.visual import one_line
from reader.tui.widgets.painting import Layer
from reader.workspace.reading import View

_Stretch = TypeVar("_Stretch", bound=tuple[int, int, str])


class PageLine(NamedTuple):
    """A row, what lies on it from the lowest layer to the highest, the labels on it, the cursor's offset."""

    row: Row
    layers: tuple[Layer, ...]
    labels: tuple[str, ...]
    cursor: int | None


def lines_of(view: View, annotations: Sequence[Annotation]) -> list[PageLine]:
    """The lines of the view's page with these annotations on them; some may lie beside the page."""
    rows = view.page.rows
    cursor = view.cursor
    layers = _spread(rows, _layers(view, annotations))
    labels = _spread(rows, [(each.start, each.end, one.label) for one in annotations for each in one.fragments])
    return [
        PageLine(
            row,
            tuple(layers.get(index, ())),
            tuple(sorted({label for _, _, label in labels[index]}, key=_order)) if index in labels else (),
            cursor if row.start <= cursor < max(row.end, row.start + 1) else None,
        )
        for index, row in enumerate(rows)
    ]


def _spread(rows: Sequence[Row], stretches: Sequence[_Stretch]) -> dict[int, list[_Stretch]]:
    """For each row that is touched, by its index, the stretches (start, end, …) that touch it, in their order."""
    found: dict[int, list[_Stretch]] = {}
    starts = [row.start for row in rows] if stretches else []
    for stretch in stretches:
        start, end = stretch[0], stretch[1]
        for index in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
            if start < rows[index].end:
                found.setdefault(index, []).append(stretch)
    return found


def _layers(view: View, annotations: Sequence[Annotation]) -> list[Layer]:
    """Longer marks below shorter ones, the chosen one over them, the selection over all."""
    by_length = sorted(annotations, key=lambda one: (one.start - one.end, one.start, one.id))
    chosen = [annotation for annotation in by_length if annotation.id == view.current]
    layers = [
        Layer(fragment.start, fragment.end, style_of(annotation.label))
        for annotation in by_length
        for fragment in annotation.fragments
    ]
    layers += [
        Layer(fragment.start, fragment.end, style_of(annotation.label) + "-current")
        for annotation in chosen
        for fragment in annotation.fragments
    ]
    selection = view.selection
    if selection is not None:
        layers.append(Layer(selection.start, selection.end, "selection"))
    return layers


def style_of(label: str) -> str:
    """The name of a label's style; all labels of a project's own share one."""
    return label if label in LABELS else "other"


def letter_of(label: str) -> str:
    """The letter that names the label in the margin: it is told by more than colour."""
    return label[0].upper() if label in LABELS else one_line(label[:1].upper(), 1)


def _order(label: str) -> tuple[int, str]:
    return (LABELS.index(label) if label in LABELS else len(LABELS), label)
