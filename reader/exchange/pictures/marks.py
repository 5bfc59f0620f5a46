"""The marks of a document as a picture needs them: by place, and told apart by label."""

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from reader.model import LABELS, Annotation
from reader.text import graphemes
from reader.text.safe import safe

STYLES = (*LABELS, "other")


class Mark(NamedTuple):
    """A fragment of an annotation; `number` counts the fragments from 1."""

    start: int
    end: int
    number: int
    annotation: Annotation


class Sweep:
    """Tells which marks touch a stretch of the text; each stretch begins at or behind the start of the one before."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        marks = [
            Mark(part.start, part.end, number, annotation)
            for annotation in annotations
            for number, part in enumerate(annotation.fragments, 1)
        ]
        self._waiting = sorted(marks, key=attrgetter("start"), reverse=True)
        self._open: list[Mark] = []

    def touching(self, start: int, end: int) -> list[Mark]:
        """The marks on the stretch, longer ones first: that is how they are laid over one another."""
        self._open = [mark for mark in self._open if mark.end > start]
        while self._waiting and self._waiting[-1].start < end:
            mark = self._waiting.pop()
            if mark.end > start:
                self._open.append(mark)
        return sorted(self._open, key=_longest_first)


def _longest_first(mark: Mark) -> tuple[int, int, str]:
    return mark.start - mark.end, mark.start, mark.annotation.id


def labels_of(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The labels of the marks, each once, in the order of the margin."""
    return tuple(sorted({mark.annotation.label for mark in marks}, key=label_order))


def label_order(label: str) -> tuple[int, str]:
    """Ours first, then a project's own by name."""
    return (LABELS.index(label) if label in LABELS else len(LABELS), label)


def style_of(label: str) -> str:
    """One of STYLES; all labels of a project's own share the last."""
    return label if label in LABELS else STYLES[-1]


def letter_of(label: str) -> str:
    """The letter, one cell wide, that names the label in the margin: it is told by more than colour."""
    letter = graphemes.cut(safe(label).upper(), 1)
    return letter if graphemes.width(letter) == 1 and not graphemes.is_hidden(letter) else "?"
