"""Tagging, finding, removing annotations, and taking it back."""

from collections.abc import Callable

from reader.model import Annotation
from reader.tui.commands.command import Command, Group
from reader.tui.reading import CopyText, Reading
from reader.tui.visual import shortened
from reader.workspace import Step

_QUOTE_CLUSTERS = 40


def _quoted(annotation: Annotation) -> str:
    return "…".join(shortened(fragment.quote, _QUOTE_CLUSTERS) for fragment in annotation.fragments)


def _tag(label: str) -> Callable[[Reading, int | None], None]:
    def action(reading: Reading, _count: int | None) -> None:
        span = reading.target()
        if span is None:
            reading.say("No word under the cursor: move to one, or select with v or space.", alarm=True)
            return
        added = reading.workspace.annotations.add(reading.view.document.id, [span], label)
        reading.changed()
        reading.view.stand_on(added.annotation)
        if added.is_new:
            reading.say(f"Saved as {label}: “{_quoted(added.annotation)}”  (u takes it back)")
        else:
            reading.say(f"You already tagged exactly this as {label}.")

    return action


def _step(forward: bool) -> Callable[[Reading, int | None], None]:
    def action(reading: Reading, _count: int | None) -> None:
        annotation = _found(reading, forward=forward)
        if annotation is None:
            reading.say("No annotation further on." if forward else "No annotation before this.")
            return
        reading.view.stand_on(annotation)

    return action


def _found(reading: Reading, *, forward: bool) -> Annotation | None:
    """The next annotation in the order of the text, those that begin at the cursor one after the other."""
    view, annotations = reading.view, reading.workspace.annotations
    here = [
        one for one in annotations.within(view.document.id, view.cursor, view.cursor + 1) if one.start == view.cursor
    ]
    shown = reading.annotation()
    place = next((index for index, one in enumerate(here) if shown is not None and one.id == shown.id), None)
    if place is not None:
        beside = place + 1 if forward else place - 1
        if 0 <= beside < len(here):
            return here[beside]
    if forward:
        return annotations.after(view.document.id, view.cursor)
    return annotations.before(view.document.id, view.cursor)


def cycle(reading: Reading, _count: int | None) -> None:
    """Go through the annotations under the cursor."""
    found = reading.under_cursor()
    if len(found) < 2:
        reading.say("No other annotation lies under the cursor." if found else "No annotation lies under the cursor.")
        return
    ids = [annotation.id for annotation in found]
    current = reading.view.current
    reading.view.current = ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[1]


def remove(reading: Reading, _count: int | None) -> None:
    """Remove the annotation under the cursor."""
    annotation = reading.annotation()
    if annotation is None:
        reading.say("No annotation lies under the cursor: ] goes to the next one.", alarm=True)
        return
    reading.workspace.annotations.remove(annotation)
    reading.changed()
    reading.view.current = None
    reading.say(f"Removed the {annotation.label}: “{_quoted(annotation)}”  (u brings it back)")


def undo(reading: Reading, count: int | None) -> None:
    """Take back your last step."""
    for _ in range(count or 1):
        _show(reading, reading.workspace.history.undo(), "Undone")


def redo(reading: Reading, count: int | None) -> None:
    """Bring back the step that was undone last."""
    for _ in range(count or 1):
        _show(reading, reading.workspace.history.redo(), "Redone")


def _show(reading: Reading, step: Step, done: str) -> None:
    """Say what was taken back and go where it was."""
    reading.changed()
    reading.say(f"{done}: {step.summary}")
    for index, view in enumerate(reading.views):
        if view.document.id == step.document:
            reading.active = index
            view.drop_selection()
            if step.span is not None:
                view.move_to(step.span.start)


def copy(reading: Reading, _count: int | None) -> None:
    """Copy the selection, or the quote of the annotation, or the word under the cursor."""
    view = reading.view
    annotation = None if view.selection else reading.annotation()
    if annotation is not None:
        text = " … ".join(fragment.quote for fragment in annotation.fragments)
    else:
        span = reading.target()
        if span is None:
            reading.say("Nothing to copy here: select with v or space.", alarm=True)
            return
        text = view.text.slice(span.start, span.end)
    reading.post(CopyText(text))
    reading.say(f"Copied: “{shortened(text, _QUOTE_CLUSTERS)}”")


def can_mark(reading: Reading) -> bool:
    """The database takes changes."""
    return not reading.workspace.is_read_only


COMMANDS = (
    Command(
        "annotate.entity",
        ("e",),
        _tag("entity"),
        "Entity",
        "Tag the selection, or the word, as an entity",
        Group.ANNOTATING,
        hint="entity",
        when=can_mark,
    ),
    Command(
        "annotate.claim",
        ("c",),
        _tag("claim"),
        "Claim",
        "Tag the selection, or the word, as a claim",
        Group.ANNOTATING,
        hint="claim",
        when=can_mark,
    ),
    Command(
        "annotate.source",
        ("s",),
        _tag("source"),
        "Source",
        "Tag the selection, or the word, as a source",
        Group.ANNOTATING,
        hint="source",
        when=can_mark,
    ),
    Command(
        "annotate.next",
        ("]",),
        _step(True),
        "Next annotation",
        "To the next annotation",
        Group.ANNOTATING,
        hint="next mark",
    ),
    Command(
        "annotate.previous", ("[",), _step(False), "Previous annotation", "To the annotation before", Group.ANNOTATING
    ),
    Command(
        "annotate.cycle",
        ("o",),
        cycle,
        "Other annotation here",
        "Go through the annotations under the cursor",
        Group.ANNOTATING,
    ),
    Command(
        "annotate.remove",
        ("x",),
        remove,
        "Remove",
        "Remove the annotation under the cursor",
        Group.ANNOTATING,
        hint="remove",
        when=can_mark,
    ),
    Command(
        "annotate.undo", ("u",), undo, "Undo", "Take your last step back", Group.ANNOTATING, hint="undo", when=can_mark
    ),
    Command("annotate.redo", ("ctrl+r",), redo, "Redo", "Bring back what was undone", Group.ANNOTATING, when=can_mark),
    Command(
        "annotate.copy",
        ("y",),
        copy,
        "Copy quote",
        "Copy the selection or the quote under the cursor, in logical order",
        Group.ANNOTATING,
    ),
)
