"""What each line of a page shows, worked out without painting: equal lines need no repaint."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.model import LABELS, Annotation, Fragment
from reader.text.rows import Row
from reader.tui.visual import one_line
from reader.tui.widgets.painting import Layer
from reader.workspace.reading import View


class PageLine(NamedTuple):
    """A row, what lies on it from the lowest layer to the highest, the labels on it, the cursor's offset."""

    row: Row
    layers: tuple[Layer, ...]
    labels: tuple[str, ...]
    cursor: int | None


def lines_of(view: View, annotations: Sequence[Annotation]) -> list[PageLine]:
    """The lines of the view's page with these annotations on them."""
    layers = _layers(view, annotations)
    fragments = [(fragment, annotation.label) for annotation in annotations for fragment in annotation.fragments]
    cursor = view.cursor
    return [
        PageLine(
            row,
            tuple([layer for layer in layers if layer.start < row.end and row.start < layer.end]) if layers else (),
            _labels_on(row, fragments) if fragments else (),
            cursor if row.start <= cursor < max(row.end, row.start + 1) else None,
        )
        for row in view.page.rows
    ]


def _labels_on(row: Row, fragments: Sequence[tuple[Fragment, str]]) -> tuple[str, ...]:
    labels = {label for fragment, label in fragments if fragment.start < row.end and row.start < fragment.end}
    return tuple(sorted(labels, key=_order)) if labels else ()


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
