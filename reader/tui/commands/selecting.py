"""Selecting what to mark."""

from reader.tui.commands.command import Command, Group
from reader.tui.reading import Reading


def start(reading: Reading, _count: int | None) -> None:
    """Start a selection, or let its other end move."""
    if reading.view.page.is_empty:
        reading.say("There is no text here to select.")
        return
    reading.view.start_selection()


def grow(reading: Reading, count: int | None) -> None:
    """Grow the selection by a unit."""
    for _ in range(count or 1):
        if not reading.view.grow():
            if reading.view.selection is None:
                reading.say("There is nothing here to select.")
            else:
                reading.say("The selection is as large as it grows by itself: stretch it with v and the arrows.")
            return


def shrink(reading: Reading, count: int | None) -> None:
    """Take growths back."""
    for _ in range(count or 1):
        if not reading.view.shrink():
            reading.say("Nothing is selected: space selects the word under the cursor.")
            return


def drop(reading: Reading, _count: int | None) -> None:
    """Drop the selection."""
    reading.view.drop_selection()


def has_selection(reading: Reading) -> bool:
    """Something is selected in the active pane."""
    return reading.view.selection is not None


COMMANDS = (
    Command(
        "select.start",
        ("v",),
        start,
        "Select",
        "Start a selection, motions stretch it; again: move its other end",
        Group.SELECTING,
        hint="select",
    ),
    Command(
        "select.grow",
        ("space",),
        grow,
        "Grow selection",
        "Select the word, then the quotation, the sentence, the paragraph around it",
        Group.SELECTING,
        hint="grow",
    ),
    Command("select.shrink", ("backspace",), shrink, "Shrink selection", "Take the last growth back", Group.SELECTING),
    Command(
        "select.drop",
        ("escape",),
        drop,
        "Drop selection",
        "Select nothing",
        Group.SELECTING,
        hint="drop",
        when=has_selection,
    ),
)
